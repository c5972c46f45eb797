import { requireOperator } from '@octavo/caller'
import type { Database } from '@octavo/database'
import type { Handler } from '@octavo/rpc'
import type { ordersContract } from '../contract.ts'
import { aliveCheckouts } from '../store/checkouts.ts'

export const checkoutsAlive = ({ database }: { database: Database }): Handler<typeof ordersContract.checkoutsAlive> => async ({ input, context }) => {
  requireOperator(context.caller)
  return { known: await aliveCheckouts(database, input.checkoutIds) }
}
