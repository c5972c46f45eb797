import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '@octavo/database/testing'
import { costsOf, fillWith, remembering, runUnhurried } from '@octavo/database/test-plans'
import { ordersTables } from '../service.ts'
import { listCheckouts } from '../store/checkouts.ts'
import { allOrders, ordersOfCheckout, ordersOfNumber, ordersOfOffer, ordersOfOwner, ordersOfStatus } from '../store/order-lists.ts'
import { ordersFrom } from '../store/orders.ts'

const limit = 25
const database = await testDatabase('orders', ordersTables())
const memory = remembering(database)
await fill()

test('every list of orders and of checkouts is one range of one index in its order, at the first page and far behind it, at a million of them', async () => {
  for (const before of [undefined, 'ord_0500000']) {
    await allOrders(memory.database, { before, limit })
    await ordersOfOwner(memory.database, 'own_1', { before, limit })
    await ordersOfStatus(memory.database, 'placed', { before, limit })
    await ordersOfStatus(memory.database, 'cancelled', { before, limit })
    await ordersOfCheckout(memory.database, 'cko_0500000')
    await ordersOfNumber(memory.database, 'N500000')
  }
  for (const before of [undefined, 'cko_0500000']) for (const status of [undefined, 'completed', 'stuck'] as const) await listCheckouts(memory.database, { status, search: undefined, before, limit })
  for (const statement of memory.taken()) assert.deepEqual(await costsOf(database, statement, 2 * limit), [], statement.text)
})

test('checkouts are found by the address that was given, by ids, and by an order’s number', async () => {
  for (const search of ['r500000@reader.example', 'cko_0500000', 'ord_0500000', 'N500000']) await listCheckouts(memory.database, { status: 'completed', search, before: undefined, limit })
  for (const statement of memory.taken()) assert.deepEqual((await costsOf(database, statement, 2 * limit)).filter((cost) => !/^Sort of [1-3] rows?$/.test(cost)), [], statement.text)
})

test('a page of all orders with their parcels puts no more in order than the parcels of each', async () => {
  for (const after of ['', 'ord_0500000']) await ordersFrom(memory.database, after, limit)
  for (const statement of memory.taken()) assert.deepEqual((await costsOf(database, statement, limit)).filter((cost) => cost !== 'Sort of 25 rows'), [], statement.text)
})

test('orders of an offer are found by a range of one index, and only the page is put in its order', async () => {
  for (const before of [undefined, 'ord_0500000']) await ordersOfOffer(memory.database, 'off_1', { before, limit })
  for (const statement of memory.taken()) assert.deepEqual((await costsOf(database, statement, limit + 1)).filter((cost) => cost !== `Sort of ${limit} rows`), [], statement.text)
})

/** One shopper and one offer have a tenth of all; one order in a hundred is cancelled; one checkout in a thousand is stuck. */
async function fill(): Promise<void> {
  const no = `lpad(n::text, 7, '0')`
  await fillWith(database,
    `insert into placed_order (id, number, checkout_id, owner, email, market, status, promised, agreed, placed_at, updated_at)
     select 'ord_' || ${no}, 'N' || n, 'cko_' || ${no}, 'own_' || case when n % 10 = 0 then 1 else n end, 'e', 'gb', case when n % 100 = 0 then 'cancelled' else 'placed' end, false, '{}', now(), now() from generate_series($1::int, $2::int) n`)
  await fillWith(database,
    `insert into checkout (id, owner, idempotency_key, body_hash, cart_id, order_id, request, steps_version, status, saga, fence, due_at, deadline_at, request_id, created_at, updated_at)
     select 'cko_' || ${no}, 'own_' || n, 'k', 'h', 'crt_' || n, 'ord_' || ${no}, jsonb_build_object('email', 'r' || n || '@reader.example'), 1, case when n % 1000 = 0 then 'stuck' else 'completed' end, '{}', 1, case when n % 1000 = 0 then now() end, now(), 'r', now(), now() from generate_series($1::int, $2::int) n`)
  await fillWith(database, `insert into order_line (order_id, id, sub_order_id, offer_id) select 'ord_' || ${no}, 'l', 's', 'off_' || case when n % 10 = 0 then 1 else n end from generate_series($1::int, $2::int) n`)
  await fillWith(database, `insert into shipment (id, order_id, sub_order_id, status, carrier, tracking_number, dispatched_at) select 'shp_' || ${no}, 'ord_' || ${no}, 's', 'dispatched', 'c', 't', now() from generate_series($1::int, $2::int) n`)
  await fillWith(database, `insert into refund (id, order_id, key, asked, status, parts, amount_minor, reason, operator, at) select 'ref_' || ${no}, 'ord_' || ${no}, 'k', '{}', 'given', '{}', 1, '', 'token', now() from generate_series($1::int, $2::int) n`)
  await fillWith(database, `insert into parcel_tracking (shipment_id, state, at) select 'shp_' || ${no}, 'in_transit', now() from generate_series($1::int, $2::int) n`)
  await runUnhurried(database, 'analyze')
}
