import type { Queryable } from '@octavo/database'

export interface AskedQuery {
  readonly id: string
  readonly askedAt: string
  readonly market: string
  readonly query: string
  readonly queryKey: string
  readonly total: number
  readonly matching: string
  readonly corrected: boolean
  readonly ranker: string
  /** Who asked, when they agreed to be noted. */
  readonly clientId?: string | undefined
  /** The first places were drawn by lot. */
  readonly shuffled: boolean
  /** What was asked beside the words. */
  readonly attributes: Readonly<Record<string, unknown>>
  /** Products in their places, with what the ranker was given of them. */
  readonly shown: readonly { readonly productId: string; readonly features?: Readonly<Record<string, number>> }[]
}

export async function writeAsked(sql: Queryable, asked: readonly AskedQuery[]): Promise<void> {
  await sql.run(
    `insert into asked_query (id, asked_at, market, query, query_key, total, matching, corrected, ranker, shown, client_id, shuffled, attributes)
     select * from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[], $8::boolean[], $9::text[], $10::json[], $11::text[], $12::boolean[], $13::json[]) on conflict (id) do nothing`,
    [
      asked.map(({ id }) => id), asked.map(({ askedAt }) => askedAt), asked.map(({ market }) => market), asked.map(({ query }) => query), asked.map(({ queryKey }) => queryKey), asked.map(({ total }) => total),
      asked.map(({ matching }) => matching), asked.map(({ corrected }) => corrected), asked.map(({ ranker }) => ranker), asked.map(({ shown }) => JSON.stringify(shown)),
      asked.map(({ clientId }) => clientId ?? null), asked.map(({ shuffled }) => shuffled), asked.map(({ attributes }) => JSON.stringify(attributes)),
    ])
}

export interface FailingQuery { readonly query: string; readonly times: number; readonly lastAskedAt: string }

/** Queries that found nothing, or nothing with all their words, the most frequent first. */
export async function readFailing(sql: Queryable, since: Date, limit: number): Promise<FailingQuery[]> {
  const rows = await sql.rows<{ query: string; times: number; last: Date }>(
    `select max(query) as query, count(*)::int as times, max(asked_at) as last from asked_query where matching in ('any', 'related', 'popular') and asked_at >= $1 and query_key <> '' group by query_key order by times desc, last desc limit $2`, [since, limit])
  return rows.map(({ query, times, last }) => ({ query, times, lastAskedAt: last.toISOString() }))
}

export const deleteAskedBefore = (sql: Queryable, before: Date): Promise<number> => sql.run('delete from asked_query where asked_at < $1', [before])
