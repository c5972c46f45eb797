import type { Database } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import type { CatalogParts, Redraws } from '../deps.ts'
import { markDue, takeStale } from '../store/stale.ts'
import { redraw } from './redraw.ts'

const atOnce = 200
/** A day may have begun on which prices change, and another process may have marked some and died. */
const lookMs = 30_000

/** Makes products again that are marked or whose day has come, some at a time, so that a seller with a million offers never holds the shop up. */
export function redrawsOf({ database, log, partsOf }: { database: Database; log: Log; partsOf: () => Pick<CatalogParts, 'outbox' | 'clock' | 'markets'> }): Redraws {
  let running = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function drain(): Promise<void> {
    for (let more = true; more && !stopped;) {
      more = await database.transaction(async (tx) => {
        const parts = partsOf()
        await markDue(tx, parts.clock.now().toISOString().slice(0, 10), atOnce)
        const nos = await takeStale(tx, atOnce)
        await redraw(parts, tx, nos, 'updated')
        return nos.length > 0
      })
    }
  }
  const wake = () => {
    running = running.then(drain).catch((error: unknown) => log.warn({ err: error }, 'marked products could not be made again; trying again soon'))
  }
  return {
    wake,
    async settled() {
      wake()
      await running
    },
    start() {
      wake()
      timer = setInterval(wake, lookMs)
      timer.unref()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
