import type { Handler } from '@octavo/rpc'
import { requireBuyable } from '../basket/availability.ts'
import { withQuantity } from '../basket/basket.ts'
import type { cartContract } from '../contract.ts'
import type { CartParts } from '../deps.ts'
import { changeCart } from './change-cart.ts'

/** Fewer are always possible, more as far as there are more. */
export const setQuantity = (parts: Pick<CartParts, 'carts' | 'offers' | 'currencyOf' | 'inTurn'>): Handler<typeof cartContract.setQuantity> =>
  ({ input: { cartId, lineId, quantity }, context: { caller } }) =>
    changeCart(parts, { cartId, caller }, (basket, offers) => {
      const content = withQuantity(basket, lineId, quantity)
      const line = basket.lines.find((candidate) => candidate.id === lineId)
      if (line && quantity > line.quantity) requireBuyable(offers.get(line.offerId), quantity)
      return content
    })
