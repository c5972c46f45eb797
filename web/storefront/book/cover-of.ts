import { trim } from '@octavo/design/covers'
import type { Product } from '@octavo/catalog/contract'
import { authorsOf } from '../shelf/card-words.ts'
import { standing, type Bound } from '../shelf/cover.ts'
import type { Variant } from './editions.ts'

/** What the cover of one edition is drawn from, and how large it stands. */
export function coverOf(product: Product, { format, widthMm, heightMm }: Variant): Bound & { media: Product['media']; widthMm: number } {
  const subject = product.subjects.filter(({ handle }) => handle !== undefined).map(({ code }) => code).join(' ')
  const cover = { format, ...(widthMm !== undefined && { widthMm }), ...(heightMm !== undefined && { heightMm }), ...(subject !== '' && { subject }) }
  return { title: product.title, authors: authorsOf(product.contributors), cover, media: product.media, widthMm: trim({ format, ...standing(cover) }).widthMm }
}
