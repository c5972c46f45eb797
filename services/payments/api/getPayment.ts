import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { paymentsContract } from '../contract.ts'
import { paymentView } from '../payment/view.ts'
import type { PaymentsParts } from '../deps.ts'
import { readPayment } from '../store/payments.ts'

export const getPayment = ({ database }: Pick<PaymentsParts, 'database'>): Handler<typeof paymentsContract.getPayment> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const payment = await readPayment(database, input.paymentId)
    if (!payment) throw failure('NOT_FOUND')
    return paymentView(payment)
  }
