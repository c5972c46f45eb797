import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { missing } from '../protocol/errors.ts'
import { text, texts, type Form } from '../protocol/form.ts'
import { newId } from '../protocol/ids.ts'
import { listOf, readPaging, type List } from '../protocol/lists.ts'
import type { Resource, Store } from '../store.ts'

/** The version whose shapes the answers and events have: that of the `stripe` package the shop uses. */
export const apiVersion = '2026-10-28.endive'

/** The request that made something happen; none for what a shopper does on a page. */
export interface EventOrigin {
  requestId: string | null
  idempotencyKey: string | null
}

/** An event on its way: its position and the exact text that is signed and sent. */
export interface Delivery {
  event: number
  body: string
}

/** Keeps an event, with a snapshot of its object, and its delivery when the shop wants it. Part of the transaction that made it true. */
export function recordEvent(db: DatabaseSync, { type, object, now, from, delivers }: { type: string; object: Resource; now: number; from: EventOrigin; delivers: boolean }): Delivery {
  const { insertEvent, insertDelivery } = statementsOf(db)
  const id = newId('evt')
  const body = JSON.stringify({
    id, object: 'event', api_version: apiVersion, created: now, data: { object }, livemode: false, pending_webhooks: delivers ? 1 : 0,
    request: { id: from.requestId, idempotency_key: from.idempotencyKey }, type,
  })
  const event = Number(insertEvent.run(id, type, now, body).lastInsertRowid)
  if (delivers) insertDelivery.run(event, now * 1000)
  return { event, body }
}

export function retrieveEvent(store: Store, id: string): object {
  const row = store.db.prepare('SELECT body FROM events WHERE id = ?').get(id)
  if (!row) throw missing('event', id, { param: 'id', status: 404 })
  return JSON.parse(row['body'] as string) as object
}

/** Newest first, by `type` or `types[]`. */
export function listEvents(store: Store, params: Form): List<object> {
  const positionOf = (id: string) => store.db.prepare('SELECT seq FROM events WHERE id = ?').get(id)?.['seq'] as number | undefined
  const paging = readPaging(params, positionOf)
  const wanted = [...texts(params, 'types'), ...[text(params, 'type')].filter((type) => type !== undefined)]
  const ofType = wanted.length === 0 ? '' : `AND type IN (${wanted.map(() => '?').join(', ')})`
  const newer = paging.after !== undefined
  const rows = store.db.prepare(`
    SELECT body FROM events WHERE seq < ? AND seq > ? AND created BETWEEN ? AND ? ${ofType} ORDER BY seq ${newer ? 'ASC' : 'DESC'} LIMIT ?
  `).all(paging.before ?? Number.MAX_SAFE_INTEGER, paging.after ?? 0, paging.createdFrom ?? 0, paging.createdTo ?? Number.MAX_SAFE_INTEGER, ...wanted, paging.limit + 1)
  const events = rows.map((row) => JSON.parse(row['body'] as string) as object)
  if (newer) events.reverse()
  return listOf('/v1/events', events, paging)
}

interface Statements {
  insertEvent: StatementSync
  insertDelivery: StatementSync
}
const prepared = new WeakMap<DatabaseSync, Statements>()

/** Prepared once a database: every request records events. */
function statementsOf(db: DatabaseSync): Statements {
  const known = prepared.get(db)
  if (known) return known
  const made = {
    insertEvent: db.prepare('INSERT INTO events (id, type, created, body) VALUES (?, ?, ?, ?)'),
    insertDelivery: db.prepare('INSERT INTO deliveries (event, attempts, due_ms) VALUES (?, 0, ?)'),
  }
  prepared.set(db, made)
  return made
}
