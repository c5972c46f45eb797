import { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'
import { ownerOf } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { isUnsafe, type Exchange } from './exchange.ts'

/** Requests a minute. An address may be a whole office, so it gets more than one account. */
const perMinute = { read: 1200, write: 240, account: 240, signIn: 20 } as const
type Kind = keyof typeof perMinute

export interface RateLimits {
  /** @throws RATE_LIMITED with `retryAfterSeconds` */
  check(exchange: Exchange): Promise<void>
  close(): Promise<void>
}

export const unlimited: RateLimits = { check: async () => {}, close: async () => {} }

/** Per address and per account; counted in this process, or in Redis for all gateways together. */
export function rateLimits(redisUrl: string | undefined): RateLimits {
  const redis = redisUrl ? new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 }) : undefined
  redis?.on('error', () => {})
  const limiters = Object.fromEntries(Object.entries(perMinute).map(([kind, points]) => {
    const options = { keyPrefix: `octavo:limit:${kind}`, points, duration: 60 }
    const memory = new RateLimiterMemory(options)
    // While Redis is away each gateway counts for itself.
    return [kind, redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory }) : memory]
  })) as unknown as Record<Kind, RateLimiterAbstract>

  const take = async (kind: Kind, key: string): Promise<void> => {
    try {
      await limiters[kind].consume(key)
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      throw failure('RATE_LIMITED', undefined, { retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) })
    }
  }

  return {
    async check({ method, path, address, caller }) {
      if (caller.kind === 'operator' || path.startsWith('/api/webhooks/')) return
      if (isUnsafe(method) && path.startsWith('/api/auth/sign-')) await take('signIn', address)
      await take(isUnsafe(method) ? 'write' : 'read', address)
      const owner = isUnsafe(method) ? ownerOf(caller) : undefined
      if (owner !== undefined) await take('account', owner)
    },
    close: async () => { redis?.disconnect() },
  }
}
