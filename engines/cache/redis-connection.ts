import { once } from 'node:events'
import { Redis } from 'ioredis'

const firstMs = 3000

/**
 * A connection that comes back by itself. While it is away, commands fail at once and are not kept for later: a cache that has to be
 * waited for is none. Given a few seconds at first; a shop starts without its Redis too.
 */
export async function connect(url: string): Promise<Redis> {
  const redis = new Redis(url, { enableOfflineQueue: false, connectTimeout: firstMs, commandTimeout: 2000, maxRetriesPerRequest: 0 })
  redis.on('error', () => {})
  await once(redis, 'ready', { signal: AbortSignal.timeout(firstMs) }).catch(() => {})
  return redis
}

/** A connection that only listens; it subscribes again whenever it comes back. */
export function connectEars(url: string): Redis {
  const ears = new Redis(url, { maxRetriesPerRequest: null, connectTimeout: firstMs })
  ears.on('error', () => {})
  return ears
}
