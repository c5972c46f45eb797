import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import Stripe from 'stripe'
import { reaction } from '@octavo/events'
import { isFailure } from '@octavo/failure'
import { money } from '@octavo/money'
import { paymentDisputed } from '../events.ts'
import { webhookEvents } from '../service.ts'
import { startTestPayments, testWebhookSecret, type TestPayments } from '../testing.ts'
import { charge } from './shop.ts'

const bankOf = (shop: TestPayments) => new Stripe(shop.network.secretKey, { ...shop.network.stripeOptions, telemetry: false })
const withoutWebhooks = async () => {
  const shop = await startTestPayments()
  shop.network.setWebhook(null)
  return shop
}

/** A payment that was taken, and that its card's holder disputes. */
async function disputed(shop: TestPayments) {
  const { paymentId } = await shop.client().authorise(charge({ paymentMethod: 'pm_card_createDispute' }))
  await shop.client().capture({ paymentId, key: 'k' })
  const [dispute = assert.fail()] = (await bankOf(shop).disputes.list({ payment_intent: (await shop.client().getPayment({ paymentId })).providerReference ?? '' })).data
  return { paymentId, reference: dispute.id }
}
const seen = async (shop: TestPayments, paymentId: string) => {
  const { items: [dispute] } = await shop.client().listDisputes({ paymentId })
  const { disputed: taken } = await shop.client().getPayment({ paymentId })
  return [dispute?.state, dispute?.withdrawn.amountMinor, taken.amountMinor]
}
/** The same news again, whatever it said when it was news. */
const tell = async (shop: TestPayments, reference: string, type: string) => {
  const payload = JSON.stringify({ id: `evt_${type}`, object: 'event', type: `charge.dispute.${type}`, data: { object: { id: reference, object: 'dispute', status: 'whatever it says' } } })
  const signature = bankOf(shop).webhooks.generateTestHeaderString({ payload, secret: testWebhookSecret })
  assert.equal((await fetch(shop.webhookUrl, { method: 'POST', headers: { 'stripe-signature': signature }, body: payload })).status, 200)
  await shop.service.caughtUp()
}

describe('a dispute', () => {
  test('is told by a webhook, shown with the day until which it can be answered, and takes its money off what can be given back', async () => {
    const shop = await withoutWebhooks()
    const { paymentId, reference } = await disputed(shop)
    await tell(shop, reference, 'created')
    assert.deepEqual(await seen(shop, paymentId), ['open', 2598, 2598])
    const { items: [dispute] } = await shop.client().listDisputes({ open: true })
    assert.deepEqual([dispute?.paymentId, dispute?.providerReference, dispute?.reason, dispute?.amount, dispute?.feeMinor], [paymentId, reference, 'fraudulent', money(2598, 'GBP'), 2000])
    const days = (Date.parse(dispute?.evidenceDueAt ?? '') - Date.now()) / (24 * 3600_000)
    assert.ok(days > 8.9 && days <= 9, `${days}`)
    await assert.rejects(shop.client().refund({ paymentId, key: 'r' }), (error) => isFailure(error, 'NOT_REFUNDABLE'))
    await assert.rejects(shop.client({ kind: 'guest', guestId: 'gst_1' }).listDisputes({}), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
    assert.deepEqual((await shop.client().auditProvider({})).wrong, [], 'it is no contradiction')
  })

  for (const [evidence, state, taken] of [['winning_evidence', 'won', 0], ['losing_evidence', 'lost', 2598]] as const) {
    test(`that is ${state} is so for good, however late, often and in whatever order its news come`, async () => {
      const shop = await withoutWebhooks()
      const { paymentId, reference } = await disputed(shop)
      await tell(shop, reference, 'created')
      await bankOf(shop).disputes.update(reference, { evidence: { uncategorized_text: evidence } })
      for (const type of ['closed', 'created', 'closed', 'funds_withdrawn', 'created']) await tell(shop, reference, type)
      assert.deepEqual(await seen(shop, paymentId), [state, taken, taken])
      assert.deepEqual((await shop.client().listDisputes({ open: true })).items, [])
      if (state === 'won') assert.equal((await shop.client().refund({ paymentId, key: 'r' })).status, 'refunded')
      await shop.service.carried()
      const told: unknown[] = []
      const listener = shop.events.consumer({ consumer: 'listener', database: shop.database, from: 'beginning', reactions: [reaction(paymentDisputed, async ({ data }) => { told.push([data.state, data.disputed.amountMinor]) })] })
      await listener.start()
      await listener.caughtUp()
      await listener.stop()
      assert.deepEqual(told, [['open', 2598], [state, taken]], 'each state is told once')
    })
  }

  test('of which no webhook came is found in the provider’s list', async () => {
    const shop = await withoutWebhooks()
    const { paymentId } = await disputed(shop)
    assert.deepEqual(await seen(shop, paymentId), [undefined, undefined, 0])
    await shop.service.reconcile()
    await shop.service.caughtUp()
    assert.deepEqual(await seen(shop, paymentId), ['open', 2598, 2598])
    assert.equal((await shop.service.reconcile()).mended, 0)
  })

  test('that the provider does not show now is read later', async () => {
    const shop = await withoutWebhooks()
    const { paymentId, reference } = await disputed(shop)
    await shop.network.fault({ method: 'GET', path: '/disputes/', mode: 'fail', count: 1 })
    await tell(shop, reference, 'created')
    await shop.database.run('update dispute_hint set due_at = now()')
    await shop.service.caughtUp()
    assert.deepEqual(await seen(shop, paymentId), ['open', 2598, 2598])
    assert.equal((await shop.database.one<{ many: number }>('select count(*)::int as many from dispute_hint')).many, 0)
  })

  test('comes by the provider’s own webhooks', async () => {
    const shop = await startTestPayments()
    shop.network.setWebhook({ url: shop.webhookUrl, secret: testWebhookSecret, events: webhookEvents })
    const { paymentId } = await disputed(shop)
    while ((await shop.network.state()).webhooksWaiting > 0) await new Promise((soon) => setTimeout(soon, 5))
    await shop.service.caughtUp()
    assert.deepEqual(await seen(shop, paymentId), ['open', 2598, 2598])
  })
})
