import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabases } from '@octavo/database/testing'
import { costsOf, fillWith, remembering, runUnhurried } from '@octavo/database/test-plans'
import { logTables, testEvents } from '@octavo/events/testing'
import { sellersTables } from '../service.ts'
import { startTestSellers } from '../testing.ts'

const limit = 24
const databases = await testDatabases({ sellers: sellersTables(), events: logTables })
const memory = remembering(databases.sellers)
const shop = (await startTestSellers({ database: memory.database, events: await testEvents(databases.events) })).client()
await fill()

test('every list of sellers is one range of one index in its order, at the first page and behind it, at a million of them', async () => {
  memory.taken()
  for (const list of [shop.listSellers, shop.snapshot]) {
    const { items, nextCursor } = await list({ limit })
    assert.equal(items.length, limit)
    const next = await list({ limit, cursor: nextCursor! })
    // All were made in one moment: the next page begins where this one ends.
    assert.equal(new Set([...items, ...next.items].map(({ id }) => id)).size, 2 * limit)
  }
  const statements = memory.taken().filter(({ text }) => /from seller\b/.test(text))
  assert.equal(statements.length, 4)
  for (const statement of statements) assert.deepEqual(await costsOf(databases.sellers, statement, limit + 1), [], statement.text)
})

async function fill(): Promise<void> {
  await fillWith(databases.sellers, `insert into seller (id, handle, name, created_at) select 'sel_' || lpad(n::text, 7, '0'), 'h-' || n, 'N', '2036-01-01 12:00:00.123456Z' from generate_series($1::int, $2::int) n`)
  await runUnhurried(databases.sellers, 'analyze')
}
