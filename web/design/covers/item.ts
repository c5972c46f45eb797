/** What a cover is made from, and how large each kind of thing is. */
import type { CoverSubject } from './bindings.ts'
import type { InkSetName } from './inks.ts'
import type { PatternName } from './patterns/patterns.ts'

/**
 * One thing to be given a cover. Only `title` is needed; the same item always gives the same bytes.
 *
 * - `subject`: chooses a short list of papers and inks (`coverSubject` finds one from subject codes or
 *   categories). Anything unknown takes the general papers.
 * - `widthMm`, `heightMm`: the true trim of a printed edition, both or neither. Without them, the usual size
 *   of the format.
 * - `series`: all volumes of a series share one binding. `volume` is set in roman figures on the label.
 * - `pattern`, `inks`: a choice made by hand, instead of the seed's.
 * - `seed`: tells apart two works of one title and author. It leaves the format out, so formats share a binding.
 */
export interface CoverItem {
  title: string
  authors?: readonly string[]
  subject?: CoverSubject | (string & {})
  format?: CoverFormat | (string & {})
  widthMm?: number
  heightMm?: number
  pages?: number
  series?: string
  volume?: number
  shortTitle?: string
  pattern?: PatternName
  inks?: InkSetName
  seed?: string | number
}

/** The catalogue's formats, the bindings beside them, and the goods that are not books. */
export type CoverFormat = keyof typeof FORMATS

export type Treatment = 'printed' | 'audiobook' | 'ebook' | 'goods'

const FORMATS = {
  paperback: { trimMm: [129, 198], treatment: 'printed' },
  hardback: { trimMm: [138, 216], treatment: 'printed' },
  ebook: { trimMm: [126, 168], treatment: 'ebook' },
  audiobook: { trimMm: [140, 140], treatment: 'audiobook' },
  audiobook_cd: { trimMm: [140, 140], treatment: 'audiobook' },
  large_print: { trimMm: [156, 234], treatment: 'printed' },
  mass_market: { trimMm: [110, 178], treatment: 'printed' },
  board_book: { trimMm: [152, 152], treatment: 'printed' },
  pocket_paperback: { trimMm: [110, 178], treatment: 'printed' },
  gift: { trimMm: [118, 185], treatment: 'printed' },
  large_hardback: { trimMm: [156, 234], treatment: 'printed' },
  picture_book: { trimMm: [189, 246], treatment: 'printed' },
  notebook: { trimMm: [148, 210], treatment: 'goods' },
  print: { trimMm: [180, 240], treatment: 'goods' },
  tote: { trimMm: [190, 240], treatment: 'goods' },
  pencils: { trimMm: [76, 190], treatment: 'goods' },
  tin: { trimMm: [96, 150], treatment: 'goods' },
} as const satisfies Record<string, { trimMm: readonly [number, number]; treatment: Treatment }>

/** The format a cover is drawn for: what the item says, or a paperback. */
export function coverFormat(item: Pick<CoverItem, 'format'>): CoverFormat {
  const { format } = item
  return format !== undefined && Object.hasOwn(FORMATS, format) ? (format as CoverFormat) : 'paperback'
}

export const treatmentOf = (format: CoverFormat): Treatment => FORMATS[format].treatment

/** The size an item is drawn at, in millimetres, so that shelves keep real proportions. */
export function trim(item: Pick<CoverItem, 'format' | 'widthMm' | 'heightMm'>): { widthMm: number; heightMm: number } {
  const { trimMm, treatment } = FORMATS[coverFormat(item)]
  const { widthMm, heightMm } = item
  if (treatment === 'printed' && isPlausible(widthMm) && isPlausible(heightMm)) return { widthMm, heightMm }
  return { widthMm: trimMm[0], heightMm: trimMm[1] }
}

const isPlausible = (mm: number | undefined): mm is number => mm !== undefined && mm >= 40 && mm <= 500

/** The author as a label carries it: one name, two or three joined, the first of many. */
export function authorLine(item: Pick<CoverItem, 'authors'>): string | undefined {
  const names = item.authors ?? []
  if (names.length > 3) return `${names[0]} et al.`
  return names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} & ${names.at(-1)}`
}
