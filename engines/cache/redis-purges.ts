import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import type { PurgeChannel } from './port.ts'
import { connectEars } from './redis-connection.ts'

/** Versions of tags that nobody used for this long go; then what was made under them is made again. */
const versionsMs = 30 * 86_400_000
const subscribeMs = 3000

export interface RedisPurges {
  readonly channel: PurgeChannel
  /** Those that a value made now is made under. */
  versions(tags: readonly string[]): Promise<string[]>
  /** Whether none of them was purged since. */
  still(tags: readonly string[], versions: readonly string[]): Promise<boolean>
}

/**
 * A version a tag in Redis, each purge a new one; and the word of it to the other processes. A version that Redis lost is no version:
 * nothing made under it is served. Purges that could not be said are said when Redis is back, and until then hold here.
 */
export async function redisPurges({ redis, url, prefix }: { redis: Redis; url: string; prefix: string }): Promise<RedisPurges> {
  const me = randomUUID()
  const name = `${prefix}purges`
  const versionKey = (tag: string): string => `${prefix}tag:${tag}`
  const owed = new Set<string>()
  const read = (tags: readonly string[]): Promise<(string | null)[]> => redis.mget(tags.map(versionKey))

  const send = async (tags: readonly string[]): Promise<void> => {
    try {
      const change = redis.multi()
      for (const tag of tags) change.set(versionKey(tag), randomUUID(), 'PX', versionsMs)
      await change.publish(name, JSON.stringify({ from: me, tags })).exec()
      for (const tag of tags) owed.delete(tag)
    } catch {
      for (const tag of tags) owed.add(tag)
    }
  }
  redis.on('ready', () => { if (owed.size > 0) void send([...owed]) })

  return {
    channel: {
      send,
      async listen(heard) {
        const ears = connectEars(url)
        ears.on('message', (_, text) => {
          const { from, tags } = JSON.parse(text) as { from: string; tags: string[] }
          if (from !== me) heard(tags)
        })
        const subscribed = ears.subscribe(name)
        subscribed.catch(() => {})
        await Promise.race([subscribed, pause(subscribeMs, undefined, { ref: false })])
        // After a lost connection nobody knows what was purged meanwhile.
        ears.on('ready', () => heard(undefined))
        return async () => { ears.disconnect() }
      },
    },
    async versions(tags) {
      if (tags.length === 0) return []
      if (tags.some((tag) => owed.has(tag))) throw new Error('a purge has still to be said')
      const there = await read(tags)
      if (there.every((version) => version !== null)) return there
      const make = redis.pipeline()
      for (const [at, tag] of tags.entries()) if (there[at] === null) make.set(versionKey(tag), randomUUID(), 'PX', versionsMs, 'NX')
      await make.exec()
      return (await read(tags)).map((version) => version ?? '')
    },
    async still(tags, versions) {
      if (tags.length === 0) return true
      if (tags.some((tag) => owed.has(tag))) return false
      return (await read(tags)).every((version, at) => version !== null && version === versions[at])
    },
  }
}
