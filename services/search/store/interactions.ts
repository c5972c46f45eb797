import type { Queryable } from '@octavo/database'
import type { QueryFigures } from '../contract.ts'

/** One thing done with one product that a query showed. */
export interface Done {
  readonly queryId: string
  readonly clientId: string
  readonly productId: string
  readonly action: string
  readonly position: number
  readonly at: string
}

/** Keeps what was done with queries that the same browser asked; anything else is made up, and what is known already is no news. */
export async function writeInteractions(sql: Queryable, done: readonly Done[]): Promise<void> {
  await sql.run(
    `insert into interaction (query_id, product_id, action, position, at)
     select d.query_id, d.product_id, d.action, d.position, d.at
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::timestamptz[]) as d (query_id, client_id, product_id, action, position, at)
     join asked_query q on q.id = d.query_id and q.client_id = d.client_id
     on conflict do nothing`,
    [done.map(({ queryId }) => queryId), done.map(({ clientId }) => clientId), done.map(({ productId }) => productId), done.map(({ action }) => action), done.map(({ position }) => position), done.map(({ at }) => at)])
}

/** What was done goes; that something was asked stays, by nobody. Gives how many queries that were. */
export async function forget(sql: Queryable, clientId: string): Promise<number> {
  await sql.run('delete from interaction i using asked_query q where q.id = i.query_id and q.client_id = $1', [clientId])
  return sql.run('update asked_query set client_id = null where client_id = $1', [clientId])
}

/** Per asking since $1: whether it was looked at, and what came of it. */
const outcomes = `select query_id, bool_or(action = 'impression') as seen, bool_or(action = 'click') as clicked, bool_or(action = 'add_to_cart') as added, bool_or(action = 'purchase') as bought
  from interaction join asked_query on id = query_id where asked_at >= $1 group by query_id`

const which = {
  'all': 'true',
  'not-found': `bool_or(q.matching in ('any', 'related', 'popular'))`,
  'not-clicked': `count(*) filter (where o.seen) > 0 and count(*) filter (where o.clicked or o.added or o.bought) = 0`,
} as const

/** Queries as many asked them, the most frequent first. */
export async function readFigures(sql: Queryable, wanted: keyof typeof which, since: Date, limit: number): Promise<QueryFigures[]> {
  const rows = await sql.rows<Omit<QueryFigures, 'lastAskedAt'> & { last: Date }>(
    `select mode() within group (order by q.query) as query, q.market, count(*)::int as times, (array_agg(q.total order by q.asked_at desc))[1] as total, (array_agg(q.matching order by q.asked_at desc))[1] as matching, max(q.asked_at) as last,
       count(distinct q.client_id)::int as shoppers, count(*) filter (where o.seen)::int as watched, count(*) filter (where o.clicked)::int as clicked, count(*) filter (where o.added)::int as added, count(*) filter (where o.bought)::int as bought
     from asked_query q left join (${outcomes}) o on o.query_id = q.id
     where q.asked_at >= $1 and q.query_key <> '' group by q.market, q.query_key having ${which[wanted]} order by times desc, last desc limit $2`, [since, limit])
  return rows.map(({ last, ...row }) => ({ ...row, lastAskedAt: last.toISOString() }))
}

/** How often a product was seen at a place for a query, and what came of it. */
export interface Seen {
  readonly market: string
  readonly query: string
  readonly productId: string
  readonly position: number
  readonly shuffled: boolean
  readonly shown: number
  readonly clicked: number
  readonly added: number
  readonly bought: number
}

/** Of queries by relevance that so many different browsers asked. */
export const readSeen = (sql: Queryable, since: Date, shoppers: number): Promise<Seen[]> => sql.rows<Seen>(
  `with asked as (select id, market, query_key, shuffled, client_id from asked_query where asked_at >= $1 and client_id is not null and query_key <> '' and coalesce(attributes->>'sort', 'relevance') = 'relevance'),
     often as (select market, query_key from asked group by market, query_key having count(distinct client_id) >= $2),
     seen as (
       select query_id, product_id, max(position) filter (where action = 'impression') as position, bool_or(action = 'click') as clicked, bool_or(action = 'add_to_cart') as added, bool_or(action = 'purchase') as bought
       from interaction join asked on id = query_id join often using (market, query_key) group by query_id, product_id having bool_or(action = 'impression'))
   select market, query_key as query, s.product_id as "productId", s.position, a.shuffled, count(*)::int as shown, count(*) filter (where s.clicked)::int as clicked, count(*) filter (where s.added)::int as added, count(*) filter (where s.bought)::int as bought
   from seen s join asked a on a.id = s.query_id group by market, query_key, s.product_id, s.position, a.shuffled`, [since, shoppers])

export interface PastQuery { readonly market: string; readonly key: string; readonly query: string; readonly shoppers: number }

/**
 * Queries that found what they said and led to something, each asked so by enough different browsers, on enough different days (of UTC), to
 * be nobody's own; nothing with an address or a number of somebody. As most of them spelt it.
 */
export const readPastQueries = (sql: Queryable, since: Date, { shoppers, days }: { readonly shoppers: number; readonly days: number }, limit: number): Promise<PastQuery[]> => sql.rows<PastQuery>(
  `with led as (
       select market, query_key as key, regexp_replace(btrim(query), '\\s+', ' ', 'g') as query, client_id, (asked_at at time zone 'UTC')::date as day from asked_query q
       where asked_at >= $1 and client_id is not null and matching = 'all' and not corrected and total > 0 and length(query_key) between 2 and 60 and query !~ '@|[0-9][0-9 .-]{5,}'
         and exists (select from interaction i where i.query_id = q.id and i.action <> 'impression')),
     often as (select market, key, count(distinct client_id)::int as shoppers from led group by market, key having count(distinct client_id) >= $2 and count(distinct day) >= $3 order by shoppers desc, key limit $4),
     spelt as (
       select distinct on (market, key) market, key, query from (select market, key, query, count(distinct client_id) as shoppers from led join often using (market, key) group by market, key, query) s
       order by market, key, s.shoppers desc, query)
   select market, key, query, shoppers from often join spelt using (market, key) order by shoppers desc, key`, [since, shoppers, days, limit])
