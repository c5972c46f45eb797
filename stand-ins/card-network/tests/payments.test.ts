import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type Stripe from 'stripe'
import { testCardNetwork, type TestCardNetwork } from '../testing.ts'
import { refusal, stripeOf } from './shop.ts'

let network: TestCardNetwork
let stripe: Stripe
before(async () => {
  network = await testCardNetwork()
  stripe = stripeOf(network)
})
after(() => network.stop())

const held = (more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({ amount: 2899, currency: 'gbp', payment_method: 'pm_card_visa', capture_method: 'manual', confirm: true, ...more })
const chargeOf = async (intent: Stripe.PaymentIntent) => stripe.charges.retrieve(intent.latest_charge as string)

describe('a purchase', () => {
  it('holds the money when the intent is confirmed, and takes it at capture', async () => {
    const made = await stripe.paymentIntents.create({
      amount: 2899, currency: 'GBP', payment_method: 'pm_card_visa', capture_method: 'manual', metadata: { checkoutId: 'chk_1' },
    })
    assert.match(made.id, /^pi_\w{24}$/)
    assert.match(made.client_secret ?? '', new RegExp(`^${made.id}_secret_\\w{25}$`))
    assert.equal(made.status, 'requires_confirmation')
    assert.equal(made.currency, 'gbp')

    const confirmed = await stripe.paymentIntents.confirm(made.id)
    assert.equal(confirmed.status, 'requires_capture')
    assert.equal(confirmed.amount_capturable, 2899)

    const captured = await stripe.paymentIntents.capture(made.id, {}, {})
    assert.equal(captured.status, 'succeeded')
    assert.equal(captured.amount_received, 2899)
    const read = await stripe.paymentIntents.retrieve(made.id, { expand: ['latest_charge', 'payment_method'] })
    const charge = read.latest_charge as Stripe.Charge
    assert.deepEqual([charge.captured, charge.amount_captured, charge.amount_refunded], [true, 2899, 0])
    assert.equal((read.payment_method as Stripe.PaymentMethod).card?.last4, '4242')
    assert.deepEqual(read.metadata, { checkoutId: 'chk_1' })
  })

  it('takes the money at once when capture is automatic', async () => {
    const paid = await held({ capture_method: 'automatic', currency: 'jpy', amount: 1200 })
    assert.deepEqual([paid.status, paid.amount_received, paid.amount_capturable], ['succeeded', 1200, 0])
  })

  it('is refused in an amount whose last digits its currency does not have', async () => {
    for (const [currency, amount] of [['kwd', 5124], ['bhd', 5125], ['isk', 550], ['ugx', 501]] as const) assert.equal((await refusal(held({ currency, amount }))).param, 'amount', currency)
    for (const [currency, amount] of [['kwd', 5120], ['isk', 500], ['huf', 1050], ['jpy', 501]] as const) assert.equal((await held({ currency, amount })).amount_capturable, amount)
    const tens = await held({ currency: 'kwd', amount: 5120 })
    assert.equal((await refusal(stripe.paymentIntents.capture(tens.id, { amount_to_capture: 5115 }))).param, 'amount_to_capture')
    await stripe.paymentIntents.capture(tens.id)
    assert.equal((await refusal(stripe.refunds.create({ payment_intent: tens.id, amount: 1 }))).param, 'amount')
  })

  it('is declined with the reason, and the same intent can be paid with another card', async () => {
    const made = await stripe.paymentIntents.create({ amount: 500, currency: 'eur', capture_method: 'manual' })
    assert.equal(made.status, 'requires_payment_method')
    const declined = await refusal(stripe.paymentIntents.confirm(made.id, { payment_method: 'pm_card_chargeDeclinedInsufficientFunds' }))
    assert.equal(declined.type, 'StripeCardError')
    assert.deepEqual([declined.statusCode, declined.code, declined.decline_code], [402, 'card_declined', 'insufficient_funds'])
    assert.equal(declined.payment_intent?.id, made.id)
    assert.equal(declined.payment_intent?.status, 'requires_payment_method')

    const read = await stripe.paymentIntents.retrieve(made.id)
    assert.equal(read.last_payment_error?.decline_code, 'insufficient_funds')
    assert.equal((await chargeOf(read)).status, 'failed')
    const paid = await stripe.paymentIntents.confirm(made.id, { payment_method: 'pm_card_mastercard' })
    assert.equal(paid.status, 'requires_capture')
    assert.equal(paid.last_payment_error, null)
  })

  for (const [token, code] of [
    ['pm_card_chargeDeclined', 'card_declined'], ['pm_card_chargeDeclinedExpiredCard', 'expired_card'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc'], ['pm_card_chargeDeclinedProcessingError', 'processing_error'],
  ] as const) {
    it(`is declined for ${token} with ${code}`, async () => {
      assert.equal((await refusal(held({ payment_method: token }))).code, code)
    })
  }

  it('does not begin for less than the least amount, an unknown customer, or without a card', async () => {
    assert.equal((await refusal(held({ amount: 1 }))).code, 'amount_too_small')
    const unknown = await refusal(held({ customer: 'cus_nobody' }))
    assert.deepEqual([unknown.statusCode, unknown.code, unknown.param], [400, 'resource_missing', 'customer'])
    const { id } = await stripe.paymentIntents.create({ amount: 500, currency: 'eur' })
    assert.equal((await refusal(stripe.paymentIntents.confirm(id))).code, 'payment_intent_unexpected_state')
    assert.equal((await refusal(stripe.paymentIntents.retrieve('pi_nothing'))).statusCode, 404)
  })

  it('refuses a caller with another key', async () => {
    const stranger = stripeOf({ ...network, secretKey: 'sk_test_somebody_else_' })
    const refused = await refusal(stranger.paymentIntents.list())
    assert.equal(refused.type, 'StripeAuthenticationError')
    assert.equal(refused.statusCode, 401)
  })

  it('refuses a call to another name than this machine\'s', async () => {
    const { request } = await import('node:http')
    const status = await new Promise((resolve) => request({ port: network.port, headers: { host: 'shop.example' } }, (answer) => resolve(answer.resume().statusCode)).end())
    assert.equal(status, 421)
  })
})

describe('a hold', () => {
  it('captured in part is over, and the rest is let go', async () => {
    const captured = await stripe.paymentIntents.capture((await held()).id, { amount_to_capture: 2000 })
    assert.deepEqual([captured.status, captured.amount_received, captured.amount_capturable], ['succeeded', 2000, 0])
    const charge = await chargeOf(captured)
    assert.deepEqual([charge.amount_captured, charge.amount_refunded, charge.refunded], [2000, 899, false])
    assert.equal(charge.payment_method_details?.card?.multicapture?.status, 'unavailable')
    assert.equal((await refusal(stripe.paymentIntents.capture(captured.id))).code, 'payment_intent_unexpected_state')
  })

  it('captured part by part stays open until the last', async () => {
    const intent = await held({ payment_method_options: { card: { request_multicapture: 'if_available' } } })
    assert.equal((await chargeOf(intent)).payment_method_details?.card?.multicapture?.status, 'available')
    const first = await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 1000, final_capture: false })
    assert.deepEqual([first.status, first.amount_received, first.amount_capturable], ['requires_capture', 1000, 1899])
    assert.equal((await refusal(stripe.paymentIntents.capture(intent.id, { amount_to_capture: 1900 }))).code, 'amount_too_large')
    const last = await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 1800 })
    assert.deepEqual([last.status, last.amount_received], ['succeeded', 2800])
    assert.equal((await chargeOf(last)).amount_refunded, 99)
  })

  it('is captured once only where the card cannot do parts', async () => {
    const intent = await held({ payment_method: 'pm_card_amex', payment_method_options: { card: { request_multicapture: 'if_available' } } })
    assert.equal((await chargeOf(intent)).payment_method_details?.card?.multicapture?.status, 'unavailable')
    assert.equal((await refusal(stripe.paymentIntents.capture(intent.id, { amount_to_capture: 1000, final_capture: false }))).statusCode, 400)
  })

  it('is let go when the intent is cancelled, and cannot be captured any more', async () => {
    const intent = await held()
    const cancelled = await stripe.paymentIntents.cancel(intent.id, { cancellation_reason: 'abandoned' })
    assert.deepEqual([cancelled.status, cancelled.amount_capturable, cancelled.cancellation_reason], ['canceled', 0, 'abandoned'])
    const charge = await chargeOf(cancelled)
    assert.deepEqual([charge.captured, charge.refunded, charge.amount_captured], [false, true, 0])
    assert.equal((await refusal(stripe.paymentIntents.capture(intent.id))).code, 'payment_intent_unexpected_state')
    const again = await refusal(stripe.paymentIntents.cancel(intent.id))
    assert.equal(again.code, 'payment_intent_unexpected_state')
    assert.equal(again.payment_intent?.status, 'canceled')
  })
})

