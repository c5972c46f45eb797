import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import { readPastQueries } from '../store/interactions.ts'

const lookMs = 300_000
const dayMs = 86_400_000
const most = 5000
/** As many different browsers must have asked a query, and found something by it, before anybody else is told of it. */
export const enoughShoppers = 5

export interface PastQueries {
  /** Those that begin so, by the words of a query in its folded spelling; those that more shoppers asked first. */
  beginning(market: string, typed: readonly string[], limit: number): readonly { readonly key: string; readonly query: string }[]
  /** Reads them anew. */
  look(): Promise<void>
  start(): void
  stop(): void
}

/** What others asked and found, in memory, read anew every five minutes. */
export function pastQueries({ database, clock, log, keptDays }: { database: Database; clock: Clock; log: Log; keptDays: number }): PastQueries {
  let known = new Map<string, { key: string; query: string }[]>()
  let timer: NodeJS.Timeout | undefined
  const look = async (): Promise<void> => {
    const rows = await readPastQueries(database, new Date(clock.now().getTime() - keptDays * dayMs), enoughShoppers, most)
    known = Map.groupBy(rows, ({ market }) => market)
  }
  const tryToLook = (): void => { look().catch((error: unknown) => log.warn({ err: error }, 'past queries could not be read; those known stay')) }
  return {
    beginning(market, typed, limit) {
      const start = typed.join(' ')
      const found: { key: string; query: string }[] = []
      for (const { key, query } of known.get(market) ?? []) {
        if (key.startsWith(start) && key !== start) found.push({ key, query })
        if (found.length === limit) break
      }
      return found
    },
    look,
    start() {
      tryToLook()
      timer = setInterval(tryToLook, lookMs)
      timer.unref()
    },
    stop() { clearInterval(timer) },
  }
}
