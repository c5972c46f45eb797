import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import { deleteAskedBefore, writeAsked, type AskedQuery } from '../store/asked-queries.ts'

const writeMs = 1000
const atOnce = 500
/** Learning needs months; nobody needs to be remembered longer. */
export const keptDays = 90
const dayMs = 86_400_000

export interface QueryLog {
  /** Noted, and written soon: nobody waits for it. What a process that dies had noted in its last second is lost. */
  note(asked: AskedQuery): void
  /** Done when what was noted is written. */
  written(): Promise<void>
  start(): void
  stop(): Promise<void>
}

export function queryLog({ database, clock, log }: { database: Database; clock: Clock; log: Log }): QueryLog {
  let noted: AskedQuery[] = []
  let timers: NodeJS.Timeout[] = []
  let writing = Promise.resolve()
  const write = (): Promise<void> => {
    writing = writing.then(async () => {
      while (noted.length > 0) {
        const part = noted.splice(0, atOnce)
        await writeAsked(database, part)
      }
    }).catch((error: unknown) => log.warn({ err: error }, 'queries could not be noted'))
    return writing
  }
  const forget = (): void => { deleteAskedBefore(database, new Date(clock.now().getTime() - keptDays * dayMs)).catch((error: unknown) => log.warn({ err: error }, 'old queries could not be forgotten; trying again tomorrow')) }
  return {
    // Rather none is noted than memory runs full while the database is away.
    note(asked) { if (noted.length < 10_000) noted.push(asked) },
    written: write,
    start() {
      timers = [setInterval(() => { void write() }, writeMs), setInterval(forget, dayMs)]
      for (const timer of timers) timer.unref()
      forget()
    },
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await write()
    },
  }
}
