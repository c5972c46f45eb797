import { createHash } from 'node:crypto'
import { cover, trim } from '@octavo/design/covers'
import { sharingPicture, type Shared } from '@octavo/design/sharing/sharing-picture.ts'
import type { Product } from '@octavo/catalog/contract'
import { coverOf } from '../book/cover-of.ts'
import { editionsOf } from '../book/editions.ts'
import { authorsOf } from '../shelf/card-words.ts'
import { itemOf } from '../shelf/cover.ts'
import type { Texts } from '../texts/texts.ts'

/** A picture for other sites to show beside a link. Its name is made from all that is on it, so that it may be kept for ever. */
export interface Picture {
  readonly name: string
  /** As an SVG document. */
  draw(): string
}

/** Raised when pictures of the same things come to look otherwise. */
const printing = 1

/** The picture of a product: the cover of its first edition, title and authors. */
export function pictureOfProduct(product: Product, { shop }: Texts): Picture {
  const [first] = editionsOf(product)
  const looks = first && coverOf(product, first.variant)
  const words = { title: product.title, line: authorsOf(product.contributors).slice(0, 3).join(', ') || product.brand || shop.title, shop: shop.name }
  if (!looks) return { name: nameOf(product.handle, words), draw: () => sharingPicture(words) }
  const item = itemOf(looks)
  return { name: nameOf(product.handle, [words, item]), draw: () => sharingPicture({ ...words, cover: { svg: cover(item), ...trim(item) } }) }
}

/** The picture of every other page. */
export function pictureOfShop({ shop }: Texts): Picture {
  const words: Shared = { title: shop.installed, line: shop.title, shop: shop.name }
  return { name: nameOf('shop', words), draw: () => sharingPicture(words) }
}

const nameOf = (of: string, shown: unknown): string => `${of}.${createHash('sha256').update(JSON.stringify([printing, shown])).digest('hex').slice(0, 12)}.png`
