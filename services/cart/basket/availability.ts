import type { SaleOffer } from '@octavo/catalog/contract'
import { failure } from '@octavo/failure'

/**
 * Whether so many can be meant. What is left may be a few seconds old: a basket promises nothing, the hold decides.
 * @throws NOT_FOUND, NOT_FOR_SALE, OUT_OF_STOCK
 */
export function requireBuyable(offer: SaleOffer | undefined, quantity: number): asserts offer is SaleOffer {
  if (!offer) throw failure('NOT_FOUND', 'There is no such offer.')
  if (offer.price === null) throw failure('NOT_FOR_SALE', undefined, { offerId: offer.offerId })
  if (offer.availability === 'out_of_stock') throw failure('OUT_OF_STOCK', 'This is sold out.', { offerIds: [offer.offerId], left: 0 })
  if (offer.left !== undefined && quantity > offer.left && offer.availability === 'low_stock') {
    throw failure('OUT_OF_STOCK', `Only ${offer.left} left.`, { offerIds: [offer.offerId], left: offer.left })
  }
}
