import { requireService } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { paymentsContract } from '../contract.ts'
import { authorisationView } from '../payment/view.ts'
import type { PaymentsParts } from '../deps.ts'
import { paymentOfCheckout } from '../store/payments.ts'

export const resolve = ({ database, authorising }: Pick<PaymentsParts, 'database' | 'authorising'>): Handler<typeof paymentsContract.resolve> =>
  async ({ input, context }) => {
    requireService(context.caller)
    const payment = await paymentOfCheckout(database, input.checkoutId)
    // Without an intent there is nothing to read: whoever asked for it asks again.
    if (!payment || (payment.status === 'pending' && payment.intentId === null)) throw failure('NOT_FOUND')
    return authorisationView(await authorising.advance(payment))
  }
