import { inspect } from 'node:util'
import type { Database, Transaction } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import type { EventFigures } from './figures.ts'
import type { Event, Patience } from './port.ts'
import { reactEach, type Reactions } from './reacting.ts'

/** When nothing is to be tried again, how often it is looked whether an operator replayed something. */
const idleMs = 1000
/** While another process of the consumer tries what is due. */
const busyMs = 50

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

export interface Parking {
  readonly consumer: string
  readonly patience: Patience
}

/** Sets an event aside for a consumer. */
export async function park(tx: Transaction, { consumer, patience, event, state, error }: Parking & { event: Event; state: 'retrying' | 'waiting'; error: unknown }): Promise<void> {
  await tx.run(
    `insert into parked_event (consumer, event_id, topic, position, name, version, key, data, request_id, occurred_at, state, attempts, next_attempt_at, last_error)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now() + make_interval(secs => $13), $14)`,
    [consumer, event.id, event.topic, event.position, event.name, event.version, event.key, JSON.stringify(event.data), event.requestId, event.occurredAt, state, state === 'retrying' ? 1 : 0, backOffMs(1, patience) / 1000, words(error)])
}

/** Tries again what is due, oldest first. Gives when to look next, milliseconds since the epoch. */
export async function retryDue({ consumer, patience, database, byName, log, figures }: Parking & { database: Database; byName: Reactions; log: Log; figures: EventFigures }): Promise<number> {
  for (;;) {
    const { in_ms: inMs } = await database.one<{ in_ms: number | null }>(
      `select (extract(epoch from min(next_attempt_at) - now()) * 1000)::float8 as in_ms from parked_event where consumer = $1 and state = 'retrying'`, [consumer])
    if (inMs === null) return Date.now() + idleMs
    if (inMs > 0) return Date.now() + Math.min(inMs, idleMs)
    if (!(await database.transaction(tryNext))) return Date.now() + busyMs
  }

  async function tryNext(tx: Transaction): Promise<boolean> {
    const row = await tx.maybe<ParkedRow>(
      `select event_id, topic, position, name, version, key, data, request_id, occurred_at, attempts from parked_event
       where consumer = $1 and state = 'retrying' and next_attempt_at <= now() order by next_attempt_at, position limit 1 for update skip locked`, [consumer])
    if (!row) return false
    const error = await reactEach(eventOf(row), byName, tx)
    if (error === undefined) {
      await letGo(tx, consumer, row)
      tx.afterCommit(() => figures.delivered(consumer, row.topic, 1, row.occurred_at))
      return true
    }
    figures.failed(consumer, row.topic)
    const attempts = row.attempts + 1
    const state = attempts >= patience.attempts ? 'parked' : 'retrying'
    if (state === 'parked') log.error({ err: error, consumer, event: row.event_id, name: row.name, key: row.key }, 'an event was parked: see the parked events')
    await tx.run('update parked_event set attempts = $3, state = $4, next_attempt_at = now() + make_interval(secs => $5), last_error = $6 where consumer = $1 and event_id = $2', [consumer, row.event_id, attempts, state, backOffMs(attempts, patience) / 1000, words(error)])
    return true
  }
}

/**
 * Takes an event out of those set aside; what waited behind it goes next. Under the cursor's lock: a batch that is just setting a later
 * event behind this one ends first, else that would wait for ever.
 */
export async function letGo(tx: Transaction, consumer: string, { event_id: id, topic, key }: { readonly event_id: string; readonly topic: string; readonly key: string }): Promise<boolean> {
  await tx.run('select 1 from consumer_cursor where consumer = $1 and topic = $2 for update', [consumer, topic])
  if (!(await tx.run('delete from parked_event where consumer = $1 and event_id = $2', [consumer, id]))) return false
  await tx.run(
    `update parked_event set state = 'retrying', next_attempt_at = now() where consumer = $1 and state = 'waiting'
       and event_id = (select event_id from parked_event where consumer = $1 and topic = $2 and key = $3 order by position limit 1)`, [consumer, topic, key])
  return true
}

const eventOf = ({ event_id: id, request_id: requestId, occurred_at: occurredAt, topic, name, version, key, data, position }: ParkedRow): Event => ({ id, topic, name, version, key, data, occurredAt, requestId, position })

/** Doubled each time, up to the most, spread by a half so that what failed together is not tried together. */
const backOffMs = (attempts: number, { firstMs, mostMs }: Patience): number => Math.min(firstMs * 2 ** (attempts - 1), mostMs) * (0.75 + Math.random() / 2)

const words = (error: unknown): string | null => (error === undefined ? null : error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 2000) : inspect(error).slice(0, 2000))
