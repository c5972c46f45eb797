import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { money } from '@octavo/money'
import { startTestPayments } from '../testing.ts'
import { charge } from './shop.ts'

const shop = await startTestPayments()

async function authorised() {
  const asked = charge()
  const { paymentId } = await shop.client().authorise(asked)
  const { providerReference } = await shop.client().getPayment({ paymentId })
  return { ...asked, paymentId, intentId: providerReference ?? assert.fail() }
}
const wrongAtProvider = async (intentId: string) => (await shop.client().auditProvider({})).wrong.filter((wrong) => wrong.intentId === intentId).map(({ detail }) => detail)

describe('the audit of money', () => {
  test('finds nothing wrong at the provider with what was held, taken, given back, let go and declined', async () => {
    await authorised()
    const { paymentId } = await authorised()
    await shop.client().capture({ paymentId, key: 'k' })
    await shop.client().refund({ paymentId, amount: money(600, 'GBP'), key: 'r' })
    const undone = await authorised()
    await shop.client().void({ checkoutId: undone.checkoutId, attempt: 1, fence: 2, reason: 'gone' })
    await shop.client().authorise(charge({ paymentMethod: 'pm_card_visa_chargeDeclined' }))
    const { examined, wrong } = await shop.client().auditProvider({})
    assert.deepEqual([wrong, examined >= 4], [[], true])
    const { payments } = await shop.client().audit({ checkoutIds: [undone.checkoutId] })
    assert.deepEqual(payments.map(({ status, wanted, rivals }) => [status, wanted, rivals]), [['voided', 0, []]])
  })

  const planted: readonly (readonly [name: string, sql: string, captured: boolean, detail: RegExp])[] = [
    ['money held for a payment that is not ours', 'delete from payment where id = $1', false, /not ours/],
    ['money held for what was let go in our books', `update payment set status = 'voided' where id = $1`, false, /holds 2598, and the payment is voided/],
    ['money taken that our books do not have', 'update payment set captured_minor = 2000 where id = $1', true, /keeps 2598, and the payment says 2000/],
  ]
  for (const [name, sql, captured, detail] of planted) {
    test(`finds ${name}`, async () => {
      const { paymentId, intentId } = await authorised()
      if (captured) await shop.client().capture({ paymentId, key: 'k' })
      assert.deepEqual(await wrongAtProvider(intentId), [])
      if (captured) await shop.database.run(`delete from movement where payment_id = $1`, [paymentId])
      await shop.database.run(sql, [paymentId])
      assert.match((await wrongAtProvider(intentId)).join(), detail)
    })
  }

  test('is mended by itself where it is certain: what nobody told is read, what is held for nothing is let go; the rest is reported', async () => {
    const { paymentId, intentId } = await authorised()
    await shop.database.run(`update payment set status = 'requires_action', authorised_minor = 0, look_at = now() + interval '1 day' where id = $1`, [paymentId])
    const off = await authorised()
    await shop.database.run(`update payment set status = 'voided' where id = $1`, [off.paymentId])
    const strange = await authorised()
    await shop.database.run('delete from payment where id = $1', [strange.paymentId])
    const { mended, reported } = await shop.service.reconcile()
    assert.ok(mended >= 2)
    assert.ok(reported.some((detail) => detail.startsWith(strange.intentId)))
    assert.ok(![intentId, off.intentId].some((id) => reported.some((detail) => detail.startsWith(id))), reported.join())
    const { status, authorised: held } = await shop.client().getPayment({ paymentId })
    assert.deepEqual([status, held.amountMinor], ['authorised', 2598])
    assert.deepEqual([await wrongAtProvider(intentId), await wrongAtProvider(off.intentId)], [[], []])
    assert.equal((await shop.service.reconcile()).mended, 0)
  })

  test('leaves alone what is to be let go and has its next try', async () => {
    const { paymentId, intentId } = await authorised()
    await shop.database.run(`update payment set status = 'voided' where id = $1`, [paymentId])
    await shop.database.run(`insert into movement (id, payment_id, kind, key, state, due_at, created_at) values ('mov_' || $1, $1, 'release', 'undo', 'wanted', now() + interval '1 hour', now())`, [paymentId])
    assert.deepEqual(await wrongAtProvider(intentId), [])
  })

  test('names the other payments of one order that hold money', async () => {
    const [one, other] = [await authorised(), await authorised()]
    await shop.database.run('update payment set order_id = $2 where id = $1', [other.paymentId, one.orderId])
    const { payments } = await shop.client().audit({ checkoutIds: [one.checkoutId] })
    assert.deepEqual(payments.map(({ rivals }) => rivals), [[other.paymentId]])
  })

  test('asks for an operator', async () => {
    await assert.rejects(shop.client({ kind: 'anonymous' }).audit({}))
    await assert.rejects(shop.client({ kind: 'anonymous' }).auditProvider({}))
  })
})
