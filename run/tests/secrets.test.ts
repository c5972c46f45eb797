import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openSecrets } from '../secrets.ts'

async function newHome(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-secrets-'))
  after(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'home')
}

test('secrets are made once, for this user alone, and are the same at the next start', async () => {
  const home = await newHome()
  const made = await openSecrets(home, {})
  assert.deepEqual(await openSecrets(home, {}), made)
  assert.deepEqual(await readdir(home), ['secrets.json'])
  if (process.platform !== 'win32') assert.equal((await stat(join(home, 'secrets.json'))).mode & 0o777, 0o600)
})

test('processes that start together for the first time have the same secrets', async () => {
  const home = await newHome()
  const all = await Promise.all(Array.from({ length: 8 }, () => openSecrets(home, {})))
  for (const one of all) assert.deepEqual(one, all[0])
})

test('keys of the environment stand before those of the home, two while one is being replaced', async () => {
  const [old, fresh] = ['o'.repeat(32), 'f'.repeat(32)]
  const { guestKeys } = await openSecrets(await newHome(), { OCTAVO_GUEST_KEYS: `${fresh}, ${old}` })
  assert.deepEqual(guestKeys, [fresh, old])
  await assert.rejects(openSecrets(await newHome(), { OCTAVO_GUEST_KEYS: 'short' }), /OCTAVO_GUEST_KEYS is wrong: each key has at least 32 characters/)
})
