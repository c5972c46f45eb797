import { coverLabel, coverPaper, trim, type CoverItem } from '@octavo/design/covers'

export interface Drawn {
  readonly svg: string
  readonly widthMm: number
  readonly heightMm: number
}

/** What cards, basket lines and order lines know of a book's looks. */
export interface Bound {
  readonly title: string
  readonly authors: readonly string[]
  readonly cover: { readonly format: string; readonly widthMm?: number | undefined; readonly heightMm?: number | undefined; readonly subject?: string | undefined }
}

/** As many as are kept drawn; about 4 KB each. */
const most = 1000
const drawn = new Map<string, Drawn>()

/** A cover, paper and label, to stand in the page itself: there its type is the page's, and a page of books is one answer. */
export function draw({ title, authors, cover }: Bound): Drawn {
  const key = JSON.stringify([title, authors, cover.format, cover.widthMm, cover.heightMm, cover.subject])
  const known = drawn.get(key)
  if (known) return known
  const item: CoverItem = {
    title, authors, format: cover.format,
    ...(cover.widthMm !== undefined && { widthMm: cover.widthMm }), ...(cover.heightMm !== undefined && { heightMm: cover.heightMm }), ...(cover.subject !== undefined && { subject: cover.subject }),
  }
  const made = { svg: withoutNamespace(coverPaper(item)) + withoutNamespace(coverLabel(item)), ...trim(item) }
  if (drawn.size >= most) drawn.delete(drawn.keys().next().value ?? '')
  drawn.set(key, made)
  return made
}

/** Within HTML an svg needs none. */
const withoutNamespace = (svg: string): string => svg.replace(' xmlns="http://www.w3.org/2000/svg"', '')
