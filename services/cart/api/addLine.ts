import { newId } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import { requireBuyable } from '../basket/availability.ts'
import { withOffer } from '../basket/basket.ts'
import type { cartContract } from '../contract.ts'
import type { CartParts } from '../deps.ts'
import { changeCart } from './change-cart.ts'

export const addLine = (parts: Pick<CartParts, 'carts' | 'offers' | 'currencyOf' | 'inTurn'>): Handler<typeof cartContract.addLine> =>
  ({ input: { cartId, offerId, quantity }, context: { caller } }) =>
    changeCart(parts, { cartId, caller, offerId }, (basket, offers) => {
      const offer = offers.get(offerId)
      const there = basket.lines.find((line) => line.offerId === offerId && line.checkoutId === undefined)?.quantity ?? 0
      const content = withOffer(basket, { lineId: newId('lin'), offerId, quantity, shown: offer?.price ?? null })
      requireBuyable(offer, there + quantity)
      return content
    })
