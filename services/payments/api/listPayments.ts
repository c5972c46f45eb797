import { requireOperator } from '@octavo/caller'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { paymentsContract } from '../contract.ts'
import { paymentView } from '../payment/view.ts'
import type { PaymentsParts } from '../deps.ts'
import { listPaymentRows, paymentsAfter } from '../store/payments.ts'

export const listPayments = ({ database }: Pick<PaymentsParts, 'database'>): Handler<typeof paymentsContract.listPayments> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const [before] = readCursor('payments', input.cursor, 1) ?? []
    const page = cutPage(await listPaymentRows(database, input, before === undefined ? undefined : String(before), input.limit + 1), input.limit, ({ id }) => writeCursor('payments', [id]))
    return { items: page.items.map(paymentView), nextCursor: page.nextCursor }
  }

/** All payments by id, each with the version of the last event that told of it. */
export const snapshot = ({ database }: Pick<PaymentsParts, 'database'>): Handler<typeof paymentsContract.snapshot> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const [after] = readCursor('snapshot', input.cursor, 1) ?? []
    const page = cutPage(await paymentsAfter(database, after === undefined ? '' : String(after), input.limit + 1), input.limit, ({ id }) => writeCursor('snapshot', [id]))
    return { items: page.items.map((row) => ({ ...paymentView(row), version: row.version })), nextCursor: page.nextCursor }
  }
