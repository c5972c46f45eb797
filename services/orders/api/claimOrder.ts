import { requireAccount } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { ordersContract } from '../contract.ts'
import { opens } from '../order/order-link.ts'
import { orderView } from '../order/order-view.ts'
import { readOrder } from '../store/orders.ts'
import { claimOrder as writeClaim } from '../store/ownership.ts'

/** A guest's order becomes the account's that holds its link. An account's own order is not taken from it. */
export const claimOrder = ({ database, linkSecrets }: { database: Database; linkSecrets: readonly string[] }): Handler<typeof ordersContract.claimOrder> => async ({ input, context }) => {
  const { accountId } = requireAccount(context.caller)
  if (!opens(input.orderId, input.key, linkSecrets)) throw failure('NOT_FOUND')
  await writeClaim(database, input.orderId, accountId)
  const order = await readOrder(database, input.orderId)
  if (!order || order.owner !== accountId) throw failure('NOT_FOUND')
  return orderView(order)
}
