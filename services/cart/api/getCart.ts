import { ownerOf } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { Basket } from '../basket/basket.ts'
import type { Cart, cartContract } from '../contract.ts'
import { asShown, pricedCart } from '../pricing/priced-cart.ts'
import type { CartParts } from '../deps.ts'
import { noCart } from './change-cart.ts'

type Needs = Pick<CartParts, 'carts' | 'offers' | 'currencyOf'>

export const getCart = (parts: Needs): Handler<typeof cartContract.getCart> =>
  async ({ input, context }) => {
    const basket = await parts.carts.recent(input.cartId)
    if (!basket || basket.owner !== ownerOf(context.caller)) throw noCart()
    return show(parts, basket)
  }

/** The cart at today's prices. What changed is told once: from then on today's prices are the ones that were shown. */
export async function show({ carts, offers, currencyOf }: Needs, basket: Basket): Promise<Cart> {
  const known = await offers.find(basket.market, basket.lines.map((line) => line.offerId))
  const cart = pricedCart(basket, currencyOf(basket.market), known)
  if (cart.changes.length) await carts.shown(basket, asShown(basket.lines, known))
  return cart
}
