import { requireService } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { cartContract } from '../contract.ts'
import { frozenLines } from '../pricing/frozen-lines.ts'
import type { CartParts } from '../deps.ts'
import { noCart } from './change-cart.ts'

export const priceLines = ({ carts, offers }: Pick<CartParts, 'carts' | 'offers'>): Handler<typeof cartContract.priceLines> =>
  async ({ input, context }) => {
    requireService(context.caller)
    const basket = await carts.recent(input.cartId)
    if (!basket || basket.owner !== input.owner) throw noCart()
    const known = await offers.find(basket.market, basket.lines.map((line) => line.offerId))
    return { market: basket.market, version: basket.version, lines: frozenLines(basket, known) }
  }
