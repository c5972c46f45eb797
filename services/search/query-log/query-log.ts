import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import { deleteAskedBefore, writeAsked, type AskedQuery } from '../store/asked-queries.ts'
import { writeInteractions, type Done } from '../store/interactions.ts'

const writeMs = 1000
const atOnce = 500
/** Rather none is noted than memory runs full while the database is away. */
const most = 10_000
const dayMs = 86_400_000

export interface QueryLog {
  /** Noted, and written soon: nobody waits for it. What a process that dies had noted in its last second is lost. */
  note(asked: AskedQuery): void
  /** Noted likewise, and written a round later: another process may still have the query it belongs to. */
  did(done: readonly Done[]): void
  /** Done when what was noted is written. */
  written(): Promise<void>
  start(): void
  stop(): Promise<void>
}

export function queryLog({ database, clock, log, keptDays }: { database: Database; clock: Clock; log: Log; keptDays: number }): QueryLog {
  let noted: AskedQuery[] = []
  let fresh: Done[] = []
  let ripe: Done[] = []
  let timers: NodeJS.Timeout[] = []
  let writing = Promise.resolve()
  const round = async (): Promise<void> => {
    while (noted.length > 0) await writeAsked(database, noted.splice(0, atOnce))
    while (ripe.length > 0) await writeInteractions(database, ripe.splice(0, atOnce))
    ripe = fresh
    fresh = []
  }
  const write = (): Promise<void> => {
    writing = writing.then(round).catch((error: unknown) => log.warn({ err: error }, 'queries could not be noted'))
    return writing
  }
  const forget = (): void => { deleteAskedBefore(database, new Date(clock.now().getTime() - keptDays * dayMs)).catch((error: unknown) => log.warn({ err: error }, 'old queries could not be forgotten; trying again tomorrow')) }
  const written = async (): Promise<void> => { await write(); await write() }
  return {
    note(asked) { if (noted.length < most) noted.push(asked) },
    did(done) { if (fresh.length + ripe.length < most) fresh.push(...done) },
    written,
    start() {
      timers = [setInterval(() => { void write() }, writeMs), setInterval(forget, dayMs)]
      for (const timer of timers) timer.unref()
      forget()
    },
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await written()
    },
  }
}
