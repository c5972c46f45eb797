import type { Product } from '@octavo/catalog/contract'
import { buyable, type Offer, type Variant } from '../book/editions.ts'

export interface UsedCopy {
  readonly product: Product
  readonly variant: Variant
  readonly offer: Offer
}

/** The cheapest used copy of each product that a seller has described and that can be bought, as many as asked for. */
export function readBefore(products: readonly Product[], most: number): UsedCopy[] {
  return products.flatMap((product) => {
    const copies = product.variants.flatMap((variant) => variant.offers.filter(({ condition, conditionNote, availability }) => condition !== 'new' && conditionNote && buyable(availability)).map((offer) => ({ product, variant, offer })))
    return copies.toSorted((a, b) => a.offer.price.amountMinor - b.offer.price.amountMinor).slice(0, 1)
  }).slice(0, most)
}
