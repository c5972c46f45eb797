import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '@octavo/database/testing'
import { costsOf, fillWith, remembering, runUnhurried } from '@octavo/database/test-plans'
import { shippingTables } from '../service.ts'
import { readShipments, readShipmentsAfter } from '../store/shipments.ts'

const limit = 25
const database = await testDatabase('shipping', shippingTables())
const memory = remembering(database)
await fill()

test('every list of shipments is one range of one index in its order, at the first page and far behind it, at a million of them', async () => {
  for (const before of [undefined, 'shp_0500000']) {
    await readShipments(memory.database, {}, before, limit)
    await readShipments(memory.database, { status: 'pending' }, before, limit)
    await readShipments(memory.database, { status: 'cancelled' }, before, limit)
    await readShipments(memory.database, { orderId: 'ord_1' }, before, limit)
    await readShipments(memory.database, { orderId: 'ord_1', status: 'pending' }, before, limit)
    await readShipmentsAfter(memory.database, before ?? '', limit)
  }
  const statements = memory.taken()
  assert.equal(statements.length, 12)
  for (const statement of statements) assert.deepEqual(await costsOf(database, statement, 2 * limit), [], statement.text)
})

/** One order has a hundredth of all parcels; one in a thousand is cancelled. */
async function fill(): Promise<void> {
  await fillWith(database,
    `insert into shipment (id, order_id, sub_order_id, parcel, seller_id, status, delivery_option, address, lines, promised_by, created_at)
     select 'shp_' || lpad(n::text, 7, '0'), 'ord_' || case when n % 100 = 0 then 1 else n end, 'sub_' || n, 1, 'sel_1', case when n % 1000 = 1 then 'cancelled' else 'pending' end, 'standard', '{}', '[]', '2026-01-01', now() from generate_series($1::int, $2::int) n`)
  await fillWith(database, `insert into label (shipment_id, svg, bought_at) select 'shp_' || lpad(n::text, 7, '0'), '', now() from generate_series($1::int, $2::int) n`)
  await fillWith(database, `insert into tracking_event (id, shipment_id, state, at) select 'e' || n, 'shp_' || lpad(n::text, 7, '0'), 'in_transit', now() from generate_series($1::int, $2::int) n`)
  await runUnhurried(database, 'analyze')
}
