import { exponent, type Money } from '@octavo/money'
import type { Availability, Product } from '@octavo/catalog/contract'
import { authorsOf } from '../shelf/card-words.ts'
import { plainBeginning } from './description.ts'
import type { Offer, Variant } from './editions.ts'

const formats: Readonly<Record<string, string>> = { paperback: 'Paperback', hardback: 'Hardcover', ebook: 'EBook', audiobook: 'AudiobookFormat', audiobook_cd: 'AudiobookFormat' }
const stock: Readonly<Record<Availability, string>> = { in_stock: 'InStock', low_stock: 'LimitedAvailability', preorder: 'PreOrder', backorder: 'BackOrder', out_of_stock: 'OutOfStock' }
const term = (name: string): string => `https://schema.org/${name}`
const descriptionLength = 1000

/** A product in the words of schema.org: a book with an example for each edition, or a thing, and who offers it for how much. */
export function structured(product: Product, address: string): object {
  const isBook = product.kind === 'book'
  const description = plainBeginning(product.descriptionHtml, descriptionLength)
  return {
    '@type': isBook ? ['Book', 'Product'] : 'Product',
    '@id': address, url: address, name: product.title,
    ...(description !== '' && { description }),
    ...(isBook && { author: authorsOf(product.contributors).map((name) => ({ '@type': 'Person', name })), inLanguage: product.language }),
    ...(product.brand !== undefined && { brand: { '@type': 'Brand', name: product.brand } }),
    ...(product.media.length > 0 && { image: product.media.map(({ url }) => new URL(url, address).href) }),
    ...(product.rating && product.rating.count > 0 && { aggregateRating: { '@type': 'AggregateRating', ratingValue: product.rating.average, ratingCount: product.rating.count } }),
    ...(isBook && { workExample: product.variants.map((variant) => edition(variant, address)) }),
    offers: product.variants.flatMap((variant) => variant.offers.map((offer) => offered(offer, variant, address))),
  }
}

function edition({ id, format, identifiers, pages, publishedOn, publisher }: Variant, address: string): object {
  const isbn = identifiers.find(({ scheme }) => scheme === 'isbn13')?.value
  return {
    '@type': 'Book', '@id': `${address}#${id}`,
    ...(formats[format] !== undefined && { bookFormat: term(formats[format]) }),
    ...(isbn !== undefined && { isbn }),
    ...(pages !== undefined && { numberOfPages: pages }),
    ...(publishedOn !== undefined && { datePublished: publishedOn }),
    ...(publisher !== undefined && { publisher: { '@type': 'Organization', name: publisher } }),
  }
}

function offered({ price, condition, availability, seller }: Offer, { id }: Variant, address: string): object {
  return {
    '@type': 'Offer', url: address, itemOffered: { '@id': `${address}#${id}` },
    price: inMajorUnits(price), priceCurrency: price.currency, availability: term(stock[availability]),
    itemCondition: term(condition === 'new' ? 'NewCondition' : 'UsedCondition'), seller: { '@type': 'Organization', name: seller.name },
  }
}

const inMajorUnits = ({ amountMinor, currency }: Money): string => (amountMinor / 10 ** exponent(currency)).toFixed(exponent(currency))
