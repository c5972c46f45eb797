import type { cartContract } from '@octavo/cart/contract'
import { isFailure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { equal, format, money } from '@octavo/money'
import type { Client } from '@octavo/rpc'
import { agree } from '../agree.ts'
import { priceBasket, type PriceBasketDeps } from '../price-basket.ts'
import { refused, type UndoableStep } from './step.ts'

export interface FreezeBasketDeps extends PriceBasketDeps {
  readonly cart: Client<typeof cartContract>
}

/** Binds the lines in the cart, prices them, and holds the sum against what the shopper was shown. */
export const freezeBasket = (deps: FreezeBasketDeps): UndoableStep => ({
  async do({ cartId, owner, request }, key) {
    const frozen = await deps.cart.freeze({ ...key, cartId, owner }).catch((error: unknown) => {
      // What the cart refuses it has not bound. UNDONE was bound once: somebody ended this checkout.
      if (isFailure(error) && ['NOT_FOUND', 'CART_EMPTY', 'CART_IN_CHECKOUT', 'NOT_FOR_SALE'].includes(error.code)) return refused(error, false)
      throw error
    })
    if ('happened' in frozen) return frozen
    const basket = await priceBasket(deps, { market: frozen.market, lines: frozen.lines, address: request.shippingAddress, deliveryOption: request.deliveryOption })
    const agreed = agree(request, frozen.lines, basket, newId)
    const total = money(agreed.totalMinor, agreed.currency)
    if (!equal(total, request.expectedTotal)) {
      const code = 'TOTAL_CHANGED'
      return refused({ code, message: `The total is ${format(total, agreed.locale)} now, not ${format(request.expectedTotal, agreed.locale)}. Look at it, then confirm it.` }, true)
    }
    return { agreed, happened: { kind: 'frozen', asks: { stock: agreed.lines.some((line) => line.stockItemId !== null), charge: agreed.totalMinor > 0 } } }
  },

  async undo({ cartId }, key) {
    await deps.cart.unbind({ ...key, cartId })
  },
})
