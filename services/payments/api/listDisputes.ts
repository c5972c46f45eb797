import { requireOperator } from '@octavo/caller'
import { money } from '@octavo/money'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { Dispute, paymentsContract } from '../contract.ts'
import type { PaymentsParts } from '../deps.ts'
import { listDisputeRows, type DisputeRow } from '../store/disputes.ts'

export const listDisputes = ({ database }: Pick<PaymentsParts, 'database'>): Handler<typeof paymentsContract.listDisputes> => async ({ input, context }) => {
  requireOperator(context.caller)
  const [before] = readCursor('disputes', input.cursor, 1) ?? []
  const page = cutPage(await listDisputeRows(database, { open: input.open, paymentId: input.paymentId }, before === undefined ? '~' : String(before), input.limit + 1), input.limit, ({ id }) => writeCursor('disputes', [id]))
  return { items: page.items.map(disputeView), nextCursor: page.nextCursor }
}

const disputeView = ({ id, paymentId, orderId, reference, state, reason, currency, amountMinor, withdrawnMinor, feeMinor, evidenceDueAt, openedAt }: DisputeRow): Dispute => ({
  id, paymentId, orderId, providerReference: reference, state, reason, amount: money(amountMinor, currency), withdrawn: money(withdrawnMinor, currency), feeMinor,
  evidenceDueAt: evidenceDueAt?.toISOString() ?? null, openedAt: openedAt.toISOString(),
})
