import { requireService } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import { unbound } from '../basket/basket.ts'
import type { cartContract } from '../contract.ts'
import type { CartParts } from '../deps.ts'
import { lockCart } from '../store/carts.ts'
import { leaveTombstone, passFence, readBinding, writeUnbound } from '../store/bindings.ts'
import { staleFence } from './refusals.ts'

export const unbind = ({ database, carts }: Pick<CartParts, 'database' | 'carts'>): Handler<typeof cartContract.unbind> =>
  async ({ input, context }) => {
    requireService(context.caller)
    const done = await database.transaction(async (tx) => {
      if (!await passFence(tx, input)) throw staleFence(input)
      const status = await readBinding(tx, input)
      if (status === undefined) await leaveTombstone(tx, input)
      if (status !== 'bound') return status === 'unbound'
      const basket = await lockCart(tx, input.cartId)
      await writeUnbound(tx, input, unbound(basket?.lines ?? [], input.checkoutId))
      return true
    })
    await carts.changed(input.cartId)
    return { unbound: done }
  }
