import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import Stripe from 'stripe'
import { testCardNetwork, type TestCardNetwork } from '../testing.ts'
import { refusal, stripeOf } from './shop.ts'

let network: TestCardNetwork
let stripe: Stripe
before(async () => {
  network = await testCardNetwork()
  stripe = stripeOf(network)
})
afterEach(() => network.clearFaults())
after(() => network.stop())

const params: Stripe.PaymentIntentCreateParams = { amount: 2899, currency: 'gbp', payment_method: 'pm_card_visa', capture_method: 'manual', confirm: true }
const intents = async () => Object.values((await network.state()).intents).reduce((sum, n) => sum + n, 0)

describe('an idempotency key', () => {
  it('answers the same again, and does nothing twice', async () => {
    const before = await intents()
    const first = await stripe.paymentIntents.create(params, { idempotencyKey: 'one' })
    const again = await stripe.paymentIntents.create(params, { idempotencyKey: 'one' })
    assert.deepEqual(again, first)
    assert.equal(again.lastResponse.headers['idempotent-replayed'], 'true')
    assert.equal(first.lastResponse.headers['idempotent-replayed'], undefined)
    assert.equal(await intents(), before + 1)
  })

  it('is refused for other parameters and for another call', async () => {
    await stripe.paymentIntents.create(params, { idempotencyKey: 'two' })
    const other = await refusal(stripe.paymentIntents.create({ ...params, amount: 1000 }, { idempotencyKey: 'two' }))
    assert.deepEqual([other.type, other.statusCode], ['StripeIdempotencyError', 400])
    assert.equal((await refusal(stripe.customers.create({}, { idempotencyKey: 'two' }))).type, 'StripeIdempotencyError')
  })

  it('keeps a decline', async () => {
    const declined = { ...params, payment_method: 'pm_card_chargeDeclined' }
    const first = await refusal(stripe.paymentIntents.create(declined, { idempotencyKey: 'three' }))
    const again = await refusal(stripe.paymentIntents.create(declined, { idempotencyKey: 'three' }))
    assert.equal(again.payment_intent?.id, first.payment_intent?.id)
    assert.equal(again.headers?.['idempotent-replayed'], 'true')
  })

  it('may be used again after a request that was never begun', async () => {
    await refusal(stripe.paymentIntents.create({ ...params, amount: 0 }, { idempotencyKey: 'four' }))
    assert.equal((await stripe.paymentIntents.create(params, { idempotencyKey: 'four' })).status, 'requires_capture')
  })

  it('in use by a call under way is a conflict', async () => {
    await network.fault({ path: '^/v1/payment_intents$', mode: 'slow', ms: 100, count: 1 })
    const settled = await Promise.allSettled([1, 2].map(() => stripe.paymentIntents.create(params, { idempotencyKey: 'five' })))
    const refused = settled.filter((one) => one.status === 'rejected').map((one) => (one.reason as { statusCode: number }).statusCode)
    assert.deepEqual(refused, [409])
    assert.equal((await stripe.paymentIntents.create(params, { idempotencyKey: 'five' })).status, 'requires_capture')
  })
})

describe('a fault', () => {
  it('drops the connection after the work: the client asks again and money is held once', async () => {
    const { heldMinor: before } = await network.state()
    await network.fault({ method: 'POST', path: '^/v1/payment_intents$', mode: 'do-then-drop', count: 1 })
    // The package itself repeats a call whose connection was closed, under the same key.
    const intent = await stripe.paymentIntents.create(params, { idempotencyKey: 'dropped' })
    assert.equal(intent.lastResponse.headers['idempotent-replayed'], 'true')
    assert.equal((await network.state()).heldMinor['gbp'], (before['gbp'] ?? 0) + 2899)
  })

  it('drops the connection before the work: nothing was done', async () => {
    const before = await intents()
    await network.fault({ path: '^/v1/payment_intents$', mode: 'drop', count: 2 })
    assert.equal((await refusal(stripe.paymentIntents.create(params))).type, 'StripeConnectionError')
    assert.equal(await intents(), before)
  })

  it('answers 500 before or after the work', async () => {
    const before = await intents()
    await network.fault({ path: '^/v1/payment_intents$', mode: 'fail', count: 1 })
    assert.equal((await refusal(stripe.paymentIntents.create(params))).statusCode, 500)
    assert.equal(await intents(), before)
    await network.fault({ path: '^/v1/payment_intents$', mode: 'do-then-fail', count: 1 })
    assert.equal((await refusal(stripe.paymentIntents.create(params))).statusCode, 500)
    assert.equal(await intents(), before + 1)
  })

  it('never answers: the client gives up', async () => {
    const impatient = new Stripe(network.secretKey, { ...network.stripeOptions, maxNetworkRetries: 0, timeout: 50 })
    await network.fault({ path: '/confirm$', mode: 'do-then-hang', count: 1 })
    const made = await stripe.paymentIntents.create({ ...params, confirm: false })
    assert.equal((await refusal(impatient.paymentIntents.confirm(made.id))).type, 'StripeConnectionError')
    assert.equal((await stripe.paymentIntents.retrieve(made.id)).status, 'requires_capture')
  })

  it('is for those with the key, and refuses a rule it does not understand', async () => {
    assert.equal((await fetch(`${network.url}/_control/state`)).status, 401)
    await assert.rejects(network.fault({ path: '(', mode: 'fail' }), /answered 400/)
    await assert.rejects(network.fault({ path: '.', mode: 'explode' }), /mode is one of/)
  })
})
