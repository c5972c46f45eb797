import { z } from 'zod'
import { requireOperator } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { declare, failure } from '@octavo/failure'
import { cutPage, pageInput, pageOf, readCursor, writeCursor } from '@octavo/paging'
import { idempotent, type Handlers } from '@octavo/rpc'
import { letGo } from './parking.ts'

export const parkedEventSchema = z.object({
  service: z.string(),
  consumer: z.string(),
  eventId: z.string(),
  topic: z.string(),
  name: z.string(),
  version: z.int(),
  key: z.string(),
  data: z.unknown(),
  /** `retrying` by itself; `waiting` behind an earlier one of its key; `parked` until an operator replays or drops it. */
  state: z.enum(['retrying', 'waiting', 'parked']),
  attempts: z.int(),
  lastError: z.string().nullable(),
  nextAttemptAt: z.string().nullable(),
  occurredAt: z.string(),
  parkedAt: z.string(),
}).meta({ id: 'ParkedEvent' })
export type ParkedEvent = z.infer<typeof parkedEventSchema>

const one = z.object({ eventId: z.string(), consumer: z.string().optional() })

/** Every service answers these about its own consumers. */
export const parkedContract = {
  /** The newest facts first. */
  listParked: idempotent.input(z.object({ ...pageInput, consumer: z.string().optional() })).output(pageOf(parkedEventSchema)).errors(declare('FORBIDDEN')),
  getParked: idempotent.input(one).output(parkedEventSchema).errors(declare('NOT_FOUND', 'FORBIDDEN')),
  /** Tries it again within a second, and what waits behind it after it. */
  replayParked: idempotent.input(one).output(z.object({ replayed: z.boolean() })).errors(declare('NOT_FOUND', 'FORBIDDEN')),
  /** Lets it go without its effect; what waits behind it goes on. */
  dropParked: idempotent.input(one).output(z.object({ dropped: z.boolean() })).errors(declare('NOT_FOUND', 'FORBIDDEN')),
}

interface Row {
  readonly consumer: string; readonly event_id: string; readonly topic: string; readonly name: string; readonly version: number; readonly key: string; readonly data: unknown
  readonly state: ParkedEvent['state']; readonly attempts: number; readonly last_error: string | null; readonly next_attempt_at: Date | null; readonly occurred_at: Date; readonly parked_at: Date
}
const columns = 'consumer, event_id, topic, name, version, key, data, state, attempts, last_error, next_attempt_at, occurred_at, parked_at'

export function parkedHandlers(database: Database): Handlers<typeof parkedContract> {
  const shown = (row: Row): ParkedEvent => ({
    service: database.schema, consumer: row.consumer, eventId: row.event_id, topic: row.topic, name: row.name, version: row.version, key: row.key, data: row.data, state: row.state, attempts: row.attempts,
    lastError: row.last_error, nextAttemptAt: row.state === 'retrying' ? row.next_attempt_at?.toISOString() ?? null : null, occurredAt: row.occurred_at.toISOString(), parkedAt: row.parked_at.toISOString(),
  })
  return {
    async listParked({ input, context }) {
      requireOperator(context.caller)
      const after = readCursor('parked', input.cursor, 2)
      const rows = await database.rows<Row>(
        `select ${columns} from parked_event where ($1::text is null or consumer = $1) and ($2::text is null or (event_id, consumer) < ($2, $3)) order by event_id desc, consumer desc limit $4`,
        [input.consumer ?? null, after?.[0] ?? null, after?.[1] ?? null, input.limit + 1])
      const page = cutPage(rows, input.limit, (last) => writeCursor('parked', [last.event_id, last.consumer]))
      return { items: page.items.map(shown), nextCursor: page.nextCursor }
    },
    async getParked({ input, context }) {
      requireOperator(context.caller)
      const row = await database.maybe<Row>(`select ${columns} from parked_event where event_id = $1 and ($2::text is null or consumer = $2) limit 1`, [input.eventId, input.consumer ?? null])
      if (!row) throw failure('NOT_FOUND', 'No such event is parked here.')
      return shown(row)
    },
    async replayParked({ input, context }) {
      requireOperator(context.caller)
      const count = await database.run(`update parked_event set state = 'retrying', attempts = 0, next_attempt_at = now() where event_id = $1 and ($2::text is null or consumer = $2) and state <> 'waiting'`, [input.eventId, input.consumer ?? null])
      if (count === 0) throw failure('NOT_FOUND', 'No such event is parked here, or it waits behind another of its key: replay that one.')
      return { replayed: true }
    },
    async dropParked({ input, context }) {
      requireOperator(context.caller)
      return database.transaction(async (tx) => {
        const rows = await tx.rows<Pick<Row, 'consumer' | 'event_id' | 'topic' | 'key'>>('select consumer, event_id, topic, key from parked_event where event_id = $1 and ($2::text is null or consumer = $2) order by consumer', [input.eventId, input.consumer ?? null])
        let dropped = false
        for (const row of rows) dropped = (await letGo(tx, row.consumer, row)) || dropped
        if (!dropped) throw failure('NOT_FOUND', 'No such event is parked here.')
        return { dropped }
      })
    },
  }
}
