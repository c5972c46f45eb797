import { ownerOf } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { cartContract } from '../contract.ts'
import { pricedCart } from '../pricing/priced-cart.ts'
import type { CartParts } from '../deps.ts'

/** Shows no prices to anybody yet: what changed stays to be told by `getCart`. */
export const currentCart = ({ carts, offers, currencyOf }: Pick<CartParts, 'carts' | 'offers' | 'currencyOf'>): Handler<typeof cartContract.currentCart> =>
  async ({ context }) => {
    const owner = ownerOf(context.caller)
    const basket = owner === undefined ? undefined : await carts.latest(owner)
    return basket ? pricedCart(basket, currencyOf(basket.market), await offers.find(basket.market, basket.lines.map((line) => line.offerId))) : null
  }
