import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOutsideDatabaseUrl, testDatabase, useServer } from '../testing.ts'

// What holds on the embedded server holds on any from 15 on.
useServer(readOutsideDatabaseUrl())
await import('./database.test.ts')

test('the outside server is reached by its URL, and is 15 or later', async () => {
  const database = await testDatabase()
  const { major, port } = await database.one<{ major: number; port: number }>(`select current_setting('server_version_num')::int / 10000 as major, inet_server_port() as port`)
  assert.ok(major >= 15)
  assert.equal(port, Number(new URL(readOutsideDatabaseUrl()).port || 5432))
})
