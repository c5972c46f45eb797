import type { Queryable } from '@octavo/database'

export interface LoggedRow {
  readonly id: string
  readonly askedAt: Date
  readonly market: string
  readonly query: string
  readonly clientId: string | null
  readonly total: number
  readonly matching: string
  readonly corrected: boolean
  readonly ranker: string
  readonly shuffled: boolean
  readonly attributes: Readonly<Record<string, unknown>>
  readonly shown: readonly { readonly productId: string; readonly features?: Readonly<Record<string, number>> }[]
  readonly done: readonly { readonly productId: string; readonly action: string; readonly position: number; readonly at: string }[]
}

/** Ids sort by time: the log goes on after the last one told. */
export const readLog = (sql: Queryable, after: string, limit: number): Promise<LoggedRow[]> => sql.rows<LoggedRow>(
  `select id, asked_at as "askedAt", market, query, client_id as "clientId", total, matching, corrected, ranker, shuffled, attributes, shown,
     (select coalesce(json_agg(json_build_object('productId', product_id, 'action', action, 'position', position, 'at', at) order by at, position), '[]') from interaction i where i.query_id = q.id) as done
   from asked_query q where id > $1 order by id limit $2`, [after, limit])
