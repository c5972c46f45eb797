import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabases } from '@octavo/database/testing'
import { costsOf, fillWith, remembering, runUnhurried } from '@octavo/database/test-plans'
import { logTables, testEvents } from '@octavo/events/testing'
import { notificationsTables } from '../service.ts'
import { startTestNotifications } from '../testing.ts'

const limit = 24
const databases = await testDatabases({ notifications: notificationsTables(), events: logTables })
const memory = remembering(databases.notifications)
const shop = (await startTestNotifications({ database: memory.database, events: await testEvents(databases.events) })).client()
await fill()

test('every list of messages is one range of one index in its order, at the first page and behind it, at a million of them', async () => {
  memory.taken()
  for (const to of [undefined, 'Keen@example.org']) {
    const { items, nextCursor } = await shop.listMessages({ limit, ...(to !== undefined && { to }) })
    assert.equal(items.length, limit)
    const next = await shop.listMessages({ limit, ...(to !== undefined && { to }), cursor: nextCursor! })
    // All were made in one moment: the next page begins where this one ends.
    assert.equal(next.items.filter(({ id }) => items.some((one) => one.id === id)).length, 0)
    assert.ok(items.at(-1)!.id > next.items[0]!.id)
  }
  const statements = memory.taken().filter(({ text }) => /from message\b/.test(text) && !/next_attempt_at/.test(text))
  assert.equal(statements.length, 4)
  for (const statement of statements) assert.deepEqual(await costsOf(databases.notifications, statement, limit + 1), [], statement.text)
})

/** One reader has a tenth of all. */
async function fill(): Promise<void> {
  await fillWith(databases.notifications,
    `insert into message (id, once_key, kind, recipient, subject, locale, data, status, created_at)
     select 'msg_' || lpad(n::text, 7, '0'), n, 'order-confirmed', case when n % 10 = 0 then 'keen@example.org' else n || '@example.org' end, 's', 'en', '{}', 'kept', '2026-01-01 12:00:00.123456Z' from generate_series($1::int, $2::int) n`)
  await runUnhurried(databases.notifications, 'analyze')
}
