import { requireService } from '@octavo/caller'
import { failure, never } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import { inCheckout } from '../basket/basket.ts'
import type { cartContract } from '../contract.ts'
import { frozenLines } from '../pricing/frozen-lines.ts'
import type { CartParts } from '../deps.ts'
import { bindCart } from '../store/bindings.ts'
import { noCart } from './change-cart.ts'
import { staleFence, undone } from './refusals.ts'

const mostTries = 20

/** Prices the cart, then binds it in one statement if nobody changed it meanwhile, else prices it again. */
export const freeze = ({ database, carts, offers }: Pick<CartParts, 'database' | 'carts' | 'offers'>): Handler<typeof cartContract.freeze> =>
  async ({ input, context }) => {
    requireService(context.caller)
    for (let tries = 1; tries <= mostTries; tries++) {
      const basket = tries === 1 ? await carts.recent(input.cartId) : await carts.read(input.cartId)
      if (!basket && tries === 1) continue
      if (!basket) throw noCart()
      const lines = frozenLines(basket, await offers.find(basket.market, basket.lines.map((line) => line.offerId)))
      const answer = await bindCart(database, input, input.owner, basket, lines)
      switch (answer.outcome) {
        case 'bound':
          await carts.changed(input.cartId)
          return { market: answer.market, lines: answer.frozen }
        case 'changed': continue
        case 'busy': throw inCheckout(answer.other)
        case 'empty': throw failure('CART_EMPTY', 'There is nothing in this basket that can be bought.')
        case 'missing': throw noCart()
        case 'stale': throw staleFence(input)
        case 'undone': throw undone(input)
        default: return never(answer)
      }
    }
    throw failure('UNAVAILABLE', 'This basket is changed from many places at once. Try again in a moment.')
  }
