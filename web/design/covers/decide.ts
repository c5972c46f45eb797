/** Every choice about an item, made once and in a fixed order, so that paper, label and spine agree. */
import { bindingFor } from './bindings.ts'
import { chance, type Chance } from './chance.ts'
import { INKS, type Ink } from './inks.ts'
import { authorLine, coverFormat, trim, type CoverFormat, type CoverItem } from './item.ts'
import { patterns, type PatternName } from './patterns/patterns.ts'
import type { Sheet } from './patterns/sheet.ts'
import { flat } from './svg.ts'

export type LabelShape = 'rule' | 'double' | 'cut' | 'scotia' | 'oval' | 'arch' | 'band'
export type Voice = 'roman' | 'italic' | 'caps'

export interface Decided {
  item: CoverItem
  author: string | undefined
  format: CoverFormat
  rnd: Chance
  pattern: PatternName
  ink: Ink
  w: number
  h: number
  shape: LabelShape
  voice: Voice
  authorFirst: boolean
  ornament: number
  /** A cloth back, where the format leaves the choice. */
  quarter: boolean
  id: string
}

export function decide(item: CoverItem): Decided {
  const format = coverFormat(item)
  const author = authorLine(item)
  const { widthMm, heightMm } = trim(item)
  // Formats of one work share the binding: the seed leaves the format out. A series shares it too.
  const rnd = chance(`${item.seed ?? ''}|${item.series ?? `${item.title}|${author ?? ''}`}`)
  const binding = bindingFor(item.subject)
  const pattern = item.pattern ?? rnd.pick(binding.patterns)
  const ink = INKS[item.inks ?? rnd.pick(binding.inks)]
  const shape = rnd.pick(['rule', 'double', 'cut', 'scotia', 'oval', 'arch', 'rule', 'double', 'band'] as const)
  const voice = rnd.pick(['roman', 'roman', 'italic', 'caps', 'roman'] as const)
  const authorFirst = rnd() < 0.5
  const ornament = rnd.whole(0, 4)
  const quarter = rnd() < 0.45
  return {
    item, author, format, rnd, pattern, ink, w: widthMm * 2, h: heightMm * 2, shape, voice, authorFirst, ornament, quarter,
    id: drawingId(item, author, format),
  }
}

/** Ids must differ between two covers in one page. */
function drawingId(item: CoverItem, author: string | undefined, format: CoverFormat): string {
  const measures = item.widthMm === undefined ? '' : `|${item.widthMm}x${item.heightMm}`
  const text = `${item.title}|${author}|${format.replaceAll('_', ' ')}|${item.seed ?? ''}|${item.volume ?? ''}${measures}`
  return 'o' + Math.floor(chance(text)() * 36 ** 6).toString(36)
}

/** The paper of a cover, or a piece of it cut to another size. */
export function paint(c: Decided, w = c.w, h = c.h): string {
  const sheet: Sheet = { w, h, ink: c.ink, rnd: c.rnd, id: c.id }
  return flat(c.ink.ground, w, h) + patterns[c.pattern](sheet)
}
