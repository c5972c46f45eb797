import type { Database, Queryable, Transaction } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import type { EventFigures } from './figures.ts'
import type { Event } from './port.ts'
import { reactEach, type Reactions } from './reacting.ts'

/** After that many attempts it waits for the operator. */
const mostAttempts = 8
const idleMs = 5000

interface ParkedRow {
  readonly event_id: string
  readonly topic: string
  readonly position: number
  readonly name: string
  readonly version: number
  readonly key: string
  readonly data: unknown
  readonly request_id: string | null
  readonly occurred_at: Date
  readonly attempts: number
}

/** Sets an event aside for a consumer. */
export async function park(tx: Transaction, { consumer, event, state, error }: { consumer: string; event: Event; state: 'retrying' | 'waiting'; error: unknown }): Promise<void> {
  await tx.run(
    `insert into parked_event (consumer, event_id, topic, position, name, version, key, data, request_id, occurred_at, state, attempts, next_attempt_at, last_error)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now() + make_interval(secs => $13), $14)`,
    [consumer, event.id, event.topic, event.position, event.name, event.version, event.key, JSON.stringify(event.data), event.requestId, event.occurredAt, state, state === 'retrying' ? 1 : 0, backOffMs(1) / 1000, words(error)])
}

/** Tries again what is due, oldest first. Gives when to look next, milliseconds since the epoch. */
export async function retryDue({ consumer, database, byName, log, figures }: { consumer: string; database: Database; byName: Reactions; log: Log; figures: EventFigures }): Promise<number> {
  for (;;) {
    const tried = await database.transaction(async (tx) => {
      const row = await tx.maybe<ParkedRow>(
        `select event_id, topic, position, name, version, key, data, request_id, occurred_at, attempts from parked_event
         where consumer = $1 and state = 'retrying' and next_attempt_at <= now() order by next_attempt_at, position limit 1 for update skip locked`, [consumer])
      if (!row) return false
      const error = await reactEach(eventOf(row), byName, tx)
      if (error === undefined) {
        await tx.run('delete from parked_event where consumer = $1 and event_id = $2', [consumer, row.event_id])
        await letNextGo(tx, consumer, row.topic, row.key)
        tx.afterCommit(() => figures.delivered(consumer, row.topic, 1, row.occurred_at))
        return true
      }
      figures.failed(consumer, row.topic)
      const attempts = row.attempts + 1
      const state = attempts >= mostAttempts ? 'parked' : 'retrying'
      if (state === 'parked') log.error({ err: error, consumer, event: row.event_id, name: row.name, key: row.key }, 'an event was parked: see the parked events')
      await tx.run('update parked_event set attempts = $3, state = $4, next_attempt_at = now() + make_interval(secs => $5), last_error = $6 where consumer = $1 and event_id = $2', [consumer, row.event_id, attempts, state, backOffMs(attempts) / 1000, words(error)])
      return true
    })
    if (!tried) break
  }
  const { due } = await database.one<{ due: Date | null }>(`select min(next_attempt_at) as due from parked_event where consumer = $1 and state = 'retrying'`, [consumer])
  return due ? Math.max(due.getTime(), Date.now() + 20) : Date.now() + idleMs
}

/** What waited behind an event of its key goes next. */
export async function letNextGo(on: Queryable, consumer: string, topic: string, key: string): Promise<void> {
  await on.run(
    `update parked_event set state = 'retrying', next_attempt_at = now() where consumer = $1 and state = 'waiting'
       and event_id = (select event_id from parked_event where consumer = $1 and topic = $2 and key = $3 order by position limit 1)`, [consumer, topic, key])
}

const eventOf = ({ event_id: id, request_id: requestId, occurred_at: occurredAt, topic, name, version, key, data, position }: ParkedRow): Event => ({ id, topic, name, version, key, data, occurredAt, requestId, position })

/** 100 ms doubled each time, up to a minute, spread by a half. */
const backOffMs = (attempts: number): number => Math.min(100 * 2 ** attempts, 60_000) * (0.75 + Math.random() / 2)

const words = (error: unknown): string | null => (error === undefined ? null : error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 2000) : String(error).slice(0, 2000))
