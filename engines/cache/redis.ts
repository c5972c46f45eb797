import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { inProcessCache } from './in-process.ts'
import type { Cache, KeepOptions, PurgeChannel } from './port.ts'

export interface RedisCacheOptions {
  readonly url: string
  readonly prefix?: string
  /** Of the small cache in front, in this process. */
  readonly nearBytes: number
  readonly now?: () => number
}

interface Kept { readonly value: unknown; readonly until: number; readonly tags: readonly string[]; readonly versions: readonly number[] }

const nearTtlMs = 5000
const lockMs = 5000

/**
 * Two tiers: a small cache in this process in front of Redis. Each tag has a version in Redis which a purge raises; a value remembers
 * the versions it was made under (read before the fill), so that whatever was purged since is not served, whoever wrote it.
 */
export async function redisCache({ url, prefix = 'octavo:cache:', nearBytes, now = Date.now }: RedisCacheOptions): Promise<Cache> {
  const redis = new Redis(url, { maxRetriesPerRequest: 2, connectTimeout: 3000 })
  const ears = new Redis(url, { maxRetriesPerRequest: null })
  redis.on('error', () => {})
  ears.on('error', () => {})
  const channelName = `${prefix}purges`
  const me = randomUUID()
  const channel: PurgeChannel = {
    async send(tags) {
      const raise = redis.multi()
      for (const tag of tags) raise.incr(`${prefix}tag:${tag}`)
      await raise.publish(channelName, JSON.stringify({ from: me, tags })).exec()
    },
    async listen(heard) {
      await ears.subscribe(channelName)
      ears.on('message', (_, text) => {
        const { from, tags } = JSON.parse(text) as { from: string; tags: string[] }
        if (from !== me) heard(tags)
      })
      // After a lost connection nobody knows what was purged meanwhile.
      ears.on('ready', () => heard(undefined))
      return async () => { ears.disconnect() }
    },
  }
  const near = await inProcessCache({ maxBytes: nearBytes, now, channel })
  const versions = async (tags: readonly string[]): Promise<number[]> => (tags.length ? (await redis.mget(tags.map((tag) => `${prefix}tag:${tag}`))).map(Number) : [])
  const nearOptions = ({ ttlMs, tags = [] }: KeepOptions, left = ttlMs): KeepOptions => ({ ttlMs: Math.min(left, nearTtlMs), tags })

  const write = async (key: string, value: unknown, options: KeepOptions, made: readonly number[]): Promise<void> => {
    const kept: Kept = { value, until: now() + options.ttlMs, tags: options.tags ?? [], versions: made }
    await redis.set(prefix + key, JSON.stringify(kept), 'PX', Math.max(1, Math.ceil(options.ttlMs + (options.graceMs ?? 0))))
  }
  const read = async (key: string): Promise<Kept | undefined> => {
    const text = await redis.get(prefix + key)
    if (text === null) return undefined
    const kept = JSON.parse(text) as Kept
    const today = await versions(kept.tags)
    return today.every((version, at) => version === kept.versions[at]) ? kept : undefined
  }

  /** One process fills; others wait a little for what it writes, then fill for themselves. */
  const fillOnce = async <Value>(key: string, options: KeepOptions, fill: () => Promise<Value>): Promise<Value> => {
    const lock = `${prefix}lock:${key}`
    for (let waitedMs = 0; waitedMs < lockMs; waitedMs += 25) {
      if ((await redis.set(lock, me, 'PX', lockMs, 'NX')) === 'OK') break
      await pause(25)
      const kept = await read(key)
      if (kept && kept.until > now()) return kept.value as Value
    }
    try {
      const made = await versions(options.tags ?? [])
      const value = await fill()
      await write(key, value, options, made)
      return value
    } finally {
      await redis.del(lock).catch(() => {})
    }
  }

  return {
    async get<Value>(key: string) {
      const close = await near.get<Value>(key)
      if (close !== undefined) return close
      const kept = await read(key).catch(() => undefined)
      if (!kept || kept.until <= now()) return undefined
      await near.set(key, kept.value, nearOptions({ ttlMs: kept.until - now(), tags: kept.tags }))
      return kept.value as Value
    },
    async set(key, value, options) {
      await write(key, value, options, await versions(options.tags ?? []))
      await near.set(key, value, nearOptions(options))
    },
    remember: <Value>(key: string, options: KeepOptions, fill: () => Promise<Value>) => near.remember(key, nearOptions(options), async () => {
      const kept = await read(key).catch(() => undefined)
      if (kept && kept.until > now()) return kept.value as Value
      const filled = fillOnce(key, options, fill)
      if (!kept) return filled
      filled.catch(() => {})
      return kept.value as Value
    }),
    async delete(key) {
      await near.delete(key)
      await redis.del(prefix + key)
    },
    purgeTags: (tags) => near.purgeTags(tags),
    onPurge: near.onPurge,
    async close() {
      await near.close()
      redis.disconnect()
      ears.disconnect()
    },
  }
}
