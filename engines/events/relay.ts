import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import type { LogStore, OutboxRow } from './log-store.ts'
import { openLoop, type Next } from './loop.ts'
import type { Relay } from './port.ts'

const batch = 500
const pollMs = 1000

/**
 * Takes what is committed and not yet carried out of the outbox, in the order of its numbers, and puts it at the end of the log before
 * that taking is committed. There is no cursor: a transaction that commits late is simply seen later, and one that stays open holds
 * nobody up. A crash between log and outbox repeats a batch, which the log knows by its ids.
 */
export function openRelay({ topic, database, store, log, gatherMs }: { topic: string; database: Database; store: LogStore; log: Log; gatherMs: number }): Relay {
  const carry = (): Promise<Next> => database.transaction(async (tx) => {
    const [first, ...others] = await tx.rows<{ mine: boolean; due: number } & (OutboxRow | { seq: null })>(
      `with mine as materialized (select pg_try_advisory_xact_lock(hashtextextended($1, 20412)) as mine),
         due as materialized (select seq from outbox where (select mine from mine) order by seq limit $2),
         taken as (delete from outbox using due where outbox.seq = due.seq returning outbox.seq, id, name, version, key, data, request_id, occurred_at)
       select mine, (select count(*)::int from due) as due, taken.* from mine left join taken on true order by seq`, [topic, batch])
    // Without the lock they are another relay's; of what is due it may have taken some a moment ago.
    if (!first?.mine) return 'soon'
    if (first.seq !== null) await store.append(topic, [first, ...others as OutboxRow[]])
    return first.due === batch ? 'more' : 'done'
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
