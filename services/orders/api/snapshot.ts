import { requireOperator } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { ordersContract } from '../contract.ts'
import { orderView } from '../order/order-view.ts'
import { ordersFrom } from '../store/orders.ts'

/** Oldest first, so that what is placed meanwhile comes at the end. */
export const snapshot = ({ database }: { database: Database }): Handler<typeof ordersContract.snapshot> => async ({ input, context }) => {
  requireOperator(context.caller)
  const [after] = readCursor('snapshot', input.cursor, 1) ?? []
  const rows = await ordersFrom(database, after === undefined ? '' : String(after), input.limit + 1)
  return cutPage(rows.map(orderView), input.limit, ({ id }) => writeCursor('snapshot', [id]))
}