describe('a refund', () => {
  it('gives back parts until nothing is left', async () => {
    const { id } = await held({ capture_method: 'automatic' })
    const part = await stripe.refunds.create({ payment_intent: id, amount: 899, reason: 'requested_by_customer', metadata: { returnId: 'ret_1' } })
    assert.match(part.id, /^re_/)
    assert.deepEqual([part.status, part.amount, part.reason], ['succeeded', 899, 'requested_by_customer'])
    assert.equal((await refusal(stripe.refunds.create({ payment_intent: id, amount: 2001 }))).param, 'amount')
    const rest = await stripe.refunds.create({ payment_intent: id })
    assert.equal(rest.amount, 2000)
    assert.equal((await refusal(stripe.refunds.create({ payment_intent: id }))).code, 'charge_already_refunded')
    const listed = await stripe.refunds.list({ payment_intent: id })
    assert.deepEqual(listed.data.map((refund) => refund.id), [rest.id, part.id])
    assert.equal((await stripe.refunds.retrieve(part.id)).metadata?.['returnId'], 'ret_1')
  })

  it('gives back no more than was captured, and nothing that is only held', async () => {
    const { id } = await held()
    assert.equal((await refusal(stripe.refunds.create({ payment_intent: id }))).statusCode, 400)
    await stripe.paymentIntents.capture(id, { amount_to_capture: 2000 })
    assert.equal((await refusal(stripe.refunds.create({ payment_intent: id, amount: 2001 }))).param, 'amount')
    assert.equal((await stripe.refunds.create({ payment_intent: id })).amount, 2000)
  })
})

