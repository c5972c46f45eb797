import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** What every object of the API has. */
export interface Resource {
  id: string
  object: string
  created: number
}

/** A kind of object: what is shown of it, and what is kept about it and never shown. */
export interface Kind<Body extends Resource, Hidden> {
  readonly name: string
  readonly holds?: [Body, Hidden]
}
export interface Kept<Body extends Resource, Hidden> {
  body: Body
  hidden: Hidden
  /** Whom it is listed under: an intent or card its customer, a refund or charge its intent. */
  owner: string | null
}

/** A slice of a listing, newest first, by position. `before` and `after` are exclusive positions. */
export interface Slice {
  owner?: string | undefined
  before?: number | undefined
  after?: number | undefined
  createdFrom?: number | undefined
  createdTo?: number | undefined
  limit: number
}

export type Store = ReturnType<typeof openStore>

/** Opens the state in a folder, one SQLite file in WAL mode: what is committed outlives a killed process. */
export function openStore(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const db = new DatabaseSync(join(folder, 'card-network.sqlite'))
  db.exec(schema)
  const insert = db.prepare('INSERT INTO resources (id, kind, owner, created, body, hidden) VALUES (?, ?, ?, ?, ?, ?)')
  const update = db.prepare('UPDATE resources SET owner = ?, body = ?, hidden = ? WHERE id = ?')
  const find = db.prepare('SELECT kind, owner, body, hidden FROM resources WHERE id = ?')
  const position = db.prepare('SELECT seq FROM resources WHERE id = ? AND kind = ?')
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const slices = {
    older: db.prepare(sliceOf('', 'DESC')), newer: db.prepare(sliceOf('', 'ASC')),
    ownersOlder: db.prepare(sliceOf('owner = :owner AND', 'DESC')), ownersNewer: db.prepare(sliceOf('owner = :owner AND', 'ASC')),
  }

  return {
    db,
    /** Random, made at the first start: keys the fingerprints of cards and of requests. */
    secret: readSecret(db),

    /** All of the work or none of it. */
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

    insert<Body extends Resource, Hidden>(kind: Kind<Body, Hidden>, { body, hidden, owner }: Kept<Body, Hidden>): void {
      insert.run(body.id, kind.name, owner, body.created, JSON.stringify(body), JSON.stringify(hidden))
    },

    update<Body extends Resource, Hidden>({ body, hidden, owner }: Kept<Body, Hidden>): void {
      update.run(owner, JSON.stringify(body), JSON.stringify(hidden), body.id)
    },

    find<Body extends Resource, Hidden>(kind: Kind<Body, Hidden>, id: string): Kept<Body, Hidden> | undefined {
      const row = find.get(id)
      if (!row || row['kind'] !== kind.name) return undefined
      return { body: JSON.parse(row['body'] as string) as Body, hidden: JSON.parse(row['hidden'] as string) as Hidden, owner: row['owner'] as string | null }
    },

    /** Any object, by its id alone: how a reference is expanded. */
    findAny(id: string): Resource | undefined {
      const row = find.get(id)
      return row && (JSON.parse(row['body'] as string) as Resource)
    },

    position(kind: Kind<Resource, never> | { name: string }, id: string): number | undefined {
      return position.get(id, kind.name)?.['seq'] as number | undefined
    },

    list<Body extends Resource, Hidden>(kind: Kind<Body, Hidden>, slice: Slice): Body[] {
      const newer = slice.after !== undefined && slice.before === undefined
      const statement = slice.owner === undefined ? (newer ? slices.newer : slices.older) : (newer ? slices.ownersNewer : slices.ownersOlder)
      const rows = statement.all({
        kind: kind.name, before: slice.before ?? Number.MAX_SAFE_INTEGER, after: slice.after ?? 0,
        from: slice.createdFrom ?? 0, to: slice.createdTo ?? Number.MAX_SAFE_INTEGER, limit: slice.limit,
        ...(slice.owner === undefined ? {} : { owner: slice.owner }),
      })
      const bodies = rows.map((row) => JSON.parse(row['body'] as string) as Body)
      return newer ? bodies.reverse() : bodies
    },

    close(): void {
      db.close()
    },
  }
}

function readSecret(db: DatabaseSync): Buffer {
  db.prepare(`INSERT INTO settings VALUES ('secret', ?) ON CONFLICT DO NOTHING`).run(randomBytes(32).toString('hex'))
  return Buffer.from(db.prepare(`SELECT value FROM settings WHERE name = 'secret'`).get()?.['value'] as string, 'hex')
}

function sliceOf(owner: string, order: 'ASC' | 'DESC'): string {
  return `SELECT body FROM resources WHERE ${owner} kind = :kind AND seq < :before AND seq > :after AND created >= :from AND created <= :to ORDER BY seq ${order} LIMIT :limit`
}

/** What is committed is copied out of the log after thirty megabytes of it: most pages were written many times by then, and a call waits for the disk less often. */
const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 8000;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS resources (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, owner TEXT,
    created INTEGER NOT NULL, body TEXT NOT NULL, hidden TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS resources_by_kind ON resources (kind, seq);
  CREATE INDEX IF NOT EXISTS resources_by_owner ON resources (owner, kind, seq) WHERE owner IS NOT NULL;
  CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, created INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS deliveries (event INTEGER PRIMARY KEY REFERENCES events, attempts INTEGER NOT NULL, due_ms INTEGER NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS deliveries_by_due ON deliveries (due_ms);
  CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL, request TEXT NOT NULL, created INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS answers_by_created ON answers (created);
`
