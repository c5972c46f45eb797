import type { SaleOffer } from '@octavo/catalog/contract'
import type { Basket } from '../basket/basket.ts'
import type { FrozenLine } from '../contract.ts'

/** The free lines that can be bought in the cart's market, with their offers as they are now. */
export const frozenLines = (basket: Basket, offers: ReadonlyMap<string, SaleOffer>): FrozenLine[] =>
  basket.lines.flatMap((line) => {
    const offer = offers.get(line.offerId)
    if (!offer?.price || line.checkoutId !== undefined) return []
    return [{ lineId: line.id, quantity: line.quantity, unitPrice: offer.price, offer }]
  })
