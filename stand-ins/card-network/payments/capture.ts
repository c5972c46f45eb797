import { badParameter, invalid, unexpectedState } from '../protocol/errors.ts'
import { flag, integer, metadata, oneOf, type Form } from '../protocol/form.ts'
import type { Work } from '../network.ts'
import { checkStep } from './amounts.ts'
import { chargeOf, type KeptCharge } from './charges.ts'
import { openDispute } from './disputes.ts'
import { paymentIntentOf, type KeptIntent } from './payment-intent.ts'
import { isDisputed } from './payment-methods.ts'
import { releaseHold } from './refunds.ts'

/** Captures a hold, whole or in part. A part ends the hold and lets the rest go, unless the charge allows parts and `final_capture=false`. */
export function capturePaymentIntent(work: Work, params: Form, id: string): object {
  const kept = paymentIntentOf(work, id)
  const { body } = kept
  if (body.status !== 'requires_capture') {
    throw unexpectedState(`This PaymentIntent could not be captured because it has a status of ${body.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`, body)
  }
  const held = heldCharge(work, kept)
  const amount = integer(params, 'amount_to_capture') ?? body.amount_capturable
  const last = flag(params, 'final_capture') ?? true
  const inParts = held.body.payment_method_details.card.multicapture.status === 'available'
  if (!last && !inParts) throw badParameter('final_capture', 'This PaymentIntent does not support multicapture: final_capture cannot be false.')
  if (amount > body.amount_capturable) {
    throw invalid(`Amount to capture (${amount}) is greater than the capturable amount (${body.amount_capturable}).`, { param: 'amount_to_capture', code: 'amount_too_large' })
  }
  checkStep(amount, body.currency, 'amount_to_capture')
  // Nothing more to take only ends a hold of which a part was taken.
  if (amount === 0 && !(last && body.amount_received > 0)) throw badParameter('amount_to_capture', 'This value must be greater than or equal to 1.', 'parameter_invalid_integer')

  held.body.amount_captured += amount
  held.body.captured = true
  body.amount_received += amount
  body.amount_capturable -= amount
  body.metadata = metadata(params, body.metadata)
  const over = last || body.amount_capturable === 0
  if (over) {
    body.status = 'succeeded'
    releaseHold(work, kept, held)
  }
  work.store.update(held)
  work.store.update(kept)
  work.record('charge.captured', held.body)
  work.record(over ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated', body)
  if (over && isDisputed(work, body.payment_method)) openDispute(work, held)
  return body
}

/** Gives an intent up: a hold is let go, a challenge ends. */
export function cancelPaymentIntent(work: Work, params: Form, id: string): object {
  const kept = paymentIntentOf(work, id)
  const { body } = kept
  if (body.status === 'succeeded' || body.status === 'canceled') {
    throw unexpectedState(`You cannot cancel this PaymentIntent because it has a status of ${body.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action, processing.`, body)
  }
  const reason = oneOf(params, 'cancellation_reason', ['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer']) ?? null
  if (body.status === 'requires_capture') {
    const held = heldCharge(work, kept)
    releaseHold(work, kept, held)
    work.store.update(held)
    work.record('charge.refunded', held.body)
  }
  body.status = 'canceled'
  body.canceled_at = work.now
  body.cancellation_reason = reason
  body.next_action = null
  kept.hidden.challenge = null
  work.store.update(kept)
  work.record('payment_intent.canceled', body)
  return body
}

function heldCharge(work: Work, { body }: KeptIntent): KeptCharge {
  return chargeOf(work, body.latest_charge ?? '', { param: 'intent', status: 404 })
}
