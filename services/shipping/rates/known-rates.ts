import type { Database } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import { readRateTable } from '../store/rates.ts'
import type { RateTable } from './table.ts'

/** The channel on which processes tell each other that rates were changed. */
const channel = 'shipping_rates'

/** The rates in memory, so that a quote asks nobody. Read again when any process changes them. */
export interface KnownRates {
  table(): RateTable
  /** After a change: reads again here, and has the others do so. */
  changed(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

export function knownRates(database: Database, log: Log): KnownRates {
  let table: RateTable | undefined
  let unlisten: (() => Promise<void>) | undefined
  let [begun, shown] = [0, 0]
  /** Of two that overlap, what was read from earlier on is dropped, whichever comes last. */
  const read = async () => {
    const no = ++begun
    const found = await readRateTable(database)
    if (no < shown) return
    ;[table, shown] = [found, no]
  }
  return {
    table() {
      if (!table) throw new Error('rates are asked for before they were read')
      return table
    },
    async changed() {
      await read()
      await database.notify(channel)
    },
    async start() {
      unlisten = await database.listen(channel, () => {
        read().catch((error: unknown) => log.warn({ err: error }, 'changed rates could not be read; the old ones hold on'))
      })
      await read()
    },
    async stop() {
      await unlisten?.()
    },
  }
}
