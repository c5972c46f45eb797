import { requireService } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { paymentsContract } from '../contract.ts'
import type { PaymentsParts } from '../deps.ts'
import { isCharging } from '../store/movements.ts'
import { lockPaymentOfOrder } from '../store/payments.ts'
import { askedOfShopper } from '../store/shopper-charges.ts'

const lookMs = 60_000

/** A kept card that refused without its holder is asked with the holder there. Never while it is just being asked without. */
export const askShopper = ({ database, shopper, clock }: Pick<PaymentsParts, 'database' | 'shopper' | 'clock'>): Handler<typeof paymentsContract.askShopper> => async ({ input: { orderId, returnUrl }, context }) => {
  requireService(context.caller)
  const begun = await database.transaction(async (tx) => {
    const payment = await lockPaymentOfOrder(tx, orderId)
    if (!payment) throw failure('NOT_FOUND')
    if (payment.status === 'captured') return { payment, charge: null }
    if (payment.status !== 'card_saved' || payment.problem === null) throw failure('CONFLICT', 'Nothing is to be paid here.')
    const soon = new Date(clock.now().getTime() + lookMs)
    if (await isCharging(tx, payment.id, soon)) throw failure('UNAVAILABLE', 'The card is just being asked. Look again in a minute.')
    return { payment, charge: await askedOfShopper(tx, payment.id, returnUrl, soon) }
  })
  if (begun.charge === null) return { status: 'paid' }
  const state = await shopper.goOn(begun.charge, begun.payment).catch(() => { throw failure('UNAVAILABLE', 'The card network does not answer. Try again in a moment; nothing was charged twice.') })
  switch (state.kind) {
    case 'captured': return { status: 'paid' }
    case 'requires_action': return { status: 'requires_action', url: state.url }
    case 'failed': return { status: 'failed', code: state.code, detail: state.detail }
    default: return { status: 'unknown' }
  }
}
