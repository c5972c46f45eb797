import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { reaction } from '@octavo/events'
import { isFailure } from '@octavo/failure'
import { money } from '@octavo/money'
import { paymentMoved } from '../events.ts'
import { startTestPayments } from '../testing.ts'
import { charge, movableClock } from './shop.ts'

describe('authorising', () => {
  test('holds the money once, however often it is asked', async () => {
    const { client, network } = await startTestPayments()
    const asked = charge()
    const [first, second] = await Promise.all([client().authorise(asked), client().authorise({ ...asked, fence: 1 })])
    assert.equal(first.status, 'authorised')
    assert.deepEqual(second, first)
    assert.deepEqual(await client().authorise({ ...asked, fence: 2 }), first)
    assert.deepEqual((await network.state()).heldMinor, { gbp: 2598 })
    const payment = await client().getPayment({ paymentId: first.paymentId })
    assert.deepEqual([payment.status, payment.authorised, payment.card?.last4], ['authorised', money(2598, 'GBP'), '4242'])
  })

  test('tells a decline in words and holds nothing', async () => {
    const { client, network } = await startTestPayments()
    const answer = await client().authorise(charge({ paymentMethod: 'pm_card_chargeDeclined' }))
    assert.equal(answer.status, 'failed')
    assert.equal(answer.status === 'failed' && answer.code, 'CARD_DECLINED')
    assert.equal((await network.state()).heldMinor['gbp'] ?? 0, 0)
  })

  test('a card that the provider does not know is a failed payment and no bug', async () => {
    const { client } = await startTestPayments()
    const answer = await client().authorise(charge({ paymentMethod: 'pm_card_of_nobody' }))
    assert.equal(answer.status === 'failed' && answer.code, 'PAYMENT_FAILED')
  })

  test('waits for the bank, whose answer arrives by webhook and wakes the checkout', async () => {
    const { client, database, events, service } = await startTestPayments()
    const moved = Promise.withResolvers<string>()
    const consumer = events.consumer({ consumer: 'listener', database, from: 'beginning', reactions: [reaction(paymentMoved, async ({ data }) => { moved.resolve(`${data.checkoutId} ${data.status}`) })] })
    await consumer.start()
    const asked = charge({ paymentMethod: 'pm_card_threeDSecure2Required' })
    const answer = await client().authorise(asked)
    assert.equal(answer.status, 'requires_action')
    await fetch(answer.status === 'requires_action' ? answer.url : '', { method: 'POST', redirect: 'manual', body: new URLSearchParams({ outcome: 'pass' }) })
    assert.equal(await moved.promise, `${asked.checkoutId} authorised`)
    await consumer.stop()
    await service.carried()
    assert.equal((await client().resolve({ checkoutId: asked.checkoutId })).status, 'authorised')
  })

  test('a bank that is not convinced fails the payment', async () => {
    const { client } = await startTestPayments()
    const asked = charge({ paymentMethod: 'pm_card_threeDSecure2Required' })
    const answer = await client().authorise(asked)
    await fetch(answer.status === 'requires_action' ? answer.url : '', { method: 'POST', redirect: 'manual', body: new URLSearchParams({ outcome: 'fail' }) })
    const resolved = await client().resolve({ checkoutId: asked.checkoutId })
    assert.equal(resolved.status === 'failed' && resolved.code, 'AUTHENTICATION_FAILED')
  })

  for (const [mode, words] of [['do-then-drop', 'did it and did not say so'], ['drop', 'did nothing and said nothing']] as const) {
    test(`a network that ${words} is asked again, and the money is held once`, async () => {
      const { client, network } = await startTestPayments()
      for (const path of ['/v1/payment_intents$', '/confirm$']) {
        const asked = charge()
        await network.fault({ method: 'POST', path, mode, count: 1 })
        let answer = await client().authorise(asked)
        for (let tries = 0; answer.status === 'unknown' && tries < 3; tries++) answer = await client().authorise(asked)
        assert.equal(answer.status, 'authorised', `${mode} ${path}`)
        await network.clearFaults()
      }
      assert.deepEqual((await network.state()).heldMinor, { gbp: 2 * 2598 })
    })
  }
})

