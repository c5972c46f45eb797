import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { readTestRedisUrl } from '../config.ts'
import { cacheConformance } from '../conformance.ts'
import type { Cache } from '../port.ts'
import { redisCache } from '../redis.ts'

const url = readTestRedisUrl()
if (url === undefined) throw new Error('OCTAVO_TEST_REDIS_URL names the Redis that these tests run against')
const prefix = (): string => `test:${randomUUID()}:`

cacheConformance({
  name: 'Redis',
  sharesValues: true,
  async open(processes, now) {
    const ours = prefix()
    return Promise.all(Array.from({ length: processes }, () => redisCache({ url, prefix: ours, nearBytes: 1_000_000, now })))
  },
})

/** Redis behind a door that can be shut. */
async function behindDoor() {
  const { hostname, port } = new URL(url as string)
  const open = new Set<Socket>()
  let shut = false
  const server = createServer((socket) => {
    if (shut) return socket.destroy()
    const onward = connect(Number(port || 6379), hostname)
    for (const one of [socket, onward]) {
      open.add(one)
      one.on('error', () => {}).on('close', () => { open.delete(one); socket.destroy(); onward.destroy() })
    }
    socket.pipe(onward).pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shut() { shut = true; for (const socket of open) socket.destroy() },
    open() { shut = false },
    close() { this.shut(); server.close() },
  }
}

describe('while Redis is away', { timeout: 300_000 }, () => {
  const options = { ttlMs: 600_000, tags: ['a'] }
  const heardOf = (cache: Cache): Promise<readonly string[]> => new Promise((done) => cache.onPurge(done))

  it('everything goes on, each value made anew', async (test) => {
    const door = await behindDoor()
    test.after(() => door.close())
    const cache = await redisCache({ url: door.url, prefix: prefix(), nearBytes: 0 })
    test.after(() => cache.close())
    assert.equal(await cache.remember('key', options, async () => 'with'), 'with')
    door.shut()
    assert.equal(await cache.remember('key', options, async () => 'without'), 'without')
    await cache.set('key', 1, options)
    await cache.delete('key')
    assert.equal(await cache.get('key'), undefined)
  })

  it('a purge holds here at once, and everywhere when Redis is back', async (test) => {
    const door = await behindDoor()
    test.after(() => door.close())
    const ours = prefix()
    const cut = await redisCache({ url: door.url, prefix: ours, nearBytes: 1_000_000 })
    test.after(() => cut.close())
    const other = await redisCache({ url, prefix: ours, nearBytes: 1_000_000 })
    test.after(() => other.close())
    await cut.set('key', 'old', options)
    assert.equal(await other.get('key'), 'old')
    door.shut()
    await cut.purgeTags(['a'])
    assert.equal(await cut.get('key'), undefined)
    const heard = heardOf(other)
    door.open()
    assert.deepEqual(await heard, ['a'])
    assert.equal(await other.get('key'), undefined)
  })

  it('a shop starts without it', async (test) => {
    const cache = await redisCache({ url: 'redis://127.0.0.1:1', prefix: prefix(), nearBytes: 1_000_000 })
    test.after(() => cache.close())
    assert.equal(await cache.remember('key', options, async () => 'made'), 'made')
  })
})

describe('a filler that died', () => {
  it('holds its lock no longer than five seconds, and gives back only its own', async (test) => {
    const ours = prefix()
    const [slow, next, third] = await Promise.all(Array.from({ length: 3 }, () => redisCache({ url, prefix: ours, nearBytes: 0 }))) as [Cache, Cache, Cache]
    test.after(async () => { for (const cache of [slow, next, third]) await cache.close() })
    let finish = (_: string): void => {}
    let finishSecond = finish
    let fills = 0
    const first = slow.remember('key', { ttlMs: 60_000 }, () => new Promise<string>((done) => { fills += 1; finish = done }))
    while (fills === 0) await pause(1)
    let second = 0
    const hung = next.remember('key', { ttlMs: 60_000 }, () => new Promise<string>((done) => { second += 1; finishSecond = done }))
    while (second === 0) await pause(20)
    finish('first')
    assert.equal(await first, 'first')
    // The one that took over is still at it: a third waits for it.
    await slow.delete('key')
    const waiting = third.remember('key', { ttlMs: 60_000 }, async () => 'third')
    assert.equal(await Promise.race([waiting, pause(200, 'still waiting')]), 'still waiting')
    finishSecond('second')
    assert.equal(await hung, 'second')
    assert.equal(await waiting, 'second')
  })
})
