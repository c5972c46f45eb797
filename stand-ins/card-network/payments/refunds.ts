import { badParameter, invalid, missing, type ApiError } from '../protocol/errors.ts'
import { integer, metadata, oneOf, text, type Form, type Metadata } from '../protocol/form.ts'
import { newId } from '../protocol/ids.ts'
import { listResources } from '../protocol/lists.ts'
import type { Kind } from '../store.ts'
import type { Work } from '../network.ts'
import { checkStep } from './amounts.ts'
import { chargeOf, chargeParam, refundable, type KeptCharge } from './charges.ts'
import { paymentIntentOf, type KeptIntent } from './payment-intent.ts'

export interface Refund {
  id: string
  object: 'refund'
  created: number
  amount: number
  charge: string
  currency: string
  metadata: Metadata
  payment_intent: string
  reason: string | null
  status: 'succeeded'
}
export interface RefundSecrets {
  /** Money that was held and let go, which Stripe lists as a refund too. */
  letGo: boolean
}

export const refunds: Kind<Refund, RefundSecrets> = { name: 'refund' }

/** Gives captured money back: all that is left, or `amount`. */
export function createRefund(work: Work, params: Form): object | ApiError {
  const intentId = text(params, 'payment_intent')
  if (intentId === undefined && text(params, 'charge') === undefined) {
    throw badParameter('payment_intent', 'One of the following params should be provided for this request: payment_intent or charge.', 'parameter_missing')
  }
  const kept = intentId === undefined ? chargeParam(work, params) : chargeOfIntent(work, intentId)
  const intent = paymentIntentOf(work, kept.body.payment_intent)
  if (!kept.body.captured) {
    throw invalid(`This uncaptured Charge was created by a PaymentIntent (${intent.body.id}). You must cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly.`)
  }
  if (kept.body.disputed) throw invalid(`Charge ${kept.body.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' })
  const left = refundable(kept.body, { over: intent.body.status !== 'requires_capture' })
  if (left === 0) throw invalid(`Charge ${kept.body.id} has already been refunded.`, { code: 'charge_already_refunded' })
  const amount = integer(params, 'amount') ?? left
  if (amount < 1) throw badParameter('amount', 'Invalid positive integer', 'parameter_invalid_integer')
  if (amount > left) throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, { param: 'amount' })
  checkStep(amount, kept.body.currency, 'amount')
  const reason = oneOf(params, 'reason', ['duplicate', 'fraudulent', 'requested_by_customer']) ?? null
  const refund = give(work, kept, { amount, reason, metadata: metadata(params), letGo: false })
  work.store.update(kept)
  work.record('charge.refunded', kept.body)
  work.record('refund.created', refund)
  return refund
}

export function retrieveRefund(work: Work, _params: Form, id: string): object {
  const kept = work.store.find(refunds, id)
  if (!kept) throw missing('refund', id, { param: 'id', status: 404 })
  return kept.body
}

export function listRefunds(work: Work, params: Form): object {
  const charge = text(params, 'charge')
  const owner = text(params, 'payment_intent') ?? (charge === undefined ? undefined : chargeOf(work, charge, { param: 'charge', status: 400 }).body.payment_intent)
  return listResources(work.store, refunds, params, { url: '/v1/refunds', owner })
}

/** Lets go what is still held of a charge. Stripe shows it as refunded, with a refund of that amount; the caller keeps the charge. */
export function releaseHold(work: Work, { body }: KeptIntent, held: KeptCharge): void {
  const amount = held.body.amount - held.body.amount_captured
  body.amount_capturable = 0
  if (amount > 0) give(work, held, { amount, reason: null, metadata: {}, letGo: true })
}

function give(work: Work, { body }: KeptCharge, { amount, reason, metadata: given, letGo }: { amount: number; reason: string | null; metadata: Metadata } & RefundSecrets): Refund {
  body.amount_refunded += amount
  body.refunded = body.amount_refunded === body.amount
  const refund: Refund = {
    id: newId('re'), object: 'refund', created: work.now, amount, charge: body.id, currency: body.currency, metadata: given, payment_intent: body.payment_intent,
    reason, status: 'succeeded',
    ...{
      balance_transaction: null, receipt_number: null, source_transfer_reversal: null, transfer_reversal: null, customer: null, customer_account: null,
      destination_details: { card: { type: letGo ? 'reversal' : 'refund', reference_status: 'pending', reference_type: 'acquirer_reference_number' }, type: 'card' },
    },
  }
  work.store.insert(refunds, { body: refund, hidden: { letGo }, owner: body.payment_intent })
  return refund
}

function chargeOfIntent(work: Work, id: string): KeptCharge {
  const { body } = paymentIntentOf(work, id, { param: 'payment_intent', status: 400 })
  if (body.latest_charge === null || body.status === 'requires_payment_method') throw invalid(`This PaymentIntent (${id}) does not have a successful charge to refund.`)
  return chargeOf(work, body.latest_charge, { param: 'payment_intent', status: 400 })
}