describe('listings', () => {
  it('page by cursor, newest first, by customer and by time', async () => {
    const customer = await stripe.customers.create({ email: 'ada@example.com' })
    const made: string[] = []
    for (let n = 0; n < 5; n++) made.push((await stripe.paymentIntents.create({ amount: 1000 + n, currency: 'eur', customer: customer.id })).id)
    const all: string[] = []
    for await (const intent of stripe.paymentIntents.list({ customer: customer.id, limit: 2 })) all.push(intent.id)
    assert.deepEqual(all, made.toReversed())
    const before = await stripe.paymentIntents.list({ customer: customer.id, limit: 2, ending_before: made[1] as string })
    assert.deepEqual([before.data.map((intent) => intent.id), before.has_more], [[made[3], made[2]], true])
    const { data: [newest] } = await stripe.paymentIntents.list({ limit: 1, expand: ['data.customer'] })
    assert.ok(newest)
    assert.equal((newest.customer as Stripe.Customer).email, 'ada@example.com')
    const later = await stripe.paymentIntents.list({ customer: customer.id, created: { gt: Math.floor(Date.now() / 1000) + 60 } })
    assert.deepEqual(later.data, [])
  })

  it('agree with the figures that tests may ask for', async () => {
    const fresh = await testCardNetwork()
    const shop = stripeOf(fresh)
    const one = { amount: 1000, currency: 'eur', payment_method: 'pm_card_visa', capture_method: 'manual', confirm: true } as const
    await shop.paymentIntents.create(one)
    const { id } = await shop.paymentIntents.create(one)
    await shop.paymentIntents.capture(id, { amount_to_capture: 700 })
    await shop.refunds.create({ payment_intent: id, amount: 200 })
    assert.deepEqual(await fresh.state(), {
      intents: { requires_capture: 1, succeeded: 1 }, heldMinor: { eur: 1000 }, capturedMinor: { eur: 700 }, refundedMinor: { eur: 200 }, webhooksWaiting: 0,
    })
    await fresh.stop()
  })
})
