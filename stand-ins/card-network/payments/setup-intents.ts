import { cardNamed, type Decline } from '../cards/test-cards.ts'
import { verdictOn } from '../cards/verdict.ts'
import { ApiError, missing, unexpectedState, type ErrorFields } from '../protocol/errors.ts'
import { flag, metadata, oneOf, text, type Form, type Metadata } from '../protocol/form.ts'
import { newClientSecret, newId } from '../protocol/ids.ts'
import { listResources } from '../protocol/lists.ts'
import type { Kept, Kind } from '../store.ts'
import type { Work } from '../network.ts'
import { openChallenge } from './challenge.ts'
import { returnUrlOf } from './confirmation.ts'
import { customerParam } from './customer.ts'
import type { IntentSecrets, RedirectAction } from './payment-intent.ts'
import { assertUsable, attachTo, paymentMethodOf } from './payment-methods.ts'

export interface SetupIntent {
  id: string
  object: 'setup_intent'
  created: number
  cancellation_reason: string | null
  client_secret: string
  customer: string | null
  last_setup_error: ErrorFields | null
  metadata: Metadata
  next_action: RedirectAction | null
  payment_method: string | null
  status: 'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'succeeded' | 'canceled'
  usage: 'on_session' | 'off_session'
}
export type KeptSetup = Kept<SetupIntent, IntentSecrets>

export const setupIntents: Kind<SetupIntent, IntentSecrets> = { name: 'setup_intent' }

