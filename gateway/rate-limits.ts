import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'
import { ownerOf } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { isUnsafe, type Exchange } from './exchange.ts'

/** Requests a minute. An address may be a whole office, so it gets more than one account. */
const perMinute = { read: 1200, write: 240, accountRead: 600, accountWrite: 240, signIn: 20 } as const
type Kind = keyof typeof perMinute

export interface RateLimits {
  /** Done when Redis is reached, or has not been for a while: until then each gateway counts for itself. */
  start(): Promise<void>
  /** @throws RATE_LIMITED with `retryAfterSeconds` */
  check(exchange: Exchange): Promise<void>
  /** A try at a password or a token. @throws RATE_LIMITED */
  guess(address: string): Promise<void>
  close(): Promise<void>
}

const firstWaitMs = 2000

/** Where passwords and links are tried, through the API and through the pages' forms. */
const guesses = /^\/(api\/auth\/(sign-(in|up)\/|two-factor\/|(request|reset|change|send)-)|(sign-in|sign-in\/code|sign-up|reset|account\/security)$)/

export const unlimited: RateLimits = { start: async () => {}, check: async () => {}, guess: async () => {}, close: async () => {} }

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
    async start() {
      if (redis && redis.status !== 'ready') await Promise.race([once(redis, 'ready'), pause(firstWaitMs, undefined, { ref: false })]).catch(() => {})
    },
    async check({ method, path, address, caller }) {
      if (caller.kind === 'operator' || path.startsWith('/api/webhooks/')) return
      const network = networkOf(address)
      if (isUnsafe(method) && guesses.test(path)) await take('signIn', network)
      await take(isUnsafe(method) ? 'write' : 'read', network)
      const owner = ownerOf(caller)
      if (owner !== undefined) await take(isUnsafe(method) ? 'accountWrite' : 'accountRead', owner)
    },
    guess: (address) => take('signIn', networkOf(address)),
    close: async () => { redis?.disconnect() },
  }
}

/** Whoever has one address of an IPv6 network has them all: /64 counts as one. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const groups = address.includes('::') ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right] : left
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
