import { coverLabel, coverPaper, coverSubject, spine, trim, type CoverItem } from '@octavo/design/covers'
import { fitted, keptCover, type Medium } from './picture.ts'

export interface Drawn {
  readonly svg: string
  /** What it defines for itself. */
  readonly ids: readonly string[]
  readonly widthMm: number
  readonly heightMm: number
}

/** What cards, basket lines and order lines know of a book's looks. */
export interface Bound {
  readonly title: string
  readonly authors: readonly string[]
  readonly cover: { readonly format: string; readonly widthMm?: number | undefined; readonly heightMm?: number | undefined; readonly subject?: string | undefined }
}

/**
 * A drawing as it stands on a page. What it defines for itself has ids, and one binding may be shown twice: then the second has ids of
 * its own. `ids` are those that the page has so far.
 */
export function onPage({ svg, ids: own }: Pick<Drawn, 'svg' | 'ids'>, ids: Set<string>): string {
  const fresh = own.some((id) => ids.has(id)) ? `-${ids.size}` : ''
  for (const id of own) ids.add(id + fresh)
  return fresh === '' ? svg : svg.replaceAll(/( id="|url\(#|href="#)([^")]+)/g, `$1$2${fresh}`)
}

/** As many as are kept drawn; about 4 KB each. */
const most = 1000
const drawn = new Map<string, Drawn>()

/** A cover, paper and label, to stand in the page itself: there its type is the page's, and a page of books is one answer. */
export function draw(bound: Bound): Drawn {
  const { title, authors, cover } = bound
  const key = JSON.stringify([title, authors, cover.format, cover.widthMm, cover.heightMm, cover.subject])
  const known = drawn.get(key)
  if (known) return known
  const item = itemOf(bound)
  const svg = withoutNamespace(coverPaper(item)) + withoutNamespace(coverLabel(item))
  const made = { svg, ids: idsIn(svg), ...trim(item) }
  if (drawn.size >= most) drawn.delete(drawn.keys().next().value ?? '')
  drawn.set(key, made)
  return made
}

/** How large a book stands: as it is drawn, or its picture as large as fits there. */
export function placeOf(book: Bound & { readonly media?: readonly Medium[] }): { widthMm: number; heightMm: number } {
  const kept = keptCover(book.media)
  return kept ? fitted(kept, draw(book)) : draw(book)
}

/** The same binding seen from the side; nothing for what has no spine, or whose pages nobody counted. */
export function drawSpine(bound: Bound, pages: number | undefined): Drawn | undefined {
  if (pages === undefined || unbound.has(bound.cover.format)) return undefined
  const item = itemOf(bound)
  const svg = withoutNamespace(spine({ ...item, pages }))
  // Drawn at two units a millimetre, as thick as its pages.
  const units = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1])
  return { svg, ids: idsIn(svg), widthMm: units / 2, heightMm: trim(item).heightMm }
}

const unbound = new Set(['ebook', 'audiobook', 'audiobook_cd'])

/** Basket and order lines know one author: the binding is chosen by the first alone, so that a book looks the same wherever it stands. */
export function itemOf({ title, authors, cover: { format, widthMm, heightMm, subject } }: Bound): CoverItem {
  const stands = standing({ format, widthMm, heightMm })
  const paper = coverSubject({ subjects: (subject ?? '').split(' ').map((code) => ({ scheme: bisac.test(code) ? 'bisac' : 'thema', code })) })
  return { title, authors, format, series: `${title}|${authors[0] ?? ''}`, ...stands, ...(paper !== undefined && { subject: paper }) }
}

/** The widest and tallest that goods which are not books are drawn, in millimetres: about a large hardback, so that a floor lamp fits between them. */
const goodsMm = [156, 234] as const

/** How large a thing stands on a shelf: books as they are, other goods in their proportions and no larger than a large book. */
export function standing({ format, widthMm, heightMm }: Bound['cover']): { widthMm?: number; heightMm?: number } {
  if (widthMm === undefined || heightMm === undefined) return { ...(widthMm !== undefined && { widthMm }), ...(heightMm !== undefined && { heightMm }) }
  const part = format === 'other' ? Math.min(1, goodsMm[0] / widthMm, goodsMm[1] / heightMm) : 1
  return { widthMm: Math.round(widthMm * part), heightMm: Math.round(heightMm * part) }
}

const bisac = /^[A-Z]{3}\d{6}$/

const idsIn = (svg: string): string[] => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)

/** Within HTML an svg needs none. */
const withoutNamespace = (svg: string): string => svg.replace(' xmlns="http://www.w3.org/2000/svg"', '')
