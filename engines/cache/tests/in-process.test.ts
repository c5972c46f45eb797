import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { openDatabase } from '@octavo/database/postgres'
import { endConnections, testUrls } from '@octavo/database/testing'
import { cacheConformance } from '../conformance.ts'
import { inProcessCache } from '../in-process.ts'
import { notifyChannel } from '../notify-channel.ts'

const closing: (() => Promise<void>)[] = []
after(async () => { for (const close of closing) await close() })

async function shopDatabase() {
  const { cache: url } = await testUrls({ cache: [] })
  return (name: string) => {
    const database = openDatabase({ url, schema: 'cache', poolMax: 2, applicationName: name })
    closing.push(() => database.close())
    return database
  }
}

cacheConformance({
  name: 'in process, purges by NOTIFY',
  sharesValues: false,
  async open(processes, now) {
    const open = await shopDatabase()
    return Promise.all(Array.from({ length: processes }, (_, n) => inProcessCache({ maxBytes: 1_000_000, now, channel: notifyChannel(open(`process ${n}`)) })))
  },
})

describe('a cache in the process', () => {
  it('lets the least recently used go when it is full', async () => {
    const cache = await inProcessCache({ maxBytes: 3 * 102 })
    const value = 'x'.repeat(100)
    for (const key of ['a', 'b', 'c']) await cache.set(key, value, { ttlMs: 1000 })
    await cache.get('a')
    await cache.set('d', value, { ttlMs: 1000 })
    assert.deepEqual(await Promise.all(['a', 'b', 'c', 'd'].map(async (key) => (await cache.get(key)) === value)), [true, false, true, true])
  })

  it('forgets everything when it may have missed a purge', async (test) => {
    const open = await shopDatabase()
    const cache = await inProcessCache({ maxBytes: 1_000_000, channel: notifyChannel(open('missed')) })
    test.after(() => cache.close())
    await cache.set('key', 1, { ttlMs: 60_000, tags: ['a'] })
    const heard = new Promise((done) => cache.onPurge(done))
    assert.equal(await endConnections('missed listener'), 1)
    assert.deepEqual(await heard, ['*'])
    assert.equal(await cache.get('key'), undefined)
  })
})
