import { requireService } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { cartContract } from '../contract.ts'
import type { CartParts } from '../deps.ts'
import { removeBoundLines } from '../store/bindings.ts'
import { staleFence } from './refusals.ts'

export const removeBound = ({ database, carts }: Pick<CartParts, 'database' | 'carts'>): Handler<typeof cartContract.removeBound> =>
  async ({ input, context }) => {
    requireService(context.caller)
    const removed = await removeBoundLines(database, input)
    if (removed < 0) throw staleFence(input)
    await carts.changed(input.cartId)
    return { removed }
  }
