import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '@octavo/database/testing'
import { costsOf, fillWith, remembering, runUnhurried } from '@octavo/database/test-plans'
import { paymentsTables } from '../service.ts'
import { listPaymentRows, paymentsAfter } from '../store/payments.ts'

const limit = 25
const database = await testDatabase('payments', paymentsTables())
const memory = remembering(database)
await fill()

test('every list of payments is one range of one index in its order, at the first page and far behind it, at a million of them', async () => {
  for (const before of [undefined, 'pay_0500000']) {
    await listPaymentRows(memory.database, {}, before, limit)
    await listPaymentRows(memory.database, { orderId: 'ord_1' }, before, limit)
    await listPaymentRows(memory.database, { checkoutId: 'cko_400000' }, before, limit)
    await paymentsAfter(memory.database, before ?? '', limit)
  }
  const statements = memory.taken()
  assert.equal(statements.length, 8)
  for (const statement of statements) assert.deepEqual(await costsOf(database, statement, limit), [], statement.text)
})

/** One order has a hundredth of all. */
async function fill(): Promise<void> {
  await fillWith(database,
    `insert into payment (id, checkout_id, order_id, mode, status, currency, amount_minor, request, provider, created_at, updated_at)
     select 'pay_' || lpad(n::text, 7, '0'), 'cko_' || n, 'ord_' || case when n % 100 = 0 then 1 else n end, 'authorise', 'pending', 'GBP', 100, '{}', 'stripe', now(), now() from generate_series($1::int, $2::int) n`)
  await runUnhurried(database, 'analyze')
}
