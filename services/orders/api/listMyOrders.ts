import { requireOwner } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { ordersContract } from '../contract.ts'
import { orderSummary } from '../order/order-view.ts'
import { ordersOfOwner } from '../store/order-lists.ts'
import { claimOrdersByEmail } from '../store/ownership.ts'

export const listMyOrders = ({ database }: { database: Database }): Handler<typeof ordersContract.listMyOrders> => async ({ input, context }) => {
  const { caller } = context
  // What was ordered as a guest after the address was proven, on whatever device.
  if (caller.kind === 'account' && caller.emailVerified) await claimOrdersByEmail(database, caller.email, caller.accountId)
  const [before] = readCursor('orders', input.cursor, 1) ?? []
  const rows = await ordersOfOwner(database, requireOwner(caller), { before: before === undefined ? undefined : String(before), limit: input.limit + 1 })
  return cutPage(rows.map(orderSummary), input.limit, ({ id }) => writeCursor('orders', [id]))
}
