import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type Stripe from 'stripe'
import { testCardNetwork, type TestCardNetwork } from '../testing.ts'
import { post, refusal, stripeOf, webhookReceiver } from './shop.ts'

let network: TestCardNetwork
let stripe: Stripe
let shop: Awaited<ReturnType<typeof webhookReceiver>>
before(async () => {
  shop = await webhookReceiver()
  network = await testCardNetwork({ webhook: shop.webhook })
  stripe = stripeOf(network)
})
after(async () => {
  await network.stop()
  await shop.stop()
})

const challenged = (more: Partial<Stripe.PaymentIntentCreateParams> = {}) => stripe.paymentIntents.create({
  amount: 1999, currency: 'gbp', payment_method: 'pm_card_authenticationRequired', capture_method: 'manual', confirm: true,
  return_url: 'http://127.0.0.1:3000/checkouts/1?market=gb', ...more,
})
const pageOf = (intent: { next_action: { redirect_to_url?: { url: string | null } } | null }) => intent.next_action?.redirect_to_url?.url ?? ''

describe('3-D Secure', () => {
  it('sends the shopper to its page, and a yes there holds the money and leads back', async () => {
    const intent = await challenged()
    assert.equal(intent.status, 'requires_action')
    assert.equal(intent.next_action?.type, 'redirect_to_url')
    assert.ok(pageOf(intent).startsWith(`${network.url}/3ds/`))
    const page = await fetch(pageOf(intent))
    assert.match(await page.text(), /£19\.99/)
    assert.match(page.headers.get('content-security-policy') ?? '', /form-action 'self' http:\/\/127\.0\.0\.1:3000;/)

    const answered = await post(pageOf(intent), { outcome: 'pass' })
    assert.equal(answered.status, 303)
    const back = new URL(answered.headers.get('location') ?? '')
    assert.equal(back.pathname, '/checkouts/1')
    assert.deepEqual([back.searchParams.get('market'), back.searchParams.get('payment_intent'), back.searchParams.get('redirect_status')], ['gb', intent.id, 'succeeded'])
    await shop.event('payment_intent.amount_capturable_updated', intent.id)
    const read = await stripe.paymentIntents.retrieve(intent.id)
    assert.deepEqual([read.status, read.next_action], ['requires_capture', null])
  })

  it('leaves no money held after a no, and says that authentication failed', async () => {
    const intent = await challenged({ payment_method: 'pm_card_threeDSecure2Required' })
    const answered = await post(pageOf(intent), { outcome: 'fail' })
    assert.equal(new URL(answered.headers.get('location') ?? '').searchParams.get('redirect_status'), 'failed')
    const failed = await shop.event('payment_intent.payment_failed', intent.id)
    const { status, last_payment_error: error, amount_capturable: capturable } = failed.data.object as Stripe.PaymentIntent
    assert.deepEqual([status, error?.code, capturable], ['requires_payment_method', 'payment_intent_authentication_failure', 0])
  })

  it('takes the first answer only', async () => {
    const intent = await challenged()
    await post(pageOf(intent), { outcome: 'fail' })
    const late = await post(pageOf(intent), { outcome: 'pass' })
    assert.equal(late.status, 303)
    assert.equal((await stripe.paymentIntents.retrieve(intent.id)).status, 'requires_payment_method')
  })

  it('does not let an old page answer for a later attempt', async () => {
    const intent = await challenged()
    const again = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_authenticationRequired' })
    assert.notEqual(pageOf(again), pageOf(intent))
    await post(pageOf(intent), { outcome: 'pass' })
    assert.equal((await stripe.paymentIntents.retrieve(intent.id)).status, 'requires_action')
  })

  it('refuses an answer sent from another site, and one for a cancelled payment changes nothing', async () => {
    const intent = await challenged()
    assert.equal((await post(pageOf(intent), { outcome: 'pass' }, { origin: 'http://evil.example' })).status, 403)
    await stripe.paymentIntents.cancel(intent.id)
    await post(pageOf(intent), { outcome: 'pass' })
    assert.equal((await stripe.paymentIntents.retrieve(intent.id)).status, 'canceled')
  })

  it('can end in a decline after a yes', async () => {
    const intent = await challenged({ payment_method: 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds' })
    await post(pageOf(intent), { outcome: 'pass' })
    const read = await stripe.paymentIntents.retrieve(intent.id)
    assert.deepEqual([read.status, read.last_payment_error?.decline_code], ['requires_payment_method', 'insufficient_funds'])
  })
})

describe('a saved card', () => {
  it('is kept by a setup intent and pays without its holder', async () => {
    const customer = await stripe.customers.create({ email: 'ada@example.com' })
    const setup = await stripe.setupIntents.create({ customer: customer.id, payment_method: 'pm_card_visa', confirm: true, usage: 'off_session' })
    assert.equal(setup.status, 'succeeded')
    await shop.event('setup_intent.succeeded', setup.id)
    const { data: [card] } = await stripe.paymentMethods.list({ customer: customer.id, type: 'card' })
    assert.equal(card?.id, setup.payment_method)
    const paid = await stripe.paymentIntents.create({ amount: 800, currency: 'eur', customer: customer.id, payment_method: card?.id ?? '', off_session: true, confirm: true })
    assert.equal(paid.status, 'succeeded')
  })

  it('that asks its holder unless it is set up, pays alone once it is', async () => {
    const customer = await stripe.customers.create()
    const alone = (card: string) => stripe.paymentIntents.create({ amount: 800, currency: 'eur', customer: customer.id, payment_method: card, off_session: true, confirm: true })
    const attached = await stripe.paymentMethods.attach('pm_card_authenticationRequiredOnSetup', { customer: customer.id })
    const refused = await refusal(alone(attached.id))
    assert.deepEqual([refused.statusCode, refused.code], [402, 'authentication_required'])
    assert.equal(refused.payment_intent?.status, 'requires_payment_method')

    const setup = await stripe.setupIntents.create({ customer: customer.id, payment_method: attached.id, confirm: true, return_url: 'http://127.0.0.1:3000/' })
    assert.equal(setup.status, 'requires_action')
    await post(pageOf(setup), { outcome: 'pass' })
    await shop.event('setup_intent.succeeded', setup.id)
    assert.equal((await alone(attached.id)).status, 'succeeded')
  })

  it('that always asks cannot pay alone', async () => {
    const customer = await stripe.customers.create()
    const { id } = await stripe.paymentMethods.attach('pm_card_authenticationRequired', { customer: customer.id })
    const refused = await refusal(stripe.paymentIntents.create({ amount: 800, currency: 'eur', customer: customer.id, payment_method: id, off_session: true, confirm: true }))
    assert.equal(refused.code, 'authentication_required')
  })

  it('may be kept by the payment itself, and is used by its customer only', async () => {
    const customer = await stripe.customers.create()
    const paid = await stripe.paymentIntents.create({
      amount: 800, currency: 'eur', customer: customer.id, payment_method: 'pm_card_mastercard', setup_future_usage: 'off_session', confirm: true,
    })
    const card = await stripe.paymentMethods.retrieve(paid.payment_method as string)
    assert.equal(card.customer, customer.id)
    await shop.event('payment_method.attached', card.id)
    const other = await stripe.customers.create()
    const pay = (owner?: string) => refusal(stripe.paymentIntents.create({ amount: 800, currency: 'eur', payment_method: card.id, confirm: true, ...(owner ? { customer: owner } : {}) }))
    assert.equal((await pay(other.id)).statusCode, 400)
    assert.equal((await pay()).statusCode, 400)
  })

  it('taken away pays no more, nor does one used without a customer', async () => {
    const customer = await stripe.customers.create()
    const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
    await stripe.paymentMethods.detach(id)
    await shop.event('payment_method.detached', id)
    const pay = (card: string) => stripe.paymentIntents.create({ amount: 800, currency: 'eur', payment_method: card, confirm: true })
    assert.match((await refusal(pay(id))).message, /may not be used again/)
    const once = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })
    await pay(once.id)
    assert.match((await refusal(pay(once.id))).message, /may not be used again/)
    assert.deepEqual((await stripe.paymentMethods.list({ customer: customer.id })).data, [])
  })

  it('that will be declined cannot be kept, but for the one that fails later', async () => {
    const customer = await stripe.customers.create()
    assert.equal((await refusal(stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer: customer.id }))).code, 'card_declined')
    const refused = await refusal(stripe.setupIntents.create({ customer: customer.id, payment_method: 'pm_card_chargeDeclined', confirm: true }))
    assert.equal(refused.setup_intent?.status, 'requires_payment_method')
    const later = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id })
    assert.equal((await refusal(stripe.paymentIntents.create({ amount: 800, currency: 'eur', customer: customer.id, payment_method: later.id, confirm: true }))).code, 'card_declined')
  })

  it('setup may be cancelled before it is done', async () => {
    const made = await stripe.setupIntents.create({ payment_method: 'pm_card_visa' })
    assert.equal((await stripe.setupIntents.cancel(made.id)).status, 'canceled')
    assert.equal((await refusal(stripe.setupIntents.confirm(made.id))).code, 'setup_intent_unexpected_state')
    assert.equal((await stripe.setupIntents.retrieve(made.id)).status, 'canceled')
  })

  it('goes with a customer who is deleted', async () => {
    const customer = await stripe.customers.create({ name: 'Ada' })
    const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
    assert.equal((await stripe.customers.del(customer.id)).deleted, true)
    assert.equal((await stripe.paymentMethods.retrieve(id)).customer, null)
    assert.equal((await refusal(stripe.customers.retrieve(customer.id))).statusCode, 404)
  })
})
