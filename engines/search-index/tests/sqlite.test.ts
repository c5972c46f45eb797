import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { searchIndexConformance } from '../conformance.ts'
import { EngineAway } from '../port.ts'
import { sqliteSearchIndex } from '../sqlite/sqlite.ts'

async function open(context: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-search-'))
  let index = sqliteSearchIndex({ folder })
  context.after(async () => { await index.close(); await rm(folder, { recursive: true, force: true }) })
  return { index, again: async () => { index = sqliteSearchIndex({ folder }); return index } }
}

searchIndexConformance({ name: 'SQLite FTS5', open })

test('a thread that died fails what it was asked, and the next call starts another with all that was written', async (context) => {
  const { index } = await open(context)
  await index.create('books-1')
  await index.put('books-1', [{ id: 'a', version: 1, product: null }])
  // Long work, which the thread is in the middle of.
  const asked = index.put('books-1', Array.from({ length: 100_000 }, (_, n) => ({ id: `b${n}`, version: 1, product: null })))
  const [, revive] = await Promise.all([assert.rejects(asked, EngineAway), index.kill()])
  await assert.rejects(index.count('books-1'), EngineAway)
  revive()
  assert.deepEqual(await index.versions('books-1', ['a']), { a: 1 })
})
