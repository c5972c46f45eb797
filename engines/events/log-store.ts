import type { Database } from '@octavo/database'
import type { Part } from '@octavo/service'
import type { Log } from '@octavo/telemetry'
import type { Event } from './port.ts'
import { logTables } from './log-tables.ts'

/** A row of an outbox, as the relay carries it. */
export interface OutboxRow {
  readonly seq: number
  readonly id: string
  readonly name: string
  readonly version: number
  readonly key: string
  readonly data: unknown
  readonly request_id: string | null
  readonly occurred_at: Date
}

export interface LogStore extends Part {
  /** Puts rows at the end of a topic, in their order; those already there (a crash came between) are left out. */
  append(topic: string, rows: readonly OutboxRow[]): Promise<void>
  read(topic: string, after: number, limit: number): Promise<Event[]>
  /** The last position of a topic, as far as this process has heard; `fresh` asks the database. */
  head(topic: string, fresh?: boolean): Promise<number>
  known(topic: string): number
  /** Called when a topic may have moved, and now and then at any rate. */
  onMove(moved: () => void): () => void
}

/** A reading that consumers of this process share: they are woken together and ask for the same. */
interface Shared {
  readonly after: number
  readonly limit: number
  /** The head of the topic when it was asked for. */
  readonly upTo: number
  readonly events: Promise<Event[]>
}

/** The newest events of a topic that this process carried itself, without a gap: its consumers need not ask for them. */
interface Carried {
  readonly after: number
  readonly events: Event[]
  /** So many of them were here when the log was looked at last: they go with the next look. */
  readonly old: number
}

const channel = 'octavo_events'
const pollMs = 1000
const notifyGatherMs = 8
/** Events of a topic that are kept for the consumers of this process, for a second or two: as many as those fall behind while an import runs. */
const mostCarried = 1500

export function openLogStore({ database, log, alone, retentionDays }: { database: Database; log: Log; alone: boolean; retentionDays?: number }): LogStore {
  const heads = new Map<string, number>()
  const listeners = new Set<() => void>()
  const reads = new Map<string, Shared>()
  const carried = new Map<string, Carried>()
  const moved = (): void => { for (const listener of listeners) listener() }
  let poll: NodeJS.Timeout | undefined
  let tidied = 0
  let notifying: NodeJS.Timeout | undefined
  let unlisten: (() => Promise<void>) | undefined
  let stopped = false

  const raise = (topic: string, position: number): boolean => {
    if ((heads.get(topic) ?? 0) >= position) return false
    heads.set(topic, position)
    return true
  }
  const refresh = async (): Promise<void> => {
    const rows = await database.rows<{ name: string; last_position: number }>('select name, last_position from topic')
    let any = false
    for (const { name, last_position: position } of rows) any = raise(name, position) || any
    if (any) moved()
  }
  const tick = async (): Promise<void> => {
    reads.clear()
    for (const [topic, { after, events, old }] of carried) {
      if (old === events.length) carried.delete(topic)
      else carried.set(topic, { after: after + old, events: events.slice(old), old: events.length - old })
    }
    try {
      await refresh()
      if (Date.now() - tidied > 3_600_000) {
        await database.run('select tidy_log($1)', [retentionDays ?? null])
        tidied = Date.now()
      }
    } catch (error) {
      if (!stopped) log.warn({ err: error }, 'the event log could not be read; trying again')
    }
    moved()
    if (!stopped) poll = setTimeout(() => void tick(), pollMs)
  }

  const keep = (topic: string, after: number, rows: readonly OutboxRow[]): void => {
    const events = rows.map(({ id, name, version, key, data, request_id: requestId, occurred_at: occurredAt }, at): Event => ({ id, topic, name, version, key, data, occurredAt, requestId, position: after + at + 1 }))
    const own = carried.get(topic)
    if (own === undefined || own.after + own.events.length !== after) {
      carried.set(topic, { after, events, old: 0 })
      return
    }
    const all = [...own.events, ...events]
    const gone = Math.max(0, all.length - mostCarried)
    carried.set(topic, { after: own.after + gone, events: all.slice(gone), old: Math.max(0, own.old - gone) })
  }

  const query = async (topic: string, after: number, limit: number): Promise<Event[]> => {
    const rows = await database.rows<Omit<Event, 'topic' | 'occurredAt' | 'requestId'> & { request_id: string | null; occurred_at: Date }>(
      'select event_id as id, name, version, key, data, request_id, occurred_at, position from log where topic = $1 and position > $2 order by position limit $3', [topic, after, limit])
    return rows.map(({ request_id: requestId, occurred_at: occurredAt, ...row }) => ({ ...row, topic, requestId, occurredAt }))
  }

  return {
    name: 'event log',
    async start() {
      stopped = false
      await database.migrate(logTables)
      await database.run('select tidy_log($1)', [retentionDays ?? null])
      tidied = Date.now()
      if (!alone) unlisten = await database.listen(channel, () => { refresh().catch(() => {}) })
      await refresh()
      poll = setTimeout(() => void tick(), pollMs)
    },
    ready: async () => database.run('select 1').then(() => true as const, (error: Error) => error.message),
    drain: async () => {},
    async stop() {
      stopped = true
      clearTimeout(poll)
      clearTimeout(notifying)
      await unlisten?.()
    },
    async append(topic, rows) {
      const { position, added } = await database.one<{ position: number; added: number }>(
        'select last_position as position, added from append_events($1, $2::text[], $3::text[], $4::int[], $5::text[], $6::jsonb[], $7::text[], $8::timestamptz[])',
        [topic, rows.map(({ id }) => id), rows.map(({ name }) => name), rows.map(({ version }) => version), rows.map(({ key }) => key), rows.map(({ data }) => JSON.stringify(data)), rows.map(({ request_id: id }) => id), rows.map(({ occurred_at: at }) => at)])
      if (added === rows.length) keep(topic, position - added, rows)
      if (raise(topic, position)) moved()
      if (!alone) notifying ??= setTimeout(() => { notifying = undefined; database.notify(channel).catch(() => {}) }, notifyGatherMs)
    },
    async read(topic, after, limit) {
      const upTo = heads.get(topic) ?? 0
      const own = carried.get(topic)
      if (own && own.after <= after && own.after + own.events.length >= upTo) return own.events.slice(after - own.after, after - own.after + limit)
      const shared = reads.get(topic)
      if (shared && shared.upTo === upTo && shared.limit === limit && shared.after <= after) {
        const events = await shared.events
        const rest = events.filter(({ position }) => position > after)
        if (rest.length > 0 || events.length < limit) return rest
      }
      const events = query(topic, after, limit)
      reads.set(topic, { after, limit, upTo, events })
      events.catch(() => reads.delete(topic))
      return events
    },
    async head(topic, fresh = false) {
      if (fresh) await refresh()
      return heads.get(topic) ?? 0
    },
    known: (topic) => heads.get(topic) ?? 0,
    onMove(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
