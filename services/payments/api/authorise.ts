import { requireService } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { idOfOnly } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { paymentsContract } from '../contract.ts'
import { authorisationView } from '../payment/view.ts'
import type { PaymentsParts } from '../deps.ts'
import { invoiceMethod } from '../contract.ts'

/** After this long without an end the provider is asked without anybody's asking. */
const unheardMs = 2 * 60_000

export const authorise = ({ authorising, provider, clock }: Pick<PaymentsParts, 'authorising' | 'provider' | 'clock'>): Handler<typeof paymentsContract.authorise> =>
  async ({ input, context }) => {
    requireService(context.caller)
    const { checkoutId, fence, orderId, amount, mode, accountId, paymentMethod, email, saveCard, subOrders, returnUrl } = input
    const now = clock.now()
    const id = idOfOnly('pay', checkoutId)
    const payment = await authorising.begin({
      id, checkoutId, fence, orderId, accountId, mode, currency: amount.currency, amountMinor: amount.amountMinor, provider: paymentMethod === invoiceMethod ? invoiceMethod : provider.name, now, lookAt: new Date(now.getTime() + unheardMs),
      request: { paymentMethod, email, saveCard, subOrders, returnUrl },
    })
    if (payment === 'stale') throw failure('STALE_FENCE')
    if (payment === 'undone') throw failure('UNDONE')
    if (payment === 'unanswered') return { status: 'unknown', paymentId: id }
    if (payment.amountMinor !== amount.amountMinor || payment.currency !== amount.currency) throw failure('CONFLICT', 'This checkout began to pay another amount.')
    return authorisationView(await authorising.advance(payment))
  }
