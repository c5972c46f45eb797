import { badParameter, invalid, unexpectedState, type ApiError } from '../protocol/errors.ts'
import { flag, group, integer, metadata, oneOf, requiredText, text, type Form } from '../protocol/form.ts'
import { newClientSecret, newId } from '../protocol/ids.ts'
import { listResources } from '../protocol/lists.ts'
import type { Work } from '../network.ts'
import { customerParam } from './customer.ts'
import { confirmIntent } from './confirmation.ts'
import { checkAmount } from './amounts.ts'
import { paymentIntentOf, paymentIntents, type KeptIntent, type PaymentIntent } from './payment-intent.ts'
import { assertUsable, paymentMethodOf } from './payment-methods.ts'

/** Makes an intent, and confirms it in the same breath with `confirm=true`. */
export function createPaymentIntent(work: Work, params: Form): object | ApiError {
  const currency = requiredText(params, 'currency').toLowerCase()
  if (!/^[a-z]{3}$/.test(currency)) throw badParameter('currency', `Invalid currency: ${currency}`)
  requiredText(params, 'amount')
  const amount = integer(params, 'amount') ?? 0
  checkAmount(amount, currency)
  const confirm = flag(params, 'confirm') ?? false
  if (!confirm && (flag(params, 'off_session') ?? false)) throw badParameter('off_session', 'You can only set off_session when confirm is true.')
  const id = newId('pi')
  const kept: KeptIntent = {
    body: {
      id, object: 'payment_intent', created: work.now, amount, amount_capturable: 0, amount_received: 0, canceled_at: null, cancellation_reason: null,
      capture_method: oneOf(params, 'capture_method', ['automatic', 'automatic_async', 'manual']) ?? 'automatic_async', client_secret: newClientSecret(id),
      currency, customer: customerParam(work, params), description: text(params, 'description') ?? null, last_payment_error: null, latest_charge: null,
      metadata: metadata(params), next_action: null, payment_method: null, payment_method_options: optionsOf(params),
      receipt_email: text(params, 'receipt_email') ?? null,
      setup_future_usage: oneOf(params, 'setup_future_usage', ['on_session', 'off_session']) ?? null, shipping: shippingOf(params), status: 'requires_payment_method',
      ...{
        amount_details: { tip: {} }, application: null, application_fee_amount: null, automatic_payment_methods: automaticOf(params), confirmation_method: 'automatic',
        livemode: false, on_behalf_of: null, payment_method_configuration_details: null, payment_method_types: ['card'], processing: null, review: null, source: null,
        statement_descriptor: null, statement_descriptor_suffix: null, transfer_data: null, transfer_group: text(params, 'transfer_group') ?? null,
      },
    },
    hidden: { returnUrl: null, challenge: null },
    owner: null,
  }
  kept.owner = kept.body.customer
  usePaymentMethod(work, kept, params)
  if (text(params, 'return_url') !== undefined && !confirm) throw badParameter('return_url', 'You can only set return_url when confirm is true.')
  work.store.insert(paymentIntents, kept)
  work.record('payment_intent.created', kept.body)
  return confirm ? confirmIntent(work, kept, params) : kept.body
}

export function retrievePaymentIntent(work: Work, _params: Form, id: string): object {
  return paymentIntentOf(work, id).body
}

export function updatePaymentIntent(work: Work, params: Form, id: string): object {
  const kept = paymentIntentOf(work, id)
  const { body } = kept
  const amount = integer(params, 'amount')
  const customer = customerParam(work, params)
  const changesPayment = amount !== undefined || customer !== null || text(params, 'payment_method') !== undefined
  if (changesPayment && !['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(body.status)) {
    throw unexpectedState(`This PaymentIntent's payment could not be changed because it has a status of ${body.status}.`, body)
  }
  if (amount !== undefined) {
    checkAmount(amount, body.currency)
    body.amount = amount
  }
  body.metadata = metadata(params, body.metadata)
  body.description = text(params, 'description') ?? body.description
  if (customer !== null) kept.owner = body.customer = customer
  usePaymentMethod(work, kept, params)
  work.store.update(kept)
  return body
}

export function listPaymentIntents(work: Work, params: Form): object {
  return listResources(work.store, paymentIntents, params, { url: '/v1/payment_intents', owner: text(params, 'customer') })
}

export function confirmPaymentIntent(work: Work, params: Form, id: string): object | ApiError {
  const kept = paymentIntentOf(work, id)
  const { status } = kept.body
  if (status === 'succeeded' || status === 'requires_capture') {
    throw unexpectedState('You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.', kept.body)
  }
  if (status === 'canceled') {
    throw unexpectedState('You cannot confirm this PaymentIntent because it has a status of canceled.', kept.body)
  }
  usePaymentMethod(work, kept, params)
  return confirmIntent(work, kept, params)
}

/** Takes the card that a request names; a test token becomes a card of its own. */
function usePaymentMethod(work: Work, { body, hidden }: KeptIntent, params: Form): void {
  const id = text(params, 'payment_method')
  if (id === undefined) return
  const card = paymentMethodOf(work, id, { param: 'payment_method', status: 400 })
  assertUsable(card, body.customer)
  body.payment_method = card.body.id
  body.status = 'requires_confirmation'
  body.next_action = null
  hidden.challenge = null
}

function optionsOf(params: Form): PaymentIntent['payment_method_options'] {
  const card = group(group(params, 'payment_method_options'), 'card')
  const multicapture = oneOf(card, 'request_multicapture', ['if_available', 'never'])
  return {
    card: {
      request_three_d_secure: oneOf(card, 'request_three_d_secure', ['any', 'automatic', 'challenge']) ?? 'automatic',
      ...(multicapture === undefined ? {} : { request_multicapture: multicapture }),
      ...{ installments: null, mandate_options: null, network: null },
    },
  }
}

function shippingOf(params: Form): object | null {
  const shipping = group(params, 'shipping')
  if (Object.keys(shipping).length === 0) return null
  if (text(shipping, 'name') === undefined) throw invalid('Missing required param: shipping[name].', { param: 'shipping[name]', code: 'parameter_missing' })
  return { carrier: null, phone: null, tracking_number: null, ...shipping }
}

function automaticOf(params: Form): object | null {
  const automatic = group(params, 'automatic_payment_methods')
  const enabled = flag(automatic, 'enabled')
  if (enabled === undefined) return null
  return { enabled, allow_redirects: oneOf(automatic, 'allow_redirects', ['always', 'never']) ?? 'always' }
}
