import assert from 'node:assert/strict'
import { once, EventEmitter } from 'node:events'
import { describe, it, type TestContext } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import type { Cache, KeepOptions } from './port.ts'

export interface CacheAdapter {
  readonly name: string
  /** Fresh caches as so many processes of one shop would have them, by this clock. */
  open(processes: number, now: () => number): Promise<Cache[]>
  /** Whether a value kept by one process is had by all, and only one of them fills. In-process caches cannot. */
  readonly sharesValues: boolean
}

/** What every cache does; and what one that keeps its values in the process cannot. */
export function cacheConformance({ name, open, sharesValues }: CacheAdapter): void {
  const shop = async (test: TestContext, processes = 1) => {
    let time = Date.now()
    const caches = await open(processes, () => time)
    test.after(async () => { for (const cache of caches) await cache.close() })
    return { caches, cache: caches[0] as Cache, later: (ms: number) => { time += ms } }
  }
  const long: KeepOptions = { ttlMs: 60_000 }
  const tagged = (...tags: string[]): KeepOptions => ({ ...long, tags })
  const fails = async (): Promise<never> => { throw new Error('the table is away') }

  describe(`cache: ${name}`, { timeout: 300_000 }, () => {
    it('gives back what was set, and nothing of what was not', async (test) => {
      const { cache } = await shop(test)
      for (const value of ['text', 0, false, null, [1, { a: null }], { deep: { list: ['é', '😀'] } }]) {
        await cache.set('key', value, long)
        assert.deepEqual(await cache.get('key'), value)
      }
      assert.equal(await cache.get('another'), undefined)
      await cache.delete('key')
      assert.equal(await cache.get('key'), undefined)
    })

    it('hands out copies: what a caller does to its own is nobody else’s', async (test) => {
      const { cache } = await shop(test)
      const first = await cache.remember('list', long, async () => ({ lines: [1] }))
      first.lines.push(2)
      const second = await cache.remember('list', long, async () => ({ lines: [] as number[] }))
      second.lines.push(3)
      assert.deepEqual(await cache.get('list'), { lines: [1] })
      const together = await Promise.all([1, 2].map(() => cache.remember('made', long, async () => ({ lines: [1] }))))
      together[0]?.lines.push(2)
      assert.deepEqual(together[1], { lines: [1] })
    })

    it('lets a value go after its time', async (test) => {
      const { cache, later } = await shop(test)
      await cache.set('key', 'old', { ttlMs: 1000 })
      assert.equal(await cache.remember('made', { ttlMs: 1000 }, async () => 'old'), 'old')
      later(999)
      assert.equal(await cache.get('key'), 'old')
      assert.equal(await cache.get('made'), 'old')
      later(1)
      assert.equal(await cache.get('key'), undefined)
      assert.equal(await cache.remember('made', { ttlMs: 1000 }, async () => 'new'), 'new')
    })

    it('fills once for many who ask at the same time', async (test) => {
      const { cache } = await shop(test)
      const gate = new EventEmitter()
      let fills = 0
      const fill = async () => { fills += 1; await once(gate, 'open'); return { fills } }
      const asked = Array.from({ length: 100 }, () => cache.remember('hot', long, fill))
      while (fills === 0) await turn()
      gate.emit('open')
      assert.deepEqual(await Promise.all(asked), Array.from({ length: 100 }, () => ({ fills: 1 })))
      assert.equal(fills, 1)
    })

    it('tells all who wait when filling fails, keeps nothing, and tries again for the next', async (test) => {
      const { cache } = await shop(test)
      const asked = await Promise.allSettled(Array.from({ length: 5 }, () => cache.remember('key', long, fails)))
      for (const one of asked) assert.match(String((one as PromiseRejectedResult).reason), /the table is away/)
      assert.equal(await cache.remember('key', long, async () => 'back'), 'back')
    })

    it('serves the old value within its grace while a new one is made, and while none can be made', async (test) => {
      const { cache, later } = await shop(test)
      const options = { ttlMs: 1000, graceMs: 10_000 }
      await cache.remember('key', options, async () => 'old')
      later(2000)
      assert.equal(await cache.get('key'), undefined)
      for (let n = 0; n < 3; n++) assert.equal(await cache.remember('key', options, fails), 'old')
      let filled = false
      // One attempt may still be ending; the next is made after it.
      while (!filled) {
        assert.equal(await cache.remember('key', options, async () => { filled = true; return 'new' }), 'old')
        await turn()
      }
      while ((await cache.get('key')) === undefined) await turn()
      assert.equal(await cache.remember('key', options, fails), 'new')
      later(11_001)
      await assert.rejects(cache.remember('key', options, fails), /the table is away/)
    })

    it('ends what carries a purged tag, and nothing else, grace or not', async (test) => {
      const { cache, later } = await shop(test)
      await cache.set('one', 1, { ...tagged('a', 'b'), graceMs: 60_000 })
      await cache.set('two', 2, tagged('b'))
      await cache.set('three', 3, tagged('c'))
      await cache.purgeTags(['a', 'unknown'])
      assert.deepEqual([await cache.get('one'), await cache.get('two'), await cache.get('three')], [undefined, 2, 3])
      await cache.set('one', 1, { ttlMs: 1, graceMs: 60_000, tags: ['a'] })
      later(2)
      await cache.purgeTags(['a'])
      await assert.rejects(cache.remember('one', tagged('a'), fails))
      await cache.set('one', 'again', tagged('a'))
      assert.equal(await cache.get('one'), 'again')
      await cache.purgeTags([])
      assert.equal(await cache.get('one'), 'again')
    })

    it('does not keep what was being made when one of its tags was purged', async (test) => {
      const { cache } = await shop(test)
      const gate = new EventEmitter()
      let began = 0
      const slow = cache.remember('page', tagged('product:1'), async () => { began += 1; await once(gate, 'open'); return 'before' })
      while (began === 0) await turn()
      await cache.purgeTags(['product:1'])
      const after = cache.remember('page', tagged('product:1'), async () => 'after')
      gate.emit('open')
      assert.equal(await slow, 'before')
      assert.equal(await after, 'after', 'who asks after the purge is not given what was read before it')
      assert.equal(await cache.remember('page', tagged('product:1'), async () => 'later'), 'after')
    })

    it('tells every process of a purge', async (test) => {
      const { caches } = await shop(test, 3)
      const [first, ...others] = caches as [Cache, ...Cache[]]
      for (const cache of caches) {
        await cache.set('page', 'old', tagged('product:1'))
        assert.equal(await cache.get('page'), 'old')
        await cache.set(`other`, 'kept', tagged('product:2'))
      }
      const heard = others.map((cache) => new Promise<readonly string[]>((done) => cache.onPurge(done)))
      await first.purgeTags(['product:1'])
      assert.equal(await first.get('page'), undefined)
      assert.deepEqual(await Promise.all(heard), others.map(() => ['product:1']))
      for (const cache of others) assert.deepEqual([await cache.get('page'), await cache.get('other')], [undefined, 'kept'])
    })

    it('tells every process of a purge of many tags', async (test) => {
      const { caches } = await shop(test, 2)
      const [first, second] = caches as [Cache, Cache]
      const tags = Array.from({ length: 1000 }, (_, n) => `größe:"${n}"`)
      for (const tag of tags) await second.set(tag, 1, tagged(tag))
      const heard = new Set<string>()
      const all = new Promise<void>((done) => second.onPurge((some) => { for (const tag of some) heard.add(tag); if (heard.size === tags.length) done() }))
      await first.purgeTags(tags)
      await all
      assert.deepEqual(await Promise.all(tags.map((tag) => second.get(tag))), tags.map(() => undefined))
    })

    it('does not keep what one process was making when another purged it', async (test) => {
      const { caches } = await shop(test, 2)
      const [first, second] = caches as [Cache, Cache]
      const gate = new EventEmitter()
      let began = false
      const slow = first.remember('page', tagged('product:1'), async () => { began = true; await once(gate, 'open'); return 'before' })
      while (!began) await turn()
      const heard = new Promise((done) => first.onPurge(done))
      await second.purgeTags(['product:1'])
      await heard
      gate.emit('open')
      assert.equal(await slow, 'before')
      for (const cache of caches) assert.equal(await cache.remember('page', tagged('product:1'), async () => 'after'), 'after')
    })

    if (sharesValues) {
      it('keeps a value for all processes, and fills once for those that ask at the same time', async (test) => {
        const { caches } = await shop(test, 3)
        const gate = new EventEmitter()
        let fills = 0
        const asked = caches.flatMap((cache) => Array.from({ length: 10 }, () => cache.remember('hot', long, async () => { fills += 1; await once(gate, 'open'); return 'made' })))
        while (fills === 0) await turn()
        gate.emit('open')
        assert.deepEqual(new Set(await Promise.all(asked)), new Set(['made']))
        assert.equal(fills, 1)
        })

      it('serves the old value in every process while one of them makes the new one', async (test) => {
        const { caches, later } = await shop(test, 2)
        const [first, second] = caches as [Cache, Cache]
        const options = { ttlMs: 1000, graceMs: 60_000 }
        await first.remember('key', options, async () => 'old')
        later(1500)
        const gate = new EventEmitter()
        let began = false
        assert.equal(await first.remember('key', options, async () => { began = true; await once(gate, 'open'); return 'new' }), 'old')
        while (!began) await turn()
        assert.equal(await second.remember('key', options, fails), 'old')
        gate.emit('open')
        while ((await second.get('key')) !== 'new') await turn()
        })
    } else {
      it('cannot share values: each process fills for itself', async (test) => {
        const { caches } = await shop(test, 2)
        const [first, second] = caches as [Cache, Cache]
        await first.set('key', 'of the first', long)
        assert.equal(await second.get('key'), undefined)
        assert.equal(await second.remember('key', long, async () => 'of the second'), 'of the second')
        assert.equal(await first.get('key'), 'of the first')
        })
    }
  })
}
