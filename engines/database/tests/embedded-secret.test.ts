import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { FolderUnusable, startEmbeddedPostgres } from '../embedded.ts'

test('a home whose secrets are not its database\'s is told so, and keeps its data', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-secret-'))
  after(() => rm(folder, { recursive: true, force: true }))
  const settings = { folder, durable: false, sharedBuffersMb: 16 }
  await (await startEmbeddedPostgres({ ...settings, secret: 'the first' })).stop()
  await assert.rejects(startEmbeddedPostgres({ ...settings, secret: 'another' }), (error) => error instanceof FolderUnusable && /secrets\.json/.test(error.message))
  await (await startEmbeddedPostgres({ ...settings, secret: 'the first' })).stop()
})
