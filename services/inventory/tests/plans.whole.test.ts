import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '@octavo/database/testing'
import { costsOf, fillWith, remembering, runUnhurried } from '@octavo/database/test-plans'
import { inventoryTables } from '../service.ts'
import { readLevelsAfter } from '../store/levels.ts'
import { readMovements } from '../store/movements.ts'
import { readReservations } from '../store/reservations.ts'

const limit = 25
const database = await testDatabase('inventory', inventoryTables())
const memory = remembering(database)
await fill()

test('every list of reservations, movements and levels is one range of one index in its order, at the first page and far behind it, at a million of them', async () => {
  for (const before of [undefined, 'rsv_0500000']) {
    await readReservations(memory.database, {}, before, limit)
    await readReservations(memory.database, { stockItemId: 'stk_1' }, before, limit)
    await readReservations(memory.database, { checkoutId: 'cko_1' }, before, limit)
    await readReservations(memory.database, { checkoutId: 'cko_1', stockItemId: 'stk_1' }, before, limit)
  }
  for (const before of [undefined, 'mov_0500000']) await readMovements(memory.database, 'stk_1', before, limit)
  for (const after of ['', 'stk_0500000']) await readLevelsAfter(memory.database, after, limit)
  const statements = memory.taken()
  assert.equal(statements.length, 12)
  for (const statement of statements) assert.deepEqual(await costsOf(database, statement, limit), [], statement.text)
})

/** One item has a tenth of all reservations and movements, one checkout a hundredth. */
async function fill(): Promise<void> {
  const no = `lpad(n::text, 7, '0')`
  const item = `'stk_' || case when n % 10 = 0 then '1' else ${no} end`
  await database.run(`insert into location (id, name) values ('loc_main', 'Main') on conflict do nothing`)
  await fillWith(database, `insert into stock_item (id, seller_id, sku, on_hand) select 'stk_' || ${no}, 'sel_1', n, 5 from generate_series($1::int, $2::int) n`)
  await fillWith(database, `insert into hold (checkout_id, attempt, status, promised) select 'cko_' || n, 1, 'settled', false from generate_series($1::int, $2::int) n`)
  await fillWith(database,
    `insert into reservation (id, checkout_id, attempt, stock_item_id, location_id, promised, units, open_units, created_at)
     select 'rsv_' || ${no}, 'cko_' || case when n % 100 = 0 then 1 else n end, 1, ${item}, 'loc_main', false, 1, 1, now() from generate_series($1::int, $2::int) n`)
  await fillWith(database, `insert into movement (id, stock_item_id, location_id, change, reason, at) select 'mov_' || ${no}, ${item}, 'loc_main', 1, 'r', now() from generate_series($1::int, $2::int) n`)
  await runUnhurried(database, 'analyze')
}