export function createSetupIntent(work: Work, params: Form): object | ApiError {
  const id = newId('seti')
  const kept: KeptSetup = {
    body: {
      id, object: 'setup_intent', created: work.now, cancellation_reason: null, client_secret: newClientSecret(id), customer: customerParam(work, params),
      last_setup_error: null, metadata: metadata(params), next_action: null, payment_method: null, status: 'requires_payment_method',
      usage: oneOf(params, 'usage', ['on_session', 'off_session']) ?? 'off_session',
      ...{
        application: null, automatic_payment_methods: null, description: text(params, 'description') ?? null, flow_directions: null, latest_attempt: null,
        livemode: false, mandate: null, on_behalf_of: null, payment_method_configuration_details: null,
        payment_method_options: { card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' } }, payment_method_types: ['card'],
        single_use_mandate: null,
      },
    },
    hidden: { returnUrl: null, challenge: null },
    owner: null,
  }
  kept.owner = kept.body.customer
  usePaymentMethod(work, kept, params)
  work.store.insert(setupIntents, kept)
  work.record('setup_intent.created', kept.body)
  return flag(params, 'confirm') ? confirm(work, kept, params) : kept.body
}

export function retrieveSetupIntent(work: Work, _params: Form, id: string): object {
  return setupIntentOf(work, id).body
}

export function listSetupIntents(work: Work, params: Form): object {
  return listResources(work.store, setupIntents, params, { url: '/v1/setup_intents', owner: text(params, 'customer') })
}

export function confirmSetupIntent(work: Work, params: Form, id: string): object | ApiError {
  const kept = setupIntentOf(work, id)
  if (kept.body.status === 'succeeded' || kept.body.status === 'canceled') {
    throw unexpectedState(`You cannot confirm this SetupIntent because it has already ${kept.body.status === 'canceled' ? 'been canceled' : 'succeeded'}.`, kept.body)
  }
  usePaymentMethod(work, kept, params)
  return confirm(work, kept, params)
}

export function cancelSetupIntent(work: Work, params: Form, id: string): object {
  const kept = setupIntentOf(work, id)
  const { body, hidden } = kept
  if (body.status === 'succeeded' || body.status === 'canceled') {
    throw unexpectedState(`You cannot cancel this SetupIntent because it has a status of ${body.status}.`, body)
  }
  body.cancellation_reason = oneOf(params, 'cancellation_reason', ['abandoned', 'duplicate', 'requested_by_customer']) ?? null
  body.status = 'canceled'
  body.next_action = hidden.challenge = null
  work.store.update(kept)
  work.record('setup_intent.canceled', body)
  return body
}

/** What the shopper did on the issuer's page. */
export function concludeSetup(work: Work, kept: KeptSetup, outcome: 'pass' | 'fail'): void {
  if (outcome === 'pass') {
    const card = paymentMethodOf(work, kept.body.payment_method ?? '', { param: 'payment_method', status: 400 })
    const attempt = { offSession: false, authenticated: true, setUp: card.hidden.setUp, challengeAsked: false, refuseChallenge: false }
    const verdict = verdictOn(cardNamed(card.hidden.card), attempt, 'setup')
    return void (verdict.kind === 'declined' ? decline(work, kept, verdict.decline) : succeed(work, kept))
  }
  fail(work, kept, {
    type: 'invalid_request_error', code: 'setup_intent_authentication_failure',
    message: 'The latest attempt to set up the payment method has failed because authentication failed.',
  })
}

function confirm(work: Work, kept: KeptSetup, params: Form): object | ApiError {
  const { body, hidden } = kept
  if (body.payment_method === null) throw unexpectedState('You cannot confirm this SetupIntent because it\'s missing a payment method.', body)
  const card = paymentMethodOf(work, body.payment_method, { param: 'payment_method', status: 400 })
  assertUsable(card, body.customer)
  hidden.returnUrl = returnUrlOf(params) ?? hidden.returnUrl
  const verdict = verdictOn(cardNamed(card.hidden.card), { offSession: false, authenticated: false, setUp: card.hidden.setUp, challengeAsked: false, refuseChallenge: false }, 'setup')
  switch (verdict.kind) {
    case 'approved': return succeed(work, kept)
    case 'declined': return decline(work, kept, verdict.decline)
    case 'challenged': {
      const opened = openChallenge(work, body.id, hidden.returnUrl)
      hidden.challenge = opened.id
      body.status = 'requires_action'
      body.next_action = opened.action
      work.store.update(kept)
      work.record('setup_intent.requires_action', body)
      return body
    }
    default: return verdict satisfies never
  }
}

/** The card is its customer's from now on, and may pay without its holder. */
function succeed(work: Work, kept: KeptSetup): object {
  const { body, hidden } = kept
  const card = paymentMethodOf(work, body.payment_method ?? '', { param: 'payment_method', status: 400 })
  body.status = 'succeeded'
  body.next_action = body.last_setup_error = hidden.challenge = null
  card.hidden.setUp ||= body.usage === 'off_session'
  work.store.update(card)
  attachTo(work, card, body.customer)
  work.store.update(kept)
  work.record('setup_intent.succeeded', body)
  return body
}

function decline(work: Work, kept: KeptSetup, { code, declineCode, message }: Decline): ApiError {
  const error: ErrorFields = { type: 'card_error', code, ...(declineCode === undefined ? {} : { decline_code: declineCode }), message }
  fail(work, kept, error)
  return new ApiError(402, { ...error, setup_intent: kept.body })
}

function fail(work: Work, kept: KeptSetup, error: ErrorFields): void {
  const { body, hidden } = kept
  body.status = 'requires_payment_method'
  body.payment_method = body.next_action = hidden.challenge = null
  body.last_setup_error = error
  work.store.update(kept)
  work.record('setup_intent.setup_failed', body)
}

function usePaymentMethod(work: Work, { body, hidden }: KeptSetup, params: Form): void {
  const id = text(params, 'payment_method')
  if (id === undefined) return
  const card = paymentMethodOf(work, id, { param: 'payment_method', status: 400 })
  assertUsable(card, body.customer)
  body.payment_method = card.body.id
  body.status = 'requires_confirmation'
  body.next_action = hidden.challenge = null
}

function setupIntentOf(work: Work, id: string): KeptSetup {
  const kept = work.store.find(setupIntents, id)
  if (!kept) throw missing('setup_intent', id, { param: 'intent', status: 404 })
  return kept
}
