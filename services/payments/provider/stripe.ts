import type { Money } from '@octavo/money'
import Stripe from 'stripe'
import type { PaymentsConfig } from '../config.ts'
import { fromStripe, toStripe } from './stripe-amounts.ts'
import { disputeOf, intentStateOf, setupStateOf } from './stripe-states.ts'
import { Refused, Unanswered, type IntentState, type Provider } from './port.ts'

/** How long a call may take before its outcome counts as unknown. Below the caller's own patience, so that it hears so from us. */
const timeoutMs = 8000

/** What Stripe is to send to the shop's webhook: how an intent ended or waits, and what is disputed. Everything else it can tell is read when it is needed. */
export const webhookEvents: readonly string[] = [
  ...['amount_capturable_updated', 'succeeded', 'payment_failed', 'canceled', 'processing', 'requires_action'].map((what) => `payment_intent.${what}`),
  ...['succeeded', 'setup_failed', 'canceled', 'requires_action'].map((what) => `setup_intent.${what}`),
  ...['created', 'updated', 'closed', 'funds_withdrawn', 'funds_reinstated'].map((what) => `charge.dispute.${what}`),
]

/** Stripe, or whatever speaks its API at the configured address. Amounts are the shop's on this side and Stripe's on the other. */
export function stripeProvider({ secretKey, webhookSecret, apiUrl }: Pick<PaymentsConfig, 'secretKey' | 'webhookSecret' | 'apiUrl'>): Provider {
  const stripe = new Stripe(secretKey, {
    telemetry: false, maxNetworkRetries: 0, timeout: timeoutMs, appInfo: { name: 'Octavo' },
    ...(apiUrl && { host: apiUrl.hostname, port: apiUrl.port || (apiUrl.protocol === 'https:' ? 443 : 80), protocol: apiUrl.protocol === 'https:' ? 'https' : 'http' }),
  })
  const isSetup = (intentId: string): boolean => intentId.startsWith('seti_')
  const expand = ['latest_charge']
  const read = async (intentId: string) => (isSetup(intentId) ? setupStateOf(await stripe.setupIntents.retrieve(intentId, { expand: ['payment_method'] })) : intentStateOf(await stripe.paymentIntents.retrieve(intentId, { expand })))

  async function keptBy(intentId: string): Promise<{ customer: string; paymentMethod: string }> {
    const kept = await stripe.setupIntents.retrieve(intentId)
    const [customer, paymentMethod] = [idOf(kept.customer), idOf(kept.payment_method)]
    if (customer === null || paymentMethod === null) throw new Refused('the kept card is not there any more')
    return { customer, paymentMethod }
  }

  /** Asks a kept card. A decline is an answer, and carries the intent. */
  async function charged(wanted: Stripe.PaymentIntentCreateParams, key: string): Promise<{ intentId: string; state: IntentState }> {
    try {
      const made = await stripe.paymentIntents.create({ ...wanted, confirm: true, expand }, { idempotencyKey: key })
      return { intentId: made.id, state: intentStateOf(made) }
    } catch (error) {
      if (error instanceof Stripe.errors.StripeCardError && error.payment_intent) return { intentId: error.payment_intent.id, state: intentStateOf(error.payment_intent) }
      throw error
    }
  }

  return {
    name: 'stripe',
    createIntent: (request, key) => asked(async () => {
      const { amount, paymentMethod, customerId, orderId, checkoutId, paymentId } = request
      const metadata = { order: orderId, checkout: checkoutId, payment: paymentId }
      const customer = customerId === null ? {} : { customer: customerId }
      if (request.mode === 'save_card') {
        const { id } = await stripe.setupIntents.create({ payment_method: paymentMethod, usage: 'off_session', metadata, ...customer }, { idempotencyKey: key })
        return id
      }
      const { id } = await stripe.paymentIntents.create({
        ...priced(amount), capture_method: 'manual', payment_method: paymentMethod, metadata, ...customer,
        ...(request.saveCard && { setup_future_usage: 'off_session' as const }),
        ...inParts(request.subOrders),
      }, { idempotencyKey: key })
      return id
    }),

    confirmIntent: (intentId, { mode, returnUrl }, key) => asked(async () => {
      try {
        return mode === 'save_card'
          ? setupStateOf(await stripe.setupIntents.confirm(intentId, { return_url: returnUrl, expand: ['payment_method'] }, { idempotencyKey: key }))
          : intentStateOf(await stripe.paymentIntents.confirm(intentId, { return_url: returnUrl, expand }, { idempotencyKey: key }))
      } catch (error) {
        // A decline is an answer, and carries the intent. So is a confirmation that came twice.
        if (error instanceof Stripe.errors.StripeCardError) return error.payment_intent ? intentStateOf(error.payment_intent) : error.setup_intent ? setupStateOf(error.setup_intent) : await read(intentId)
        if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code?.endsWith('_unexpected_state')) return await read(intentId)
        throw error
      }
    }),

    readIntent: (intentId) => asked(() => read(intentId)),

    listIntents: ({ since, after }) => asked(async () => {
      const { data, has_more: more } = await stripe.paymentIntents.list({
        limit: 100, expand: ['data.latest_charge'], ...(since && { created: { gte: Math.floor(since.getTime() / 1000) } }), ...(after !== null && { starting_after: after }),
      })
      const intents = data.map(({ id, metadata, currency, amount_capturable: held, amount_received: captured, latest_charge: charge }) => ({
        id, paymentId: metadata['payment'] ?? null, heldMinor: fromStripe(held, currency), capturedMinor: fromStripe(captured, currency), refundedMinor: typeof charge === 'object' && charge !== null ? fromStripe(refundedOf(charge, held), currency) : 0,
      }))
      return { intents, next: more ? data.at(-1)?.id ?? null : null }
    }),

    cancelIntent: (intentId, key) => asked(async () => {
      try {
        if (isSetup(intentId)) await stripe.setupIntents.cancel(intentId, {}, { idempotencyKey: key })
        else await stripe.paymentIntents.cancel(intentId, {}, { idempotencyKey: key })
        return { kind: 'canceled' }
      } catch (error) {
        // Too late, or done before: where it stands is what counts.
        if (error instanceof Stripe.errors.StripeInvalidRequestError) return await read(intentId)
        throw error
      }
    }),

    capture: (intentId, { amount, final }, key) => asked(async () => {
      await stripe.paymentIntents.capture(intentId, { amount_to_capture: toStripe(amount.amountMinor, amount.currency), ...(!final && { final_capture: false }) }, { idempotencyKey: key })
      return amount.amountMinor
    }),

    chargeKept: (intentId, { amount, orderId, paymentId }, key) => asked(async () => {
      const { customer, paymentMethod } = await keptBy(intentId)
      return charged({ ...priced(amount), customer, payment_method: paymentMethod, off_session: true, metadata: { order: orderId, payment: paymentId } }, key)
    }),

    chargePresent: (intentId, { amount, orderId, paymentId, returnUrl }, key) => asked(async () => {
      const { customer, paymentMethod } = await keptBy(intentId)
      return charged({ ...priced(amount), customer, payment_method: paymentMethod, return_url: returnUrl, metadata: { order: orderId, payment: paymentId } }, key)
    }),

    renew: (intentId, { amount, orderId, checkoutId, paymentId, subOrders }, key) => asked(async () => {
      const held = await stripe.paymentIntents.retrieve(intentId)
      const [customer, paymentMethod] = [idOf(held.customer), idOf(held.payment_method)]
      if (customer === null || paymentMethod === null) throw new Refused('the card was not kept')
      return charged({ ...priced(amount), capture_method: 'manual', customer, payment_method: paymentMethod, off_session: true, metadata: { order: orderId, checkout: checkoutId, payment: paymentId }, ...inParts(subOrders) }, key)
    }),

    refund: (intentId, { amountMinor, currency }, key) => asked(async () => { await stripe.refunds.create({ payment_intent: intentId, amount: toStripe(amountMinor, currency) }, { idempotencyKey: key }) }),

    readDispute: (disputeId) => asked(async () => disputeOf(await stripe.disputes.retrieve(disputeId))),

    listDisputes: ({ since, after }) => asked(async () => {
      const { data, has_more: more } = await stripe.disputes.list({ limit: 100, ...(since && { created: { gte: Math.floor(since.getTime() / 1000) } }), ...(after !== null && { starting_after: after }) })
      return { disputes: data.map(disputeOf), next: more ? data.at(-1)?.id ?? null : null }
    }),

    createCustomer: ({ email, accountId }, key) => asked(async () => (await stripe.customers.create({ email, ...(accountId !== null && { metadata: { account: accountId } }) }, { idempotencyKey: key })).id),

    listCards: (customerId) => asked(async () => {
      const { data } = await stripe.customers.listPaymentMethods(customerId, { type: 'card', limit: 20 })
      return data.flatMap(({ id, card }) => (card ? [{ id, brand: card.brand, last4: card.last4, expMonth: card.exp_month, expYear: card.exp_year }] : []))
    }),

    removeCard: (customerId, cardId) => asked(async () => {
      const found = await stripe.paymentMethods.retrieve(cardId)
      if (idOf(found.customer) !== customerId) return false
      await stripe.paymentMethods.detach(cardId)
      return true
    }),

    webhookSubject(body, signature) {
      let event: Stripe.Event
      try {
        event = stripe.webhooks.constructEvent(body, signature, webhookSecret)
      } catch (error) {
        throw new Refused('The webhook is not signed by the payment provider.', { cause: error })
      }
      const object = event.data.object as { object?: string; id?: string }
      if (object.id === undefined) return undefined
      if (object.object === 'dispute') return { kind: 'dispute', id: object.id }
      return object.object === 'payment_intent' || object.object === 'setup_intent' ? { kind: 'intent', id: object.id } : undefined
    },
  }
}

/** Stripe counts what was let go without ever being taken among what was refunded. */
const refundedOf = ({ amount, amount_captured: captured, amount_refunded: refunded }: Stripe.Charge, held: number): number => Math.max(0, refunded - (amount - captured - held))

const priced = ({ amountMinor, currency }: Money) => ({ amount: toStripe(amountMinor, currency), currency: currency.toLowerCase() })

const idOf = (value: string | { id: string } | null | undefined): string | null => (typeof value === 'string' ? value : value?.id ?? null)

const inParts = (subOrders: number) => (subOrders > 1 ? { payment_method_options: { card: { request_multicapture: 'if_available' as const } } } : {})

/** Tells a no from a silence: connection, timeouts, limits and the provider's own failures say nothing about what was done. */
async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    // Unless the first call under this key is not answered yet, the key was used for another.
    const reused = error instanceof Stripe.errors.StripeIdempotencyError && error.code !== 'idempotency_key_in_use'
    if (reused || error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError) throw new Refused(error.message, { cause: error })
    if (error instanceof Stripe.errors.StripeError) throw new Unanswered(error.message, { cause: error })
    throw error
  }
}
