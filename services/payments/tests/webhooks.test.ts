import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import { reaction } from '@octavo/events'
import { money } from '@octavo/money'
import { paymentMoved } from '../events.ts'
import { startTestPayments, testWebhookSecret } from '../testing.ts'
import { charge } from './shop.ts'

const shop = await startTestPayments()
shop.network.setWebhook(null)

/** The provider's telling: at this time, signed with this secret. */
function signed(body: string, { secret = testWebhookSecret, at = Math.floor(Date.now() / 1000) } = {}): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}
const post = (body: string, signature?: string) => fetch(shop.webhookUrl, { method: 'POST', headers: { 'content-type': 'application/json', ...(signature !== undefined && { 'stripe-signature': signature }) }, body })
/** Indented as no serialiser of ours would write it: what is signed are the bytes that came. */
const news = (type: string, intentId: string, id = 'evt_1') => JSON.stringify({ id, object: 'event', type, data: { object: { id: intentId, object: 'payment_intent', status: 'whatever it says' } } }, null, 3)

/** A payment for which the bank was asked, and has said yes without anybody's telling. */
async function passed() {
  const asked = charge({ paymentMethod: 'pm_card_threeDSecure2Required' })
  const answer = await shop.client().authorise(asked)
  await fetch(answer.status === 'requires_action' ? answer.url : '', { method: 'POST', redirect: 'manual', body: new URLSearchParams({ outcome: 'pass' }) })
  const { providerReference, status } = await shop.client().getPayment({ paymentId: answer.paymentId })
  assert.equal(status, 'requires_action')
  return { ...asked, paymentId: answer.paymentId, intentId: providerReference ?? '' }
}
/** A card that was not asked about, and whose money is held. */
async function held() {
  const asked = charge()
  return { ...asked, ...await shop.client().authorise(asked) }
}
/** What was told of a checkout's payment, in order. */
async function toldOf(checkoutId: string): Promise<string[]> {
  await shop.service.carried()
  const told: string[] = []
  const listener = shop.events.consumer({ consumer: `listener of ${checkoutId}`, database: shop.database, from: 'beginning', reactions: [reaction(paymentMoved, async ({ data }) => { if (data.checkoutId === checkoutId) told.push(data.status) })] })
  await listener.start()
  await listener.caughtUp()
  await listener.stop()
  return told
}
const statusOf = async (paymentId: string) => (await shop.client().getPayment({ paymentId })).status

describe('a webhook', () => {
  test('that nobody signed, somebody else signed, was changed, or is old is refused and changes nothing', async () => {
    const { paymentId, intentId } = await passed()
    const body = news('payment_intent.amount_capturable_updated', intentId)
    const answers = [
      await post(body), await post(body, 't=1,v1=00'), await post(body, signed(body, { secret: 'whsec_of_somebody_else' })),
      await post(body.replace('whatever it says', 'whatever it said'), signed(body)), await post(body, signed(body, { at: Math.floor(Date.now() / 1000) - 3600 })),
    ]
    assert.deepEqual(answers.map(({ status }) => status), [400, 400, 400, 400, 400])
    await shop.service.caughtUp()
    assert.equal(await statusOf(paymentId), 'requires_action')
  })

  test('is a hint: what happened is read from the provider, told once, however often and in whatever order the hints come', async () => {
    const { paymentId, intentId, checkoutId } = await passed()
    const [late, early] = [news('payment_intent.amount_capturable_updated', intentId, 'evt_2'), news('payment_intent.requires_action', intentId, 'evt_1')]
    for (const body of [late, late, early, late, early]) {
      assert.equal((await post(body, signed(body))).status, 200)
      await shop.service.caughtUp()
    }
    assert.equal(await statusOf(paymentId), 'authorised')
    const failed = news('payment_intent.payment_failed', intentId, 'evt_3')
    assert.equal((await post(failed, signed(failed))).status, 200)
    await shop.service.caughtUp()
    assert.equal(await statusOf(paymentId), 'authorised', 'the intent says otherwise')

    assert.deepEqual(await toldOf(checkoutId), ['authorised'])
  })

  test('three at once settle once, by whichever of them comes through', async () => {
    const { paymentId, intentId, checkoutId } = await passed()
    const bodies = ['evt_4', 'evt_4', 'evt_5'].map((id) => news('payment_intent.amount_capturable_updated', intentId, id))
    const answers = await Promise.all(bodies.map((body) => post(body, signed(body))))
    assert.deepEqual(answers.map(({ status }) => status), [200, 200, 200])
    await shop.service.caughtUp()
    assert.equal(await statusOf(paymentId), 'authorised')
    assert.deepEqual(await toldOf(checkoutId), ['authorised'])
  })

  test('that comes days late, or first of all after the end, changes nothing that came meanwhile', async () => {
    const { paymentId, orderId } = await held()
    const { providerReference } = await shop.client().getPayment({ paymentId })
    await shop.client().capture({ paymentId, key: 'all' })
    await shop.client().refund({ paymentId, key: 'back', amount: money(98, 'GBP') })
    const before = await shop.client().getPayment({ paymentId })
    for (const type of ['payment_intent.requires_action', 'payment_intent.amount_capturable_updated', 'payment_intent.canceled', 'payment_intent.payment_failed', 'payment_intent.created']) {
      const body = news(type, providerReference ?? '', `evt_late_${type}`)
      assert.equal((await post(body, signed(body))).status, 200)
    }
    await shop.service.caughtUp()
    assert.deepEqual(await shop.client().getPayment({ paymentId }), before)
    assert.equal((await shop.client().listPayments({ orderId })).items.length, 1)
  })

  test('is answered only once its hint is kept: while the books cannot be written it is not taken, and the provider says it again', async () => {
    const { paymentId, intentId } = await passed()
    const body = news('payment_intent.amount_capturable_updated', intentId, 'evt_6')
    await shop.database.run('alter table payment rename to payment_away')
    await assert.rejects(post(body, signed(body)))
    await shop.database.run('alter table payment_away rename to payment')
    assert.equal((await post(body, signed(body))).status, 200)
    await shop.service.caughtUp()
    assert.equal(await statusOf(paymentId), 'authorised')
  })

  test('about an intent that is not ours, or about something else, is taken and means nothing', async () => {
    for (const body of [news('payment_intent.succeeded', 'pi_of_another_shop'), JSON.stringify({ id: 'evt_9', object: 'event', type: 'charge.refunded', data: { object: { id: 'ch_1', object: 'charge' } } })]) {
      assert.equal((await post(body, signed(body))).status, 200)
    }
  })

  test('that is too large is not read to its end, and other paths are not its own', async () => {
    const body = ' '.repeat(300 * 1024)
    await assert.rejects(post(body, signed(body)))
    assert.equal((await fetch(shop.webhookUrl.replace('stripe', 'nobody'), { method: 'POST', body: '{}' })).status, 404)
    assert.equal((await fetch(shop.webhookUrl)).status, 404)
  })
})