describe('an outcome that nobody told', () => {
  test('is read from the provider after a while, and told', async () => {
    const clock = movableClock()
    const { client, service, network, database, events } = await startTestPayments({ clock })
    network.setWebhook(null)
    const asked = charge({ paymentMethod: 'pm_card_threeDSecure2Required' })
    const answer = await client().authorise(asked)
    await fetch(answer.status === 'requires_action' ? answer.url : '', { method: 'POST', redirect: 'manual', body: new URLSearchParams({ outcome: 'pass' }) })
    await service.caughtUp()
    assert.equal((await client().getPayment({ paymentId: answer.paymentId })).status, 'requires_action')
    clock.advance(2 * 60_000)
    await service.caughtUp()
    assert.equal((await client().getPayment({ paymentId: answer.paymentId })).status, 'authorised')
    const told = Promise.withResolvers<string>()
    const listener = events.consumer({ consumer: 'listener', database, from: 'beginning', reactions: [reaction(paymentMoved, async ({ data }) => told.resolve(`${data.checkoutId} ${data.status}`))] })
    await listener.start()
    assert.equal(await told.promise, `${asked.checkoutId} authorised`)
    await listener.stop()
  })

  test('of the making of an intent makes no second one that holds money', async () => {
    const { client, network } = await startTestPayments()
    const asked = charge()
    await network.fault({ method: 'POST', path: '/payment_intents$', mode: 'do-then-fail', count: 1 })
    assert.equal((await client().authorise(asked)).status, 'unknown')
    await assert.rejects(client().resolve({ checkoutId: asked.checkoutId }), (error) => isFailure(error, 'NOT_FOUND'), 'nothing was written that could be read')
    assert.equal((await client().authorise(asked)).status, 'authorised')
    assert.deepEqual([(await network.state()).heldMinor, (await network.state()).intents], [{ gbp: 2598 }, { requires_capture: 1 }])
  })

  test('of a confirmation is found out by whoever asks next, and never by confirming twice', async () => {
    const { client, network } = await startTestPayments()
    const asked = charge()
    await network.fault({ method: 'POST', path: '/confirm$', mode: 'do-then-fail', count: 3 })
    await network.fault({ method: 'GET', path: '/v1/payment_intents/', mode: 'fail', count: 3 })
    assert.equal((await client().authorise(asked)).status, 'unknown')
    await network.clearFaults()
    assert.equal((await client().resolve({ checkoutId: asked.checkoutId })).status, 'authorised')
    assert.deepEqual((await network.state()).heldMinor, { gbp: 2598 })
  })
})

describe('the books', () => {
  test('refuse what cannot be: more taken than was held, more given back than was taken', async () => {
    const { client, database } = await startTestPayments()
    const { paymentId } = await client().authorise(charge())
    for (const wrong of ['authorised_minor = amount_minor + 1', 'captured_minor = authorised_minor + 1', 'refunded_minor = captured_minor + 1', 'refunded_minor = -1']) {
      await assert.rejects(database.run(`update payment set ${wrong} where id = $1`, [paymentId]), /violates check constraint/, wrong)
    }
  })

  test('hold one payment a checkout, and refuse another amount for it', async () => {
    const { client } = await startTestPayments()
    const asked = charge()
    await client().authorise(asked)
    await assert.rejects(client().authorise({ ...asked, amount: money(1, 'GBP') }), (error) => isFailure(error, 'CONFLICT'))
    assert.equal((await client().listPayments({ checkoutId: asked.checkoutId })).items.length, 1)
  })

  test('are whole in money without cents', async () => {
    const { client, network } = await startTestPayments()
    const { paymentId } = await client().authorise(charge({ amount: money(2598, 'JPY') }))
    await client().capture({ paymentId, amount: money(2000, 'JPY'), key: 'k' })
    await client().refund({ paymentId, amount: money(1, 'JPY'), key: 'r' })
    const payment = await client().getPayment({ paymentId })
    assert.deepEqual([payment.authorised, payment.captured, payment.refunded], [money(2598, 'JPY'), money(2000, 'JPY'), money(1, 'JPY')])
    assert.deepEqual((await network.state()).refundedMinor, { jpy: 1 })
  })
})

