import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import type { LogStore, OutboxRow } from './log-store.ts'
import { openLoop, type Next } from './loop.ts'
import type { Relay } from './port.ts'

const batch = 500
/** Events that come close together travel together. */
const gatherMs = 10
const pollMs = 1000

/**
 * Takes what is committed and not yet carried, in the order of its numbers, puts it at the end of the log, then takes it out of the
 * outbox. There is no cursor: a transaction that commits late is simply seen later, and one that stays open holds nobody up. A crash
 * between log and outbox repeats a batch, which the log knows by its ids.
 */
export function openRelay({ topic, database, store, log }: { topic: string; database: Database; store: LogStore; log: Log }): Relay {
  const carry = (): Promise<Next> => database.transaction(async (tx) => {
    const locked = tx.one<{ mine: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 20412)) as mine', [topic])
    // Asked for with the lock, and after it: without the lock they are another relay's.
    const found = tx.rows<OutboxRow>('select seq, id, name, version, key, data, request_id, occurred_at from outbox order by seq limit $1', [batch])
    const [{ mine }, rows] = await Promise.all([locked, found])
    if (!mine) return rows.length === 0 ? 'done' : 'soon'
    if (rows.length === 0) return 'done'
    await store.append(topic, rows)
    tx.send('delete from outbox where seq = any($1::bigint[])', [rows.map(({ seq }) => seq)])
    return rows.length === batch ? 'more' : 'done'
  })

  let told = false
  const loop = openLoop({
    gatherMs, pollMs,
    // A look without a transaction first, unless somebody said so: most of the time there is nothing.
    work: async () => {
      const known = told
      told = false
      return known || (await database.one<{ any: boolean }>('select exists (select 1 from outbox) as any')).any ? carry() : 'done'
    },
    failed: (error) => log.warn({ err: error, topic }, 'events could not be carried into the log; trying again'),
  })

  return {
    name: `${topic} relay`,
    start: async () => { loop.start() },
    ready: async () => true,
    drain: async () => {},
    stop: () => loop.stop(),
    wake() {
      told = true
      loop.wake()
    },
    async flush() {
      for (let next = await carry(); next !== 'done'; next = await carry()) if (next === 'soon') await pause(gatherMs)
    },
  }
}
