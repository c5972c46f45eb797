import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { inProcessCache } from './in-process.ts'
import type { Cache, KeepOptions } from './port.ts'
import { connect } from './redis-connection.ts'
import { redisPurges } from './redis-purges.ts'

export interface RedisCacheOptions {
  readonly url: string
  readonly prefix?: string
  /** Of the small cache in front, in this process. */
  readonly nearBytes: number
  readonly now?: () => number
}

interface Kept { readonly value: unknown; readonly until: number; readonly graceUntil: number; readonly tags: readonly string[]; readonly versions: readonly string[] }

const nearTtlMs = 5000
/** A process that fills longer than this, or died at it, is not waited for. */
const lockMs = 5000
const lookMs = 25

/**
 * Two tiers: a small cache in this process in front of Redis. Each tag has a version in Redis which a purge changes; a value remembers
 * the versions it was made under (read before the fill), so that whatever was purged since is not served, whoever wrote it. While Redis
 * is away everybody fills for himself.
 */
export async function redisCache({ url, prefix = 'octavo:cache:', nearBytes, now = Date.now }: RedisCacheOptions): Promise<Cache> {
  const redis = await connect(url)
  const purges = await redisPurges({ redis, url, prefix })
  const near = await inProcessCache({ maxBytes: nearBytes, now, channel: purges.channel })

  const write = async (key: string, value: unknown, { ttlMs, graceMs = 0, tags = [] }: KeepOptions, versions: readonly string[]): Promise<void> => {
    if (value === undefined) return
    const until = now() + ttlMs
    const kept: Kept = { value, until, graceUntil: until + graceMs, tags, versions }
    await redis.set(prefix + key, JSON.stringify(kept), 'PX', Math.max(1, Math.ceil(ttlMs + graceMs)))
  }
  const read = async (key: string): Promise<Kept | undefined> => {
    const text = await redis.get(prefix + key)
    if (text === null) return undefined
    const kept = JSON.parse(text) as Kept
    return now() < kept.graceUntil && (await purges.still(kept.tags, kept.versions)) ? kept : undefined
  }
  const leftMs = ({ until }: Kept): number => Math.min(until - now(), nearTtlMs)

  /** Under the lock, or because the other's fill is taking too long. */
  const fillHere = async <Value>(key: string, options: KeepOptions, fill: () => Promise<Value>, token: string): Promise<Value> => {
    try {
      const versions = await quietly(purges.versions(options.tags ?? []))
      const value = await fill()
      if (versions) await quietly(write(key, value, options, versions))
      return value
    } finally {
      await quietly(unlock(redis, `${prefix}lock:${key}`, token))
    }
  }
  const lock = async (key: string, token: string): Promise<boolean> => (await redis.set(`${prefix}lock:${key}`, token, 'PX', lockMs, 'NX')) === 'OK'

  /** One process fills; others wait for what it writes, and fill themselves when it wrote nothing. */
  const fillOnce = async <Value>(key: string, options: KeepOptions, fill: () => Promise<Value>): Promise<Value> => {
    const token = randomUUID()
    // Without Redis there is nobody to wait for.
    while ((await quietly(lock(key, token))) === false) {
      await pause(lookMs)
      const kept = await quietly(read(key))
      if (kept && kept.until > now()) return kept.value as Value
    }
    return fillHere(key, options, fill, token)
  }
  const refresh = async (key: string, options: KeepOptions, fill: () => Promise<unknown>): Promise<void> => {
    const token = randomUUID()
    if (await quietly(lock(key, token))) await fillHere(key, options, fill, token)
  }

  return {
    async get<Value>(key: string) {
      const close = await near.get<Value>(key)
      if (close !== undefined) return close
      const kept = await quietly(read(key))
      return kept && kept.until > now() ? (kept.value as Value) : undefined
    },
    async set(key, value, options) {
      const versions = await quietly(purges.versions(options.tags ?? []))
      if (versions) await quietly(write(key, value, options, versions))
      await near.set(key, value, { ttlMs: Math.min(options.ttlMs, nearTtlMs), tags: options.tags ?? [] })
    },
    remember: <Value>(key: string, options: KeepOptions, fill: () => Promise<Value>) => near.rememberFor<Value>(key, options, async () => {
      const kept = await quietly(read(key))
      if (!kept) return { value: await fillOnce(key, options, fill), ttlMs: Math.min(options.ttlMs, nearTtlMs) }
      if (leftMs(kept) <= 0) refresh(key, options, fill).catch(() => {})
      return { value: kept.value as Value, ttlMs: leftMs(kept) }
    }),
    async delete(key) {
      await near.delete(key)
      await quietly(redis.del(prefix + key))
    },
    purgeTags: near.purgeTags,
    onPurge: near.onPurge,
    async close() {
      await near.close()
      redis.disconnect()
    },
  }
}

/** Redis may be away: then it is as if it had nothing. */
async function quietly<T>(work: Promise<T>): Promise<T | undefined> {
  try { return await work } catch { return undefined }
}

/** Only one's own: it may have run out meanwhile, and be another's by now. */
const unlock = (redis: Redis, lock: string, token: string): Promise<unknown> => redis.eval(`if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end`, 1, lock, token)
