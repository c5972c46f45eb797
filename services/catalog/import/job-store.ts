import type { Queryable } from '@octavo/database'
import type { Reject } from './pipeline.ts'

/** Its file is kept: from now on it runs. */
export const noteUpload = (sql: Queryable, id: string, key: string, sizeBytes: number): Promise<number> =>
  sql.run(`update imports set upload_key = $2, size_bytes = $3, status = 'running' where id = $1`, [id, key, sizeBytes])

/** How much there is to read, once it is known what is packed in it. */
export const noteSize = (sql: Queryable, id: string, sizeBytes: number): Promise<number> =>
  sql.run('update imports set size_bytes = $2 where id = $1', [id, sizeBytes])

export const uploadOf = async (sql: Queryable, id: string): Promise<string | undefined> =>
  (await sql.maybe<{ key: string | null }>('select upload_key as key from imports where id = $1', [id]))?.key ?? undefined

/** In the order they came. */
export const runningJobs = async (sql: Queryable): Promise<string[]> =>
  (await sql.rows<{ id: string }>(`select id from imports where status = 'running' and upload_key is not null order by id`)).map(({ id }) => id)

export const failImport = (sql: Queryable, id: string, words: string, at: Date): Promise<number> =>
  sql.run(`update imports set status = 'failed', failure = $2, ended_at = $3 where id = $1`, [id, words, at])

export async function keepRejects(sql: Queryable, id: string, rejects: readonly Reject[]): Promise<void> {
  if (rejects.length === 0) return
  await sql.run('insert into import_reject (import_id, line, identity, reason) select $1, line, identity, reason from unnest($2::int[], $3::text[], $4::text[]) as r (line, identity, reason)',
    [id, rejects.map(({ line }) => line), rejects.map(({ identity }) => identity), rejects.map(({ reason }) => reason)])
}

/** A page of what did not come in, behind a number. */
export const readRejects = (sql: Queryable, id: string, after: number, limit: number): Promise<(Reject & { readonly no: number })[]> =>
  sql.rows('select no::int as no, line, identity, reason from import_reject where import_id = $1 and no > $2 order by no limit $3', [id, after, limit])
