import { cardNamed, type Decline } from '../cards/test-cards.ts'
import { verdictOn } from '../cards/verdict.ts'
import { ApiError, badParameter, unexpectedState, type ErrorFields } from '../protocol/errors.ts'
import { flag, text, type Form } from '../protocol/form.ts'
import type { Work } from '../network.ts'
import { openChallenge } from './challenge.ts'
import { charge, chargeOf } from './charges.ts'
import { openDispute } from './disputes.ts'
import type { KeptIntent } from './payment-intent.ts'
import { assertUsable, attachTo, isDisputed, paymentMethodOf, type KeptCard } from './payment-methods.ts'

/** Asks the card's issuer: the intent is paid or held, waits for the shopper, or is declined (an answer, whose effects are kept). */
export function confirmIntent(work: Work, kept: KeptIntent, params: Form): object | ApiError {
  const { body, hidden } = kept
  if (body.payment_method === null) {
    throw unexpectedState('You cannot confirm this PaymentIntent because it\'s missing a payment method. Update the PaymentIntent with a payment method and then confirm it again.', body)
  }
  const card = paymentMethodOf(work, body.payment_method, { param: 'payment_method', status: 400 })
  assertUsable(card, body.customer)
  hidden.returnUrl = returnUrlOf(params) ?? hidden.returnUrl
  hidden.challenge = null
  const verdict = verdictOn(cardNamed(card.hidden.card), {
    offSession: flag(params, 'off_session') ?? false, authenticated: false, setUp: card.hidden.setUp,
    challengeAsked: body.payment_method_options.card.request_three_d_secure !== 'automatic', refuseChallenge: flag(params, 'error_on_requires_action') ?? false,
  }, 'payment')
  switch (verdict.kind) {
    case 'approved': return approve(work, kept, card, { authenticated: false })
    case 'declined': return decline(work, kept, card, { reason: verdict.decline, authenticated: false })
    case 'challenged': return challenge(work, kept)
    default: return verdict satisfies never
  }
}

/** What the shopper did on the issuer's page: the payment goes on, or needs another card. */
export function concludePayment(work: Work, kept: KeptIntent, outcome: 'pass' | 'fail'): void {
  const { body } = kept
  const card = paymentMethodOf(work, body.payment_method ?? '', { param: 'payment_method', status: 400 })
  if (outcome === 'fail') {
    return fail(work, kept, {
      type: 'invalid_request_error', code: 'payment_intent_authentication_failure', payment_method: card.body,
      message: 'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
    })
  }
  const attempt = { offSession: false, authenticated: true, setUp: card.hidden.setUp, challengeAsked: false, refuseChallenge: false }
  const verdict = verdictOn(cardNamed(card.hidden.card), attempt, 'payment')
  if (verdict.kind === 'declined') decline(work, kept, card, { reason: verdict.decline, authenticated: true })
  else approve(work, kept, card, { authenticated: true })
}

/** A place to send the shopper back to. */
export function returnUrlOf(params: Form): string | undefined {
  const url = text(params, 'return_url')
  if (url !== undefined && !/^https?:\/\//.test(url)) throw badParameter('return_url', 'Not a valid URL', 'url_invalid')
  return url
}

function approve(work: Work, kept: KeptIntent, card: KeptCard, { authenticated }: { authenticated: boolean }): object {
  const { body, hidden } = kept
  const held = body.capture_method === 'manual'
  body.latest_charge = charge(work, body, card.body, { decline: null, authenticated }).id
  body.status = held ? 'requires_capture' : 'succeeded'
  body.amount_capturable = held ? body.amount : 0
  body.amount_received = held ? 0 : body.amount
  body.next_action = body.last_payment_error = null
  hidden.challenge = null
  work.store.update(kept)
  keepCardFor(work, kept, card)
  work.record(held ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded', body)
  if (!held && isDisputed(work, card.body.id)) openDispute(work, chargeOf(work, body.latest_charge, { param: 'charge', status: 404 }))
  return body
}

/** A card used with a customer and for the future becomes theirs; one used without a customer is used up. */
function keepCardFor(work: Work, { body }: KeptIntent, card: KeptCard): void {
  if (body.customer === null || (card.body.customer === null && body.setup_future_usage === null)) card.hidden.spent = true
  if (body.setup_future_usage === 'off_session') card.hidden.setUp = true
  if (body.setup_future_usage !== null && body.customer !== null && card.body.customer === null) attachTo(work, card, body.customer)
  else work.store.update(card)
}

function decline(work: Work, kept: KeptIntent, card: KeptCard, { reason, authenticated }: { reason: Decline; authenticated: boolean }): ApiError {
  const failed = charge(work, kept.body, card.body, { decline: reason, authenticated })
  kept.body.latest_charge = failed.id
  const error: ErrorFields = {
    type: 'card_error', code: reason.code, ...(reason.declineCode === undefined ? {} : { decline_code: reason.declineCode }), message: reason.message,
    charge: failed.id, payment_method: card.body,
  }
  fail(work, kept, error)
  return new ApiError(402, { ...error, payment_intent: kept.body })
}

/** Back to the start: the same intent may be tried with another card. */
function fail(work: Work, kept: KeptIntent, error: ErrorFields): void {
  const { body, hidden } = kept
  body.status = 'requires_payment_method'
  body.payment_method = body.next_action = null
  body.last_payment_error = error
  hidden.challenge = null
  work.store.update(kept)
  work.record('payment_intent.payment_failed', body)
}

function challenge(work: Work, kept: KeptIntent): object {
  const { body, hidden } = kept
  const opened = openChallenge(work, body.id, hidden.returnUrl)
  hidden.challenge = opened.id
  body.status = 'requires_action'
  body.next_action = opened.action
  work.store.update(kept)
  work.record('payment_intent.requires_action', body)
  return body
}
