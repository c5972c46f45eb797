import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { startTestPayments, type TestPayments } from '../testing.ts'
import { charge, movableClock } from './shop.ts'

const dayMs = 24 * 3600_000
const back = 'http://shop.example/orders/ord_1?key=k'
const answers = (url: string, outcome: 'pass' | 'fail') => fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ outcome }) })
const taken = async ({ network }: TestPayments) => { const { capturedMinor, heldMinor } = await network.state(); return [capturedMinor['gbp'] ?? 0, heldMinor['gbp'] ?? 0] }

/** Goods that were promised have left, and their kept card wants its holder to be there. */
async function refused(paymentMethod = 'pm_card_authenticationRequired', { once = false } = {}) {
  const clock = movableClock()
  const shop = await startTestPayments({ clock })
  const asked = charge({ mode: 'save_card', paymentMethod })
  const answer = await shop.client().authorise(asked)
  if (answer.status === 'requires_action') await answers(answer.url, 'pass')
  await shop.client().resolve({ checkoutId: asked.checkoutId })
  const { paymentId } = answer
  if (once) await shop.network.fault({ method: 'POST', path: '^/v1/payment_intents$', mode: 'decline', count: 1 })
  await assert.rejects(shop.client().capture({ paymentId, key: 'left' }), (error) => isFailure(error, 'NOT_CAPTURABLE'))
  const payment = () => shop.client().getPayment({ paymentId })
  assert.notEqual((await payment()).problem, null)
  return { shop, clock, paymentId, payment, ask: () => shop.client().askShopper({ orderId: asked.orderId, returnUrl: back }) }
}

describe('a kept card that refused', () => {
  test('is paid by its holder, who answers the bank; asked for twice it is one charge', async () => {
    const { shop, payment, ask } = await refused()
    const [first, second] = await Promise.all([ask(), ask()])
    assert.deepEqual([first.status, second], ['requires_action', first])
    await answers(first.url ?? '', 'pass')
    while ((await shop.network.state()).webhooksWaiting > 0) await new Promise((soon) => setTimeout(soon, 5))
    await shop.service.caughtUp()
    const { status, problem } = await payment()
    assert.deepEqual([status, problem, await taken(shop)], ['captured', null, [2598, 0]])
    assert.deepEqual(await ask(), { status: 'paid' })
    assert.deepEqual((await shop.client().auditProvider({})).wrong, [])
  })

  test('of which no webhook tells is looked at by itself, and is not asked again on its day', async () => {
    const { shop, clock, payment, ask } = await refused()
    shop.network.setWebhook(null)
    await answers((await ask()).url ?? '', 'pass')
    clock.advance(61_000)
    await shop.service.caughtUp()
    assert.equal((await payment()).status, 'captured')
    clock.advance(6 * dayMs)
    await shop.service.caughtUp()
    assert.deepEqual(await taken(shop), [2598, 0])
  })

  test('whose holder refuses at the bank may be asked anew', async () => {
    const { shop, payment, ask } = await refused()
    const first = await ask()
    await answers(first.url ?? '', 'fail')
    while ((await shop.network.state()).webhooksWaiting > 0) await new Promise((soon) => setTimeout(soon, 5))
    await shop.service.caughtUp()
    assert.notEqual((await payment()).problem, null)
    const second = await ask()
    assert.notEqual(second.url, first.url)
    await answers(second.url ?? '', 'pass')
    while ((await shop.network.state()).webhooksWaiting > 0) await new Promise((soon) => setTimeout(soon, 5))
    await shop.service.caughtUp()
    assert.deepEqual([(await payment()).status, await taken(shop)], ['captured', [2598, 0]])
  })

  for (const [name, answered] of [['before', false], ['after', true]] as const) {
    test(`is charged once when its day comes ${name} its holder answered the bank, and would pay without them by then`, async () => {
      const { shop, clock, payment, ask } = await refused('pm_card_authenticationRequiredOnSetup', { once: true })
      shop.network.setWebhook(null)
      const { url } = await ask()
      if (answered) await answers(url ?? '', 'pass')
      clock.advance(dayMs + 1000)
      await shop.service.caughtUp()
      assert.deepEqual([(await payment()).status, await taken(shop)], ['captured', [2598, 0]])
      await answers(url ?? '', 'pass')
      clock.advance(6 * dayMs)
      await shop.service.caughtUp()
      assert.deepEqual([(await payment()).captured.amountMinor, await taken(shop), (await shop.client().auditProvider({})).wrong], [2598, [2598, 0], []])
    })
  }

  test('is not asked twice at once, nor when there is nothing to pay, nor by anybody but the shop', async () => {
    const { shop, paymentId, ask } = await refused()
    await shop.database.run(`update movement set due_at = now() where payment_id = $1 and state = 'wanted'`, [paymentId])
    await assert.rejects(ask(), (error) => isFailure(error, 'UNAVAILABLE'))
    const fine = charge()
    await shop.client().authorise(fine)
    await assert.rejects(shop.client().askShopper({ orderId: fine.orderId, returnUrl: back }), (error) => isFailure(error, 'CONFLICT'))
    await assert.rejects(shop.client({ kind: 'operator' }).askShopper({ orderId: fine.orderId, returnUrl: back }), (error) => isFailure(error, 'FORBIDDEN'))
  })

  test('whose answer is lost is charged once', async () => {
    const { shop, payment, ask } = await refused()
    await shop.network.fault({ method: 'POST', path: '^/v1/payment_intents$', mode: 'do-then-drop', count: 2 })
    await assert.rejects(ask(), (error) => isFailure(error, 'UNAVAILABLE'))
    const again = await ask()
    await answers(again.url ?? '', 'pass')
    while ((await shop.network.state()).webhooksWaiting > 0) await new Promise((soon) => setTimeout(soon, 5))
    await shop.service.caughtUp()
    assert.deepEqual([(await payment()).status, await taken(shop)], ['captured', [2598, 0]])
  })
})
