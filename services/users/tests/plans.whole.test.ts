import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabases } from '@octavo/database/testing'
import { costsOf, fillWith, remembering, runUnhurried } from '@octavo/database/test-plans'
import { logTables, testEvents } from '@octavo/events/testing'
import { notificationsTables } from '@octavo/notifications'
import { startTestNotifications } from '@octavo/notifications/testing'
import { usersTables } from '../service.ts'
import { startTestUsers } from '../testing.ts'

const limit = 24
const databases = await testDatabases({ users: usersTables(), notifications: notificationsTables(), events: logTables })
const memory = remembering(databases.users)
const events = await testEvents(databases.events)
const notifications = await startTestNotifications({ database: databases.notifications, events })
const users = await startTestUsers({ database: memory.database, events, notifications: notifications.client({ kind: 'service', service: 'users' }) })
await fill()

test('every list of accounts is one range of one index in its order, at the first page and behind it, at a million of them', async () => {
  memory.taken()
  const lists = [users.client({ kind: 'operator' }).listAccounts, users.client().snapshot] as const
  for (const list of lists) {
    const { items, nextCursor } = await list({ limit })
    assert.equal(items.length, limit)
    const next = await list({ limit, cursor: nextCursor! })
    // All were made in one moment: the next page begins where this one ends.
    assert.equal(new Set([...items, ...next.items].map((account) => ('id' in account ? account.id : account.accountId))).size, 2 * limit)
  }
  assert.equal((await lists[0]({ email: 'A500000@example.org' })).items.length, 1)
  const statements = memory.taken().filter(({ text }) => /from "user" where \(?"?(createdAt|id|lower)/.test(text))
  assert.equal(statements.length, 5)
  for (const statement of statements) assert.deepEqual(await costsOf(databases.users, statement, limit + 1), [], statement.text)
})

async function fill(): Promise<void> {
  await fillWith(databases.users,
    `insert into "user" ("id", "name", "email", "emailVerified", "announced", "announcedEmail", "createdAt")
     select 'acc_' || lpad(n::text, 7, '0'), 'N', 'a' || n || '@example.org', true, true, 'a' || n || '@example.org', '2026-01-01 12:00:00.123456Z' from generate_series($1::int, $2::int) n`)
  await runUnhurried(databases.users, 'analyze')
}