describe('undoing', () => {
  test('lets go of what was held', async () => {
    const { client, network } = await startTestPayments()
    const { checkoutId, ...rest } = charge()
    const { paymentId } = await client().authorise({ checkoutId, ...rest })
    assert.deepEqual(await client().void({ checkoutId, attempt: 1, fence: 1, reason: 'test' }), { voided: true })
    assert.deepEqual(await client().void({ checkoutId, attempt: 1, fence: 1, reason: 'test' }), { voided: true })
    assert.equal((await client().getPayment({ paymentId })).status, 'voided')
    assert.equal((await network.state()).heldMinor['gbp'] ?? 0, 0)
  })

  test('an undo that comes before its do leaves a tombstone', async () => {
    const { client, network } = await startTestPayments()
    const asked = charge()
    await client().void({ checkoutId: asked.checkoutId, attempt: 1, fence: 2, reason: 'test' })
    await assert.rejects(client().authorise({ ...asked, fence: 2 }), (error) => isFailure(error, 'UNDONE'))
    assert.deepEqual((await network.state()).intents, { canceled: 1 })
  })

  test('an undo while the intent is made leaves none that could be confirmed', async () => {
    const { client, database, network } = await startTestPayments()
    const asked = charge()
    const late = await database.transaction(async (tx) => {
      await tx.run('select begin_undo($1, 1)', [asked.checkoutId])
      const authorising = client().authorise(asked).catch((error: unknown) => error)
      // Made at the provider, and not begun: that waits for the undo.
      while ((await network.state()).intents['requires_confirmation'] !== 1) await new Promise(setImmediate)
      return { authorising }
    })
    assert.ok(isFailure(await late.authorising, 'UNDONE'))
    assert.deepEqual([(await network.state()).intents, (await client().listPayments({ checkoutId: asked.checkoutId })).items], [{ canceled: 1 }, []])
  })

  test('an undo while the bank is asked leaves nothing held', async () => {
    const { client, network } = await startTestPayments()
    const asked = charge()
    await network.fault({ method: 'POST', path: '/confirm$', mode: 'slow', ms: 300, count: 1 })
    const slow = client().authorise(asked).catch((error: unknown) => error)
    while ((await client().listPayments({ checkoutId: asked.checkoutId })).items.length === 0) await new Promise(setImmediate)
    await client().void({ checkoutId: asked.checkoutId, attempt: 1, fence: 1, reason: 'test' })
    await slow
    await client().void({ checkoutId: asked.checkoutId, attempt: 1, fence: 1, reason: 'test' })
    const [payment] = (await client().listPayments({ checkoutId: asked.checkoutId })).items
    assert.equal(payment?.status, 'voided')
    assert.equal((await network.state()).heldMinor['gbp'] ?? 0, 0)
  })

  test('an older fence is refused', async () => {
    const { client } = await startTestPayments()
    const asked = charge({ fence: 5 })
    await client().authorise(asked)
    await assert.rejects(client().authorise({ ...asked, fence: 4 }), (error) => isFailure(error, 'STALE_FENCE'))
    await assert.rejects(client().void({ checkoutId: asked.checkoutId, attempt: 1, fence: 4, reason: 'test' }), (error) => isFailure(error, 'STALE_FENCE'))
  })
})

test('only the shop itself authorises, and payments are an operator\'s to see', async () => {
  const { client } = await startTestPayments()
  await assert.rejects(client({ kind: 'guest', guestId: 'gst_1' }).authorise(charge()), (error) => isFailure(error, 'FORBIDDEN'))
  await assert.rejects(client({ kind: 'guest', guestId: 'gst_1' }).listPayments({}), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
})
