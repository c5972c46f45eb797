import { requireOwner } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { findMarket } from '@octavo/market'
import type { Handler } from '@octavo/rpc'
import type { cartContract } from '../contract.ts'
import { pricedCart } from '../pricing/priced-cart.ts'
import type { CartParts } from '../deps.ts'

export const createCart = ({ carts, markets }: Pick<CartParts, 'carts' | 'markets'>): Handler<typeof cartContract.createCart> =>
  async ({ input, context }) => {
    const owner = requireOwner(context.caller)
    const market = findMarket(markets, input.market)
    if (!market) throw failure('NOT_FOUND', `We do not sell in ${input.market}.`)
    return pricedCart(await carts.create({ id: newId('crt'), owner, market: market.id }), market.currency, new Map())
  }
