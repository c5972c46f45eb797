import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { State } from './states.ts'

export interface Parcel {
  readonly trackingNumber: string
  /** The sender's own name for it. */
  readonly reference: string
  readonly state: State
  readonly to: readonly string[]
  readonly service: string
  /** Milliseconds since the epoch; null when it moves no more by itself. */
  readonly nextMs: number | null
}

export interface Waiting {
  readonly id: string
  readonly body: string
  readonly attempts: number
}

export type Store = ReturnType<typeof openStore>

/** The state in a folder, one SQLite file in WAL mode: what is committed outlives a killed process. */
export function openStore(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const db = new DatabaseSync(join(folder, 'carrier.sqlite'))
  db.exec(schema)
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const insert = db.prepare('INSERT INTO parcels (tracking_number, reference, state, recipient, service, next_ms) VALUES (?, ?, ?, ?, ?, ?)')
  const byReference = db.prepare('SELECT * FROM parcels WHERE reference = ?')
  const byNumber = db.prepare('SELECT * FROM parcels WHERE tracking_number = ?')
  const move = db.prepare('UPDATE parcels SET state = ?, next_ms = ? WHERE tracking_number = ?')
  const due = db.prepare('SELECT * FROM parcels WHERE next_ms <= ? ORDER BY next_ms LIMIT 100')
  const count = db.prepare('SELECT count(*) AS n FROM parcels')
  const insertEvent = db.prepare('INSERT INTO events (id, tracking_number, body, attempts, due_ms) VALUES (?, ?, ?, 0, ?)')
  const dueEvents = db.prepare('SELECT id, body, attempts FROM events WHERE due_ms <= ? ORDER BY seq LIMIT 20')
  const accepted = db.prepare('UPDATE events SET due_ms = NULL WHERE id = ?')
  const postpone = db.prepare('UPDATE events SET attempts = ?, due_ms = ? WHERE id = ?')
  const history = db.prepare('SELECT body FROM events WHERE tracking_number = ? ORDER BY seq')

  return {
    transaction<Result>(work: () => Result): Result {
      begin.run()
      try {
        const result = work()
        commit.run()
        return result
      } catch (error) {
        rollback.run()
        throw error
      }
    },
    insertParcel: ({ trackingNumber, reference, state, to, service, nextMs }: Parcel): void => { insert.run(trackingNumber, reference, state, JSON.stringify(to), service, nextMs) },
    parcelOf: (reference: string): Parcel | undefined => parcel(byReference.get(reference)),
    parcel: (trackingNumber: string): Parcel | undefined => parcel(byNumber.get(trackingNumber)),
    parcels: (): number => Number(count.get()?.['n']),
    move: (trackingNumber: string, state: State, nextMs: number | null): void => { move.run(state, nextMs, trackingNumber) },
    dueParcels: (nowMs: number): Parcel[] => due.all(nowMs).map((row) => parcel(row) as Parcel),
    insertEvent: (id: string, trackingNumber: string, body: string, dueMs: number | null): void => { insertEvent.run(id, trackingNumber, body, dueMs) },
    dueEvents: (nowMs: number): Waiting[] => dueEvents.all(nowMs) as unknown as Waiting[],
    accepted: (id: string): void => { accepted.run(id) },
    postpone: (id: string, attempts: number, dueMs: number): void => { postpone.run(attempts, dueMs, id) },
    history: (trackingNumber: string): unknown[] => history.all(trackingNumber).map((row) => JSON.parse(row['body'] as string) as unknown),
    close: (): void => db.close(),
  }
}

function parcel(row: Record<string, unknown> | undefined): Parcel | undefined {
  return row && {
    trackingNumber: row['tracking_number'] as string, reference: row['reference'] as string, state: row['state'] as State, to: JSON.parse(row['recipient'] as string) as string[], service: row['service'] as string,
    nextMs: row['next_ms'] === null ? null : Number(row['next_ms']),
  }
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS parcels (tracking_number TEXT PRIMARY KEY, reference TEXT NOT NULL UNIQUE, state TEXT NOT NULL, recipient TEXT NOT NULL, service TEXT NOT NULL, next_ms INTEGER) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS parcels_due ON parcels (next_ms) WHERE next_ms IS NOT NULL;
  CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, tracking_number TEXT NOT NULL, body TEXT NOT NULL, attempts INTEGER NOT NULL, due_ms INTEGER) STRICT;
  CREATE INDEX IF NOT EXISTS events_due ON events (due_ms) WHERE due_ms IS NOT NULL;
  CREATE INDEX IF NOT EXISTS events_of ON events (tracking_number, seq);
`
