import { requireOperator } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import { sagaView } from '../checkout/saga-view.ts'
import type { ordersContract } from '../contract.ts'
import { listCheckouts } from '../store/checkouts.ts'

export const listSagas = ({ database }: { database: Database }): Handler<typeof ordersContract.listSagas> => async ({ input, context }) => {
  requireOperator(context.caller)
  const [before] = readCursor('sagas', input.cursor, 1) ?? []
  const rows = await listCheckouts(database, { status: input.status, search: input.search, before: before === undefined ? undefined : String(before), limit: input.limit + 1 })
  return cutPage(rows.map(sagaView), input.limit, ({ checkoutId }) => writeCursor('sagas', [checkoutId]))
}
