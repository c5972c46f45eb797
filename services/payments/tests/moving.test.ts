import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Caller } from '@octavo/caller'
import { testDatabase } from '@octavo/database/testing'
import { eventTables, reaction } from '@octavo/events'
import { isFailure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { money } from '@octavo/money'
import { orderCancelled, subOrderDispatched } from '@octavo/orders/events'
import { paymentCaptureRefused } from '../events.ts'
import { startTestPayments, type TestPayments } from '../testing.ts'
import { charge, movableClock } from './shop.ts'

const account: Extract<Caller, { kind: 'account' }> = { kind: 'account', accountId: 'acc_1', email: 'ada@reader.example', emailVerified: true, name: 'Ada', roles: ['shopper'], sessionId: 'ses_1' }

const dayMs = 24 * 3600_000
const orders = await testDatabase('orders', [eventTables])

async function authorised(shop: TestPayments, overrides: Record<string, unknown> = {}) {
  const asked = charge(overrides)
  const answer = await shop.client().authorise(asked)
  assert.ok(answer.status === 'authorised' || answer.status === 'card_saved', JSON.stringify(answer))
  return { ...asked, paymentId: answer.paymentId }
}

/** Orders' own telling, into the log that payments reads. */
async function told(shop: TestPayments, type: typeof subOrderDispatched | typeof orderCancelled, key: string, ...facts: readonly object[]): Promise<void> {
  const outbox = shop.events.outbox('orders', orders)
  for (const data of facts) await orders.transaction((tx) => outbox.append(tx, type, key, data as never))
  await shop.events.relay('orders', orders).flush()
  await shop.service.caughtUp()
}

const dispatched = (orderId: string, partMinor: number, totalMinor: number, last: boolean) => ({
  orderId, number: '1', checkoutId: 'chk', subOrderId: newId('sub'), shipmentId: newId('shp'), sellerId: 'sel_house', email: 'a@b.example', locale: 'en-GB', carrier: 'octavo', trackingNumber: 'OC1',
  part: money(partMinor, 'GBP'), total: money(totalMinor, 'GBP'), subOrderCount: 2, last, lines: [], linkKey: 'k', at: new Date().toISOString(),
})
const cancelled = (orderId: string) => ({ orderId, number: '1', checkoutId: 'chk', email: 'a@b.example', locale: 'en-GB', reason: 'changed my mind', total: money(2598, 'GBP'), lines: [], linkKey: 'k', at: new Date().toISOString() })

describe('captures and refunds', () => {
  test('the same key takes the money once; a refund never exceeds what was taken', async () => {
    const shop = await startTestPayments()
    const { paymentId } = await authorised(shop)
    const [first, second] = await Promise.all([shop.client().capture({ paymentId, key: 'k1' }), shop.client().capture({ paymentId, key: 'k1' })])
    assert.deepEqual([first.captured.amountMinor, second.captured.amountMinor].sort((a, b) => a - b), [2598, 2598])
    await assert.rejects(shop.client().capture({ paymentId, key: 'k2' }), (error) => isFailure(error, 'NOT_CAPTURABLE'))
    assert.equal((await shop.client().refund({ paymentId, amount: money(600, 'GBP'), key: 'r1' })).refunded.amountMinor, 600)
    assert.equal((await shop.client().refund({ paymentId, amount: money(600, 'GBP'), key: 'r1' })).refunded.amountMinor, 600)
    await assert.rejects(shop.client().refund({ paymentId, amount: money(500, 'GBP'), key: 'r1' }), (error) => isFailure(error, 'IDEMPOTENCY_KEY_REUSED'))
    await assert.rejects(shop.client().refund({ paymentId, amount: money(1999, 'GBP'), key: 'r2' }), (error) => isFailure(error, 'NOT_REFUNDABLE'))
    await assert.rejects(shop.client().refund({ paymentId, amount: money(100, 'EUR'), key: 'r3' }), (error) => isFailure(error, 'INVALID_INPUT'))
    assert.equal((await shop.client().refund({ paymentId, key: 'r4' })).status, 'refunded')
    assert.deepEqual((await shop.network.state()).refundedMinor, { gbp: 2598 })
  })

  test('of a currency without smaller units are moved as they are written', async () => {
    const shop = await startTestPayments()
    const { paymentId } = await authorised(shop, { amount: money(1299, 'JPY') })
    await shop.client().capture({ paymentId, key: 'k1' })
    assert.deepEqual((await shop.client().refund({ paymentId, amount: money(300, 'JPY'), key: 'r1' })).refunded, money(300, 'JPY'))
    const { capturedMinor, refundedMinor } = await shop.network.state()
    assert.deepEqual([capturedMinor, refundedMinor], [{ jpy: 1299 }, { jpy: 300 }])
  })

  test('a refund whose answer is lost is not given twice', async () => {
    const shop = await startTestPayments()
    const { paymentId } = await authorised(shop)
    await shop.client().capture({ paymentId, key: 'k1' })
    await shop.network.fault({ method: 'POST', path: '/refunds$', mode: 'do-then-drop', count: 2 })
    await assert.rejects(shop.client().refund({ paymentId, amount: money(600, 'GBP'), key: 'r1' }), (error) => isFailure(error, 'UNAVAILABLE'))
    assert.equal((await shop.client().refund({ paymentId, amount: money(600, 'GBP'), key: 'r1' })).refunded.amountMinor, 600)
    assert.deepEqual((await shop.network.state()).refundedMinor, { gbp: 600 })
  })

  test('everything is let go by one hand: an order that is off is not refunded by another meanwhile', async () => {
    const clock = movableClock()
    const shop = await startTestPayments({ clock })
    const { orderId, paymentId } = await authorised(shop)
    await shop.client().capture({ paymentId, key: 'k1' })
    await shop.network.fault({ method: 'POST', path: '/refunds$', mode: 'fail' })
    await told(shop, orderCancelled, orderId, cancelled(orderId))
    await assert.rejects(shop.client().refund({ paymentId, amount: money(600, 'GBP'), key: 'r1' }), (error) => isFailure(error, 'NOT_REFUNDABLE'))
    await shop.network.clearFaults()
    clock.advance(10 * 60_000)
    await shop.service.caughtUp()
    assert.deepEqual((await shop.network.state()).refundedMinor, { gbp: 2598 })
  })

  test('a capture whose answer is lost is not taken twice', async () => {
    const shop = await startTestPayments()
    const { paymentId } = await authorised(shop)
    // Twice, because a connection that breaks is tried again at once.
    await shop.network.fault({ method: 'POST', path: '/capture$', mode: 'do-then-drop', count: 2 })
    await assert.rejects(shop.client().capture({ paymentId, key: 'k1' }), (error) => isFailure(error, 'UNAVAILABLE'))
    assert.equal((await shop.client().capture({ paymentId, key: 'k1' })).captured.amountMinor, 2598)
    assert.deepEqual((await shop.network.state()).capturedMinor, { gbp: 2598 })
  })
})

describe('money that moves by hand', () => {
  test('is given back in parts that together never exceed what was taken, however they race', async () => {
    const shop = await startTestPayments()
    const { paymentId } = await authorised(shop)
    await assert.rejects(shop.client().refund({ paymentId, key: 'r0' }), (error) => isFailure(error, 'NOT_REFUNDABLE'), 'nothing was taken')
    await shop.client().capture({ paymentId, key: 'k1' })
    const refunds = await Promise.allSettled(Array.from({ length: 6 }, (_, n) => shop.client().refund({ paymentId, amount: money(1000, 'GBP'), key: `r${n + 1}` })))
    assert.equal(refunds.filter(({ status }) => status === 'fulfilled').length, 2)
    assert.deepEqual((await shop.network.state()).refundedMinor, { gbp: 2000 })
    assert.equal((await shop.client().getPayment({ paymentId })).refunded.amountMinor, 2000)
  })

  test('refuses a key that was used for another amount, and leaves a payment that was let go alone', async () => {
    const shop = await startTestPayments()
    const { paymentId, checkoutId } = await authorised(shop)
    await shop.client().capture({ paymentId, key: 'k1', amount: money(1000, 'GBP') })
    await assert.rejects(shop.client().capture({ paymentId, key: 'k1', amount: money(999, 'GBP') }), (error) => isFailure(error, 'IDEMPOTENCY_KEY_REUSED'))
    await assert.rejects(shop.client().capture({ paymentId, key: 'k2', amount: money(1, 'GBP') }), (error) => isFailure(error, 'NOT_CAPTURABLE'), 'one capture takes what it takes and lets go of the rest')
    await shop.client().void({ checkoutId, attempt: 1, fence: 2, reason: 'test' })
    assert.equal((await shop.client().getPayment({ paymentId })).status, 'refunded')
    const other = await authorised(shop)
    await shop.client().void({ checkoutId: other.checkoutId, attempt: 1, fence: 2, reason: 'test' })
    await assert.rejects(shop.client().capture({ paymentId: other.paymentId, key: 'k' }), (error) => isFailure(error, 'NOT_CAPTURABLE'))
    await assert.rejects(shop.client(account).refund({ paymentId, key: 'r' }), (error) => isFailure(error, 'FORBIDDEN'))
  })

  test('that is let go counts as let go, also when the provider’s own telling of it comes before its answer', async () => {
    const shop = await startTestPayments()
    const asked = charge({ paymentMethod: 'pm_card_authenticationRequired' })
    const { paymentId } = await shop.client().authorise(asked)
    await shop.network.fault({ method: 'POST', path: '/cancel$', mode: 'do-then-slow', ms: 500, count: 1 })
    assert.deepEqual(await shop.client().void({ checkoutId: asked.checkoutId, attempt: 1, fence: 2, reason: 'test' }), { voided: true })
    assert.equal((await shop.client().getPayment({ paymentId })).status, 'voided')
  })

  test('that a provider keeps silent about is tried again by itself', async () => {
    const clock = movableClock()
    const shop = await startTestPayments({ clock })
    const { orderId, paymentId } = await authorised(shop)
    await shop.network.fault({ method: 'POST', path: '/capture$', mode: 'fail' })
    await told(shop, subOrderDispatched, orderId, dispatched(orderId, 2598, 2598, true))
    assert.equal((await shop.client().getPayment({ paymentId })).captured.amountMinor, 0)
    await shop.network.clearFaults()
    clock.advance(10 * 60_000)
    await shop.service.caughtUp()
    assert.equal((await shop.client().getPayment({ paymentId })).captured.amountMinor, 2598)
  })
})

describe('what orders tell', () => {
  test('a parcel that leaves takes the money, once however often it is heard', async () => {
    const shop = await startTestPayments()
    const { orderId, paymentId } = await authorised(shop)
    assert.equal((await shop.client().getPayment({ paymentId })).captured.amountMinor, 0)
    await told(shop, subOrderDispatched, orderId, dispatched(orderId, 2598, 2598, true))
    await told(shop, subOrderDispatched, orderId, dispatched(orderId, 2598, 2598, true))
    assert.equal((await shop.client().getPayment({ paymentId })).status, 'captured')
    assert.deepEqual((await shop.network.state()).capturedMinor, { gbp: 2598 })
  })

  test('several parcels take their own parts where the charge can be captured in parts', async () => {
    const shop = await startTestPayments()
    const { orderId, paymentId } = await authorised(shop, { subOrders: 2 })
    await told(shop, subOrderDispatched, orderId, dispatched(orderId, 1000, 2598, false))
    assert.equal((await shop.client().getPayment({ paymentId })).captured.amountMinor, 1000)
    await told(shop, subOrderDispatched, orderId, dispatched(orderId, 1598, 2598, true))
    assert.equal((await shop.client().getPayment({ paymentId })).captured.amountMinor, 2598)
  })

  test('the last part never overtakes one before it, which would let go of its money', async () => {
    const clock = movableClock()
    const shop = await startTestPayments({ clock })
    const { orderId, paymentId } = await authorised(shop, { subOrders: 2 })
    await shop.network.fault({ method: 'POST', path: '/capture$', mode: 'fail' })
    await told(shop, subOrderDispatched, orderId, dispatched(orderId, 1000, 2598, false))
    // Tried again and again, so that its next try is far away when the last part is wanted.
    for (let tries = 0; tries < 6; tries++) { clock.advance(60_000); await shop.service.caughtUp() }
    await shop.network.clearFaults()
    await told(shop, subOrderDispatched, orderId, dispatched(orderId, 1598, 2598, true))
    assert.equal((await shop.client().getPayment({ paymentId })).captured.amountMinor, 0)
    clock.advance(10 * 60_000)
    await shop.service.caughtUp()
    assert.equal((await shop.client().getPayment({ paymentId })).captured.amountMinor, 2598)
    assert.deepEqual((await shop.network.state()).capturedMinor, { gbp: 2598 })
  })

  test('several parcels take the whole with the first, where the charge cannot be captured in parts', async () => {
    const shop = await startTestPayments()
    const { orderId, paymentId } = await authorised(shop, { subOrders: 1 })
    await told(shop, subOrderDispatched, orderId, dispatched(orderId, 1000, 2598, false))
    assert.equal((await shop.client().getPayment({ paymentId })).captured.amountMinor, 2598)
    await told(shop, subOrderDispatched, orderId, dispatched(orderId, 1598, 2598, true))
    assert.deepEqual((await shop.network.state()).capturedMinor, { gbp: 2598 })
  })

  test('a cancelled order lets go of what is held, and gives back what was taken', async () => {
    const shop = await startTestPayments()
    const held = await authorised(shop)
    await told(shop, orderCancelled, held.orderId, cancelled(held.orderId))
    assert.equal((await shop.client().getPayment({ paymentId: held.paymentId })).status, 'voided')
    const taken = await authorised(shop)
    await shop.client().capture({ paymentId: taken.paymentId, key: 'k' })
    await told(shop, orderCancelled, taken.orderId, cancelled(taken.orderId))
    assert.equal((await shop.client().getPayment({ paymentId: taken.paymentId })).status, 'refunded')
  })
})

describe('cards', () => {
  test('are kept by the provider for an account, used again, and taken away by their own account only', async () => {
    const shop = await startTestPayments()
    assert.deepEqual(await shop.client(account).listSavedCards({}), [])
    await authorised(shop, { accountId: 'acc_1', saveCard: true })
    const [card] = await shop.client(account).listSavedCards({})
    assert.equal(card?.last4, '4242')
    await authorised(shop, { accountId: 'acc_1', paymentMethod: card?.id })
    assert.equal((await shop.client().authorise(charge({ paymentMethod: card?.id }))).status, 'failed', 'nobody else pays with it')
    await assert.rejects(shop.client({ ...account, accountId: 'acc_2' }).removeSavedCard({ cardId: card?.id ?? '' }), (error) => isFailure(error, 'NOT_FOUND'))
    await shop.client(account).removeSavedCard({ cardId: card?.id ?? '' })
    assert.deepEqual(await shop.client(account).listSavedCards({}), [])
  })

  test('one kept for goods that are promised is charged when they leave', async () => {
    const shop = await startTestPayments()
    const { orderId, paymentId } = await authorised(shop, { mode: 'save_card' })
    assert.equal((await shop.client().getPayment({ paymentId })).status, 'card_saved')
    await told(shop, subOrderDispatched, orderId, dispatched(orderId, 2598, 2598, true))
    const payment = await shop.client().getPayment({ paymentId })
    assert.deepEqual([payment.status, payment.captured.amountMinor], ['captured', 2598])
  })

  test('one that refuses when they leave is shown, told, and asked again a day, three and five days later, then no more', async () => {
    const clock = movableClock()
    const shop = await startTestPayments({ clock })
    const { orderId, paymentId } = await authorised(shop, { mode: 'save_card', paymentMethod: 'pm_card_chargeCustomerFail' })
    await told(shop, subOrderDispatched, orderId, dispatched(orderId, 2598, 2598, true))
    const days: (number | null)[] = []
    for (const wait of [0, 1, 3, 5, 30]) {
      clock.advance(wait * dayMs)
      await shop.service.caughtUp()
      const { status, captured, problem } = await shop.client().getPayment({ paymentId })
      assert.deepEqual([status, captured.amountMinor], ['card_saved', 0])
      days.push(problem && (problem.retryAt === null ? null : Math.round((Date.parse(problem.retryAt) - Date.parse(problem.at)) / dayMs)))
    }
    assert.deepEqual(days, [1, 3, 5, null, null])
    await shop.service.carried()
    const heard: unknown[] = []
    const listener = shop.events.consumer({ consumer: 'listener', database: shop.database, from: 'beginning', reactions: [reaction(paymentCaptureRefused, async ({ data }) => { heard.push([data.orderId, data.amount, data.retryAt !== null]) })] })
    await listener.start()
    await listener.caughtUp()
    await listener.stop()
    assert.deepEqual(heard, [true, true, true, false].map((again) => [orderId, money(2598, 'GBP'), again]))
    assert.equal((await shop.network.state()).capturedMinor['gbp'] ?? 0, 0)
  })

  test('one that refused is charged by hand before its day, and then never again', async () => {
    const clock = movableClock()
    const shop = await startTestPayments({ clock })
    const { orderId, paymentId } = await authorised(shop, { mode: 'save_card' })
    await shop.network.fault({ method: 'POST', path: '^/v1/payment_intents$', mode: 'decline', count: 1 })
    await told(shop, subOrderDispatched, orderId, dispatched(orderId, 2598, 2598, true))
    assert.notEqual((await shop.client().getPayment({ paymentId })).problem, null)
    const both = await Promise.allSettled(['h1', 'h2'].map((key) => shop.client().capture({ paymentId, key })))
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'], 'two hands charge once')
    clock.advance(30 * dayMs)
    await shop.service.caughtUp()
    const payment = await shop.client().getPayment({ paymentId })
    assert.deepEqual([payment.status, payment.captured.amountMinor, payment.problem], ['captured', 2598, null])
    assert.deepEqual((await shop.network.state()).capturedMinor, { gbp: 2598 })
  })
})
