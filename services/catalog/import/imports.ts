import type { Database, Queryable, Transaction } from '@octavo/database'
import type { Place } from './entry.ts'
import type { CodeCount, Poured } from './pipeline.ts'
import type { ImportFormatName, ImportOptions, ImportTotals } from './wire.ts'

/** An import as the shop remembers it. */
export interface KnownImport extends ImportTotals {
  readonly id: string
  readonly format: ImportFormatName
  readonly status: 'running' | 'stopped' | 'completed' | 'failed'
  readonly options: ImportOptions
  readonly place: Place
}

interface Row extends ImportTotals {
  readonly id: string
  readonly format: ImportFormatName
  readonly status: KnownImport['status']
  readonly position: string | number
  readonly options: { readonly options: ImportOptions; readonly line?: number; readonly state?: unknown }
}
const columns = 'id, format, status, read, created, updated, unchanged, rejected, position, options'

export async function findImport(sql: Queryable, id: string): Promise<KnownImport | undefined> {
  const row = await sql.maybe<Row>(`select ${columns} from imports where id = $1`, [id])
  return row && known(row)
}

/** One of the same file with the same options that did not come to its end. */
export async function findUnfinished(sql: Queryable, fingerprint: string): Promise<KnownImport | undefined> {
  const row = await sql.maybe<Row>(`select ${columns} from imports where fingerprint = $1 and status <> 'completed' order by id desc limit 1`, [fingerprint])
  return row && known(row)
}

export async function beginImport(sql: Queryable, { id, format, file, fingerprint, options, at }: { id: string; format: ImportFormatName; file: string; fingerprint: string; options: ImportOptions; at: Date }): Promise<void> {
  await sql.run(`insert into imports (id, format, file, status, started_at, options, fingerprint) values ($1, $2, $3, 'stopped', $4, $5::jsonb, $6)`, [id, format, file, at, JSON.stringify({ options }), fingerprint])
}

export async function markImport(sql: Queryable, id: string, status: KnownImport['status'], at: Date): Promise<void> {
  await sql.run(`update imports set status = $2, ended_at = case when $2 = 'running' then null else $3::timestamptz end where id = $1`, [id, status, at])
}

/** Counts a batch and goes on behind it, with what else is to be kept of it; false when another has done so already. */
export const noteBatch = (database: Database, id: string, from: number, poured: Poured, alsoKeep: (tx: Transaction) => Promise<void> = async () => {}): Promise<boolean> =>
  database.transaction(async (tx) => {
    if (!(await advanceImport(tx, id, from, poured))) return false
    await keepUnknownCodes(tx, id, poured.unknownCodes)
    await alsoKeep(tx)
    return true
  })

async function keepUnknownCodes(sql: Queryable, id: string, codes: readonly CodeCount[]): Promise<void> {
  if (codes.length === 0) return
  await sql.run(
    `insert into import_unknown_code (import_id, list, element, code, count, line, identity)
     select $1, list, element, code, count, line, identity from unnest($2::int[], $3::text[], $4::text[], $5::int[], $6::int[], $7::text[]) as c (list, element, code, count, line, identity)
     on conflict (import_id, element, code) do update set count = import_unknown_code.count + excluded.count`,
    [id, codes.map(({ list }) => list), codes.map(({ element }) => element), codes.map(({ code }) => code), codes.map(({ count }) => count), codes.map(({ line }) => line), codes.map(({ identity }) => identity)])
}

async function advanceImport(sql: Queryable, id: string, from: number, { counts, next }: Poured): Promise<boolean> {
  const { position, ...rest } = next
  return await sql.run(
    `update imports set position = $3, read = read + $4, created = created + $5, updated = updated + $6, unchanged = unchanged + $7, rejected = rejected + $8, options = options || $9::jsonb
     where id = $1 and position = $2`,
    [id, from, position, counts.read, counts.created, counts.updated, counts.unchanged, counts.rejected, JSON.stringify(rest)]) === 1
}

function known({ position, options: { options, line = 1, state }, ...row }: Row): KnownImport {
  return { ...row, options, place: { position: Number(position), line, ...(state !== undefined && { state }) } }
}
