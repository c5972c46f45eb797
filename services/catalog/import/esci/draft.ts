import { money } from '@octavo/money'
import type { ProductDraft } from '../../draft.ts'
import type { ImportCategory } from '../category.ts'
import { isIsbn10, isbn13From } from '../isbn.ts'
import type { ImportOptions } from '../wire.ts'
import type { EsciProduct } from './product.ts'

type Variant = ProductDraft['variants'][number]

/** Prices are in dollars; what has none in the file has the import's. */
export function draftOf(given: EsciProduct, path: readonly ImportCategory[], { prices = [], stock = 0 }: ImportOptions): ProductDraft {
  const { asin, title, brand, color, price, rating, rating_count: ratings } = given
  const book = given.is_book === true
  const own = price === null || price === undefined || price === 0 ? [] : [money(Math.round(price * 100), 'USD')]
  const charged = [...own, ...prices.filter(({ currency }) => own.every((one) => one.currency !== currency))]
  const last = path.at(-1)
  return {
    key: asin,
    kind: book ? 'book' : 'other',
    title: title.slice(0, 1000),
    language: 'en',
    ...descriptionOf(given),
    contributors: [],
    subjects: [],
    categories: last === undefined ? [] : [last.handle],
    ...(brand && { brand: brand.slice(0, 200) }),
    attributes: color ? { colour: color.slice(0, 1000) } : {},
    media: [],
    ...(rating !== null && rating !== undefined && ratings !== null && ratings !== undefined && { rating: { average: rating, count: ratings } }),
    variants: [{
      key: asin,
      identifiers: identifiersOf(asin),
      ...formOf(book, path),
      offers: charged.length === 0 ? [] : [{ key: `house:${asin}:new`, seller: 'house', condition: 'new', prices: charged, ...(!isDigital(path) && { stock: { sku: asin, onHand: stock } }) }],
    }],
  }
}

/** An ASIN of a book is its ISBN-10. */
const identifiersOf = (asin: string): Variant['identifiers'] =>
  [{ scheme: 'asin', value: asin }, ...(isIsbn10(asin) ? [{ scheme: 'isbn13' as const, value: isbn13From(asin.slice(0, 9)) }] : [])]

const isDigital = (path: readonly ImportCategory[]): boolean => path[0]?.handle === 'kindle-store' || path[0]?.handle === 'audible-books-originals'

function formOf(book: boolean, path: readonly ImportCategory[]): Pick<Variant, 'format' | 'digital' | 'taxClass'> {
  if (path[0]?.handle === 'kindle-store') return { format: 'ebook', digital: true, taxClass: 'ebook' }
  if (path[0]?.handle === 'audible-books-originals') return { format: 'audiobook', digital: true, taxClass: 'audiobook' }
  return { format: 'other', digital: false, taxClass: book ? 'book' : 'standard' }
}

/** Its description, and its bullet points as a list. */
function descriptionOf({ description, bullet_points: points }: EsciProduct): Pick<ProductDraft, 'descriptionHtml'> {
  const bullets = (points ?? '').split('\n').map((point) => point.trim()).filter((point) => point !== '')
  const html = [
    ...(description?.trim() ? [`<p>${escaped(description.trim()).replaceAll(/\s*\n\s*/g, '<br>')}</p>`] : []),
    ...(bullets.length > 0 ? [`<ul>${bullets.map((point) => `<li>${escaped(point)}</li>`).join('')}</ul>`] : []),
  ].join('')
  return html === '' ? {} : { descriptionHtml: html.slice(0, 100_000) }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
