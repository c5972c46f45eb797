import { requireOperator } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { ordersContract } from '../contract.ts'
import { listCheckouts } from '../store/checkouts.ts'

export const listSagas = ({ database }: { database: Database }): Handler<typeof ordersContract.listSagas> => async ({ input, context }) => {
  requireOperator(context.caller)
  const [before] = readCursor('sagas', input.cursor, 1) ?? []
  const rows = await listCheckouts(database, { status: input.status, before: before === undefined ? undefined : String(before), limit: input.limit + 1 })
  const items = rows.map(({ id, orderId, status, saga, fence, deadlineAt, leaseUntil, dueAt, lastError, createdAt, updatedAt }) => {
    const undo = saga.at === 'undoing' ? saga.undo[0] : undefined
    const failure = saga.at === 'undoing' || saga.at === 'failed' ? { code: saga.failure.code, detail: saga.failure.detail } : null
    return {
      checkoutId: id, orderId, status, step: undo ? `undo ${undo.step}` : saga.at, attempt: 'tries' in saga ? saga.tries + 1 : 1, fence,
      deadlineAt: dueAt === null ? null : deadlineAt.toISOString(), nextAttemptAt: leaseUntil === null ? (dueAt?.toISOString() ?? null) : null,
      lastError, failure, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(),
    }
  })
  return cutPage(items, input.limit, ({ checkoutId }) => writeCursor('sagas', [checkoutId]))
}
