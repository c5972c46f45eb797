import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { startTestPayments, type TestPayments } from '../testing.ts'
import { charge, movableClock } from './shop.ts'

const dayMs = 24 * 3600_000

async function waiting(overrides: Record<string, unknown> = {}) {
  const clock = movableClock()
  // Both of one time: a hold that ends by the network's is else near its end as soon as it is made, and is made anew without end.
  const shop = await startTestPayments({ clock }, { nowMs: () => clock.now().getTime() })
  const asked = charge(overrides)
  const { paymentId } = await shop.client().authorise(asked)
  const { providerReference } = await shop.client().getPayment({ paymentId })
  const later = async (days: number): Promise<void> => { clock.advance(days * dayMs); await shop.service.caughtUp() }
  return { ...asked, shop, paymentId, intentId: providerReference, later, payment: () => shop.client().getPayment({ paymentId }) }
}
const money = async ({ network }: TestPayments) => { const { heldMinor, capturedMinor } = await network.state(); return [heldMinor['gbp'] ?? 0, capturedMinor['gbp'] ?? 0] }
const kept = { accountId: 'acc_1', saveCard: true }

describe('an authorisation near its end', () => {
  test('is taken a day before, and not earlier, where the card was not kept', async () => {
    const { shop, later, payment, intentId } = await waiting()
    await later(5.9)
    assert.deepEqual([(await payment()).status, await money(shop)], ['authorised', [2598, 0]])
    await later(0.2)
    const { status, providerReference } = await payment()
    assert.deepEqual([status, providerReference, await money(shop)], ['captured', intentId, [0, 2598]])
    await later(1)
    assert.deepEqual(await money(shop), [0, 2598])
  })

  test('is held anew where the card was kept, the old hold let go, as often as it takes', async () => {
    const { shop, later, payment, intentId, paymentId } = await waiting(kept)
    await later(6.1)
    const first = await payment()
    assert.equal(first.status, 'authorised')
    assert.notEqual(first.providerReference, intentId)
    assert.deepEqual(await money(shop), [2598, 0])
    await later(5.8)
    assert.equal((await payment()).providerReference, first.providerReference, 'not before it is near its end too')
    await later(0.3)
    assert.notEqual((await payment()).providerReference, first.providerReference)
    assert.deepEqual(await money(shop), [2598, 0])
    assert.deepEqual((await shop.client().auditProvider({})).wrong, [])
    await shop.client().capture({ paymentId, key: 'at last' })
    assert.deepEqual(await money(shop), [0, 2598])
  })

  test('and whose kept card refuses to hold it again is taken while it is held', async () => {
    const { shop, later, payment, intentId } = await waiting(kept)
    await shop.network.fault({ method: 'POST', path: '^/v1/payment_intents$', mode: 'decline', count: 1 })
    await later(6.1)
    await later(0.01)
    const { status, providerReference } = await payment()
    assert.deepEqual([status, providerReference, await money(shop)], ['captured', intentId, [0, 2598]])
  })

  for (const [path, name] of [['^/v1/payment_intents$', 'the new hold'], ['/cancel$', 'the end of the old one']] as const) {
    test(`is held once, also when the provider’s answer to ${name} is lost`, async () => {
      const { shop, later, payment } = await waiting(kept)
      await shop.network.fault({ method: 'POST', path, mode: 'do-then-drop', count: 2 })
      await later(6.1)
      await later(0.01)
      assert.deepEqual([(await payment()).status, await money(shop)], ['authorised', [2598, 0]])
    })
  }

  test('is not taken by hand between the end of the old hold and the word of the new one: it would be refused for good', async () => {
    const { shop, later, paymentId, payment } = await waiting(kept)
    await shop.network.fault({ method: 'POST', path: '/cancel$', mode: 'do-then-drop', count: 2 })
    await later(6.1)
    await assert.rejects(shop.client().capture({ paymentId, key: 'by hand' }), { code: 'UNAVAILABLE' })
    await later(0.01)
    await shop.client().capture({ paymentId, key: 'by hand' })
    assert.deepEqual([(await payment()).status, await money(shop)], ['captured', [0, 2598]])
  })

  test('of which a part was taken is taken whole', async () => {
    const { shop, later, paymentId } = await waiting({ subOrders: 2 })
    await shop.client().capture({ paymentId, key: 'k', amount: { amountMinor: 1000, currency: 'GBP' } })
    await later(6.1)
    assert.deepEqual(await money(shop), [0, 2598])
  })

  test('is left alone when it was taken or let go before', async () => {
    const { shop, later, checkoutId, paymentId } = await waiting()
    await shop.client().void({ checkoutId, attempt: 1, fence: 2, reason: 'off' })
    await later(6.1)
    assert.deepEqual(await money(shop), [0, 0])
    await assert.rejects(shop.client().capture({ paymentId, key: 'k' }), (error) => isFailure(error, 'NOT_CAPTURABLE'))
  })
})
