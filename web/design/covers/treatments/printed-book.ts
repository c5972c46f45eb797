/** A printed book: patterned paper, a pasted label, and the marks of the binder. */
import type { Decided, LabelShape, Voice } from '../decide.ts'
import { flat, hairline, r1, stroke } from '../svg.ts'
import { line, typeGroup } from '../setting/line.ts'
import { fit, type Setting } from '../setting/line-breaking.ts'
import { isFullWidth, isLatin, ITALIC, ROMAN } from '../setting/measure.ts'
import { romanFigures, splitTitle } from '../setting/title.ts'
import { labelShape, ornament } from './label-shapes.ts'

/** What makes a rectangle a bound book: the hinge, sometimes a cloth back, and an edge. */
export function binding({ w, h, ink, format, quarter }: Decided): string {
  const clothBacked = format === 'hardback' || format === 'large_hardback' || (quarter && format === 'gift')
  const back = r1(w * 0.115)
  const spineSide = clothBacked
    ? flat(ink.cloth, back, h) + stroke(ink.b, 0.8, `M${back} 0v${h}`)
    : `<path fill="#000" opacity=".13" d="M0 0h7v${h}H0z"/><path fill="#fff" opacity=".2" d="M7 0h1.500v${h}H7z"/>`
  return spineSide + hairline(w, h)
}

/** What stands on a label, from the top: lines of type, white, an ornament. Heights are in drawing units. */
type Part =
  | { kind: 'type'; set: Setting; height: number; italic: boolean; tracking: number; opsz: number }
  | { kind: 'white'; height: number }
  | { kind: 'ornament'; height: number }

export function printedLabel(c: Decided): string {
  const { w, h, ink } = c
  const { main, sub } = splitTitle(c.item.title)
  const long = c.item.title.length > 60
  const shape = shapeFor(c, main, sub)
  const gap = h * 0.024

  const labelW = shape === 'band' ? w : shape === 'oval' ? w * 0.78 : w * (long ? 0.72 : 0.66)
  const inset = shape === 'band' ? w * 0.14 : shape === 'oval' ? labelW * 0.17 : labelW * 0.115
  const room = labelW - inset * 2

  // Set each part, then let the label grow around what was set.
  const parts = setParts(c, main, sub, voiceFor(c, shape, main), room, gap)
  const inner = parts.reduce((sum, part) => sum + part.height, 0)
  const pad = gap * (shape === 'oval' ? 2.6 : shape === 'arch' ? 1.7 : 1.45)
  const labelH = inner + pad * 2 + (shape === 'arch' ? gap * 1.4 : 0)
  const x = (w - labelW) / 2 + (shape === 'band' ? 0 : w * 0.014)
  const y = Math.max(h * 0.09, Math.min(h * 0.35 - labelH / 2, h * 0.94 - labelH))
  const cx = x + labelW / 2

  let out = labelShape(shape, ink, { x, y, w: labelW, h: labelH, coverW: w }) + typeGroup(ink.type, 28, true)
  let at = y + (labelH - inner) / 2 + (shape === 'arch' ? gap * 0.55 : 0)
  for (const part of parts) {
    if (part.kind === 'ornament') out += ornament(c.ornament, ink, w, cx, at + w * 0.009)
    if (part.kind !== 'type') {
      at += part.height
      continue
    }
    const { size, leading } = part.set
    for (const text of part.set.lines) {
      out += line(text, cx, at + size * (leading * 0.5 + 0.33), size, { ...part, room })
      at += size * leading
    }
  }
  return out + '</g>'
}

/** An oval has no corners to hold a long text. */
function shapeFor(c: Decided, main: string, sub: string): LabelShape {
  const tooLong = sub !== '' || main.length > 24 || (c.author ?? '').length > 18
  return c.shape === 'oval' && tooLong ? 'cut' : c.shape
}

/** Italic and capitals only where the face has them and the title is short enough. */
function voiceFor(c: Decided, shape: LabelShape, main: string): Voice {
  if (shape === 'oval' || !isLatin(main)) return 'roman'
  return c.voice === 'caps' && main.length > 22 ? 'roman' : c.voice
}

function setParts(c: Decided, main: string, sub: string, voice: Voice, room: number, gap: number): Part[] {
  const { w, h, item, author } = c
  const long = item.title.length > 60
  const caps = voice === 'caps'
  const italic = voice === 'italic'
  const tracking = caps ? 0.06 : 0
  const title = typeOf(fit(caps ? main.toUpperCase() : main, {
    width: room, height: h * (long ? 0.3 : 0.24), max: w * (caps ? 0.082 : 0.108), min: w * 0.046,
    table: italic ? ITALIC : ROMAN, tracking, leading: caps ? 1.22 : 1.1,
  }), { italic, tracking, opsz: 28 })
  const titles: Part[] = [title]
  if (sub)
    titles.push(white(gap * 0.45), typeOf(fit(sub, {
      width: room, height: h * 0.09, max: w * 0.05, min: w * 0.037, table: ITALIC, maxLines: 4, leading: 1.22,
    }), { italic: true, tracking: 0, opsz: 14 }))

  const parts = author === undefined || author === '' ? titles : withAuthor(titles, typeOf(fit(author.toUpperCase(), {
    width: room, height: h * 0.07, max: w * (isFullWidth(author) ? 0.05 : 0.039), min: w * 0.026,
    tracking: 0.1, leading: 1.4, maxLines: 3,
  }), { italic: false, tracking: 0.1, opsz: 9 }))
  if (item.volume) {
    const figures: Setting = { lines: [romanFigures(item.volume)], size: w * 0.04, leading: 1.2, height: w * 0.048 }
    parts.push(white(gap * 0.6), typeOf(figures, { italic: false, tracking: 0.1, opsz: 9 }))
  }
  return parts

  function withAuthor(titles: Part[], name: Part): Part[] {
    const between: Part[] = [white(gap * 0.8), { kind: 'ornament', height: w * 0.018 }, white(gap * 0.8)]
    return c.authorFirst ? [name, ...between, ...titles] : [...titles, ...between, name]
  }
}

const white = (height: number): Part => ({ kind: 'white', height })

const typeOf = (set: Setting, style: { italic: boolean; tracking: number; opsz: number }): Part =>
  ({ kind: 'type', set, height: set.height, ...style })
