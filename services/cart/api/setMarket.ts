import { failure } from '@octavo/failure'
import { findMarket } from '@octavo/market'
import type { Handler } from '@octavo/rpc'
import { inMarket } from '../basket/basket.ts'
import type { cartContract } from '../contract.ts'
import type { CartParts } from '../deps.ts'
import { changeCart } from './change-cart.ts'

export const setMarket = (parts: Pick<CartParts, 'carts' | 'offers' | 'currencyOf' | 'inTurn' | 'markets'>): Handler<typeof cartContract.setMarket> =>
  async ({ input: { cartId, market }, context: { caller } }) => {
    if (!findMarket(parts.markets, market)) throw failure('NOT_FOUND', `We do not sell in ${market}.`)
    return changeCart(parts, { cartId, caller, market }, (basket, offers) => inMarket(basket, market, (offerId) => offers.get(offerId)?.price ?? null))
  }
