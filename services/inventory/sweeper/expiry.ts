import type { Clock } from '@octavo/clock'
import type { Log } from '@octavo/telemetry'
import type { Database } from '@octavo/database'
import { lapseHold, readExpired, readNextExpiry } from '../store/holds.ts'

export interface ExpiryDeps {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** How long after its expiry a hold is left to its saga, milliseconds. */
  readonly graceMs: number
  readonly wakeRelay: () => void
  /** Which of these checkouts are known to those who run them. */
  readonly knownCheckouts: (checkoutIds: readonly string[]) => Promise<readonly string[]>
}

export interface Expiry {
  /** A hold was made that ends then. */
  expect(at: Date): void
  /** Frees what expired and belongs to no known checkout; gives the number of holds. */
  sweep(): Promise<number>
  start(): void
  stop(): Promise<void>
}

const pageSize = 500
/** Holds of other processes, and those whose checkout was still known, are looked for this often. */
const longestSleepMs = 60_000

/**
 * Frees holds that were forgotten: while a checkout lives its expiry is its saga's timer, and the payment is cancelled before the
 * stock is freed; so only what nobody knows any more is freed here, and later.
 */
export function expiryOf({ database, clock, log, graceMs, knownCheckouts, wakeRelay }: ExpiryDeps): Expiry {
  let timer: NodeJS.Timeout | undefined
  let dueMs = Infinity
  let running: Promise<unknown> = Promise.resolve()
  let on = false

  const arm = (atMs: number): void => {
    if (!on || atMs >= dueMs) return
    clearTimeout(timer)
    dueMs = atMs
    timer = setTimeout(wake, Math.max(0, Math.min(atMs - clock.now().getTime(), longestSleepMs)))
    timer.unref()
  }

  const wake = (): void => {
    dueMs = Infinity
    running = sweep()
      .then(async () => {
        const now = clock.now().getTime()
        const next = await readNextExpiry(database, new Date(now - graceMs))
        arm(Math.min(next ? next.getTime() + graceMs + 1 : Infinity, now + longestSleepMs))
      })
      .catch((error: unknown) => {
        log.warn({ err: error }, 'expired holds could not be looked through; trying again later')
        arm(clock.now().getTime() + longestSleepMs)
      })
  }

  const sweep = async (): Promise<number> => {
    const before = new Date(clock.now().getTime() - graceMs)
    let freed = 0
    let after: { expiresAt: Date; checkoutId: string } | undefined
    for (;;) {
      const expired = await readExpired(database, before, after, pageSize)
      const known = new Set(expired.length ? await knownCheckouts([...new Set(expired.map((hold) => hold.checkoutId))]) : [])
      for (const { checkoutId, attempt } of expired) {
        if (known.has(checkoutId)) continue
        const { outcome, told } = await lapseHold(database, checkoutId, attempt, before)
        if (outcome) freed += 1
        if (told) wakeRelay()
      }
      after = expired.at(-1)
      if (expired.length < pageSize) break
    }
    if (freed) log.info({ freed }, 'holds of unknown checkouts were freed')
    return freed
  }

  return {
    expect: (at) => arm(at.getTime() + graceMs + 1),
    sweep,
    start() {
      on = true
      wake()
    },
    async stop() {
      on = false
      clearTimeout(timer)
      await running
    },
  }
}
