import { z } from 'zod'
import { requireOperator, whoIs, type Caller } from '@octavo/caller'
import type { Database, Transaction } from '@octavo/database'
import { declare, failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
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

/** What an operator did to an event that was set aside. `operator`: an account, or `token`. */
export const parkedActSchema = z.object({
  service: z.string(), id: z.string(), act: z.enum(['tried again', 'let go']), consumer: z.string(), eventId: z.string(), topic: z.string(), name: z.string(), key: z.string(),
  lastError: z.string().nullable(), operator: z.string(), reason: z.string(), at: z.string(),
}).meta({ id: 'ParkedAct' })
export type ParkedAct = z.infer<typeof parkedActSchema>

const one = z.object({ eventId: z.string(), consumer: z.string().optional() })
const acted = one.extend({ reason: z.string().trim().max(500).default('') })

/** Every service answers these about its own consumers. */
export const parkedContract = {
  /** The newest facts first. */
  listParked: idempotent.input(z.object({ ...pageInput, consumer: z.string().optional() })).output(pageOf(parkedEventSchema)).errors(declare('FORBIDDEN')),
  getParked: idempotent.input(one).output(parkedEventSchema).errors(declare('NOT_FOUND', 'FORBIDDEN')),
  /** Tries it again within a second, and what waits behind it after it. Written down with who asked and why. */
  replayParked: idempotent.input(acted).output(z.object({ replayed: z.boolean() })).errors(declare('NOT_FOUND', 'FORBIDDEN')),
  /** Lets it go without its effect; what waits behind it goes on. Written down with who asked and why. */
  dropParked: idempotent.input(acted).output(z.object({ dropped: z.boolean() })).errors(declare('NOT_FOUND', 'FORBIDDEN')),
  /** What operators did, the newest first. */
  listParkedActs: idempotent.input(z.object({ ...pageInput })).output(pageOf(parkedActSchema)).errors(declare('FORBIDDEN')),
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
      return database.transaction(async (tx) => {
        const rows = await tx.rows<Tried>(
          `update parked_event set state = 'retrying', attempts = 0, next_attempt_at = now() where event_id = $1 and ($2::text is null or consumer = $2) and state <> 'waiting' returning ${tried}`, [input.eventId, input.consumer ?? null])
        if (rows.length === 0) throw failure('NOT_FOUND', 'No such event is parked here, or it waits behind another of its key: replay that one.')
        for (const row of rows) await noteAct(tx, 'tried again', row, context.caller, input.reason)
        return { replayed: true }
      })
    },
    async dropParked({ input, context }) {
      requireOperator(context.caller)
      return database.transaction(async (tx) => {
        const rows = await tx.rows<Tried>(`select ${tried} from parked_event where event_id = $1 and ($2::text is null or consumer = $2) order by consumer`, [input.eventId, input.consumer ?? null])
        let dropped = false
        for (const row of rows) {
          if (!await letGo(tx, row.consumer, row)) continue
          await noteAct(tx, 'let go', row, context.caller, input.reason)
          dropped = true
        }
        if (!dropped) throw failure('NOT_FOUND', 'No such event is parked here.')
        return { dropped }
      })
    },
    async listParkedActs({ input, context }) {
      requireOperator(context.caller)
      const [before] = readCursor('parked-acts', input.cursor, 1) ?? []
      const rows = await database.rows<Omit<ParkedAct, 'service' | 'at'> & { at: Date }>(
        `select id, act, consumer, event_id as "eventId", topic, name, key, last_error as "lastError", operator, reason, at from parked_act where id < coalesce($1, '~') order by id desc limit $2`, [before ?? null, input.limit + 1])
      const page = cutPage(rows, input.limit, ({ id }) => writeCursor('parked-acts', [id]))
      return { items: page.items.map((row) => ({ ...row, service: database.schema, at: row.at.toISOString() })), nextCursor: page.nextCursor }
    },
  }
}

type Tried = Pick<Row, 'consumer' | 'event_id' | 'topic' | 'name' | 'key' | 'last_error'>
const tried = 'consumer, event_id, topic, name, key, last_error'

const noteAct = (tx: Transaction, act: ParkedAct['act'], row: Tried, caller: Caller, reason: string): Promise<number> =>
  tx.run('insert into parked_act (id, act, consumer, event_id, topic, name, key, last_error, operator, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [newId('act'), act, row.consumer, row.event_id, row.topic, row.name, row.key, row.last_error, whoIs(caller), reason])
