import { createHash } from 'node:crypto'
import type { Cache } from '@octavo/cache'
import { failure } from '@octavo/failure'

/** An answer as it was given, to be given again. */
export interface Answered {
  readonly status: number
  readonly body: string
  readonly contentType: string
  /** After how long to come back, where the refusal says so itself. */
  readonly retryAfterSeconds?: number
}

export interface Idempotency {
  /**
   * Does the work once for a caller and a key, and afterwards always gives its answer.
   * @throws IDEMPOTENCY_KEY_IN_USE while the first is unanswered, IDEMPOTENCY_KEY_REUSED for another request with the same key
   */
  once(owner: string, key: string, request: string, work: () => Promise<Answered>): Promise<Answered>
}

const dayMs = 24 * 3600 * 1000

/** What cannot be undone (checkouts, captures, refunds, stock movements) is kept safe by the services themselves, under the same key; this saves the rest. */
export function idempotency(cache: Cache): Idempotency {
  const running = new Map<string, string>()
  return {
    async once(owner, key, request, work) {
      const id = `idempotency:${owner}:${key}`
      const hash = createHash('sha256').update(request).digest('base64url')
      const busy = running.get(id)
      if (busy !== undefined) throw failure(busy === hash ? 'IDEMPOTENCY_KEY_IN_USE' : 'IDEMPOTENCY_KEY_REUSED')
      running.set(id, hash)
      try {
        const known = await cache.get<{ hash: string; answer: Answered }>(id)
        if (known) {
          if (known.hash !== hash) throw failure('IDEMPOTENCY_KEY_REUSED')
          return known.answer
        }
        const answer = await work()
        // A server's own failure is no answer: the next try does the work.
        if (answer.status < 500 && answer.status !== 429) await cache.set(id, { hash, answer }, { ttlMs: dayMs })
        return answer
      } finally {
        running.delete(id)
      }
    },
  }
}
