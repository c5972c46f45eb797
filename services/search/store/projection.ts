import type { Queryable, Transaction } from '@octavo/database'
import type { IndexedProduct, VersionedProduct } from '@octavo/search-index'

/** Writes what is newer than what stands, and notes it for every index and model that follows; gives how many. */
export async function writeProjection(tx: Transaction, products: readonly VersionedProduct[]): Promise<number> {
  if (products.length === 0) return 0
  return tx.run(
    `with given as (select * from unnest($1::text[], $2::int[], $3::json[]) as g (id, version, product)),
     written as (
       insert into projection as p (product_id, version, product) select id, version, product from given order by id
       on conflict (product_id) do update set version = excluded.version, product = excluded.product where p.version < excluded.version
       returning product_id, version),
     looked as (
       insert into unembedded as u (model_id, product_id, version) select m.id, w.product_id, w.version from written w cross join embedding_model m
       on conflict (model_id, product_id) do update set version = excluded.version)
     insert into pending as q (index_name, product_id, version)
     select i.name, w.product_id, w.version from written w cross join search_index i where i.state <> 'previous'
     on conflict (index_name, product_id) do update set version = excluded.version`,
    [products.map(({ id }) => id), products.map(({ version }) => version), products.map(({ product }) => (product ? JSON.stringify(product) : null))])
}

/**
 * The next of an index's pending products, as they stand now. Each is looked up by itself: joined in the order of their ids, every part
 * would read the projection from its beginning.
 */
export async function readPending(sql: Queryable, index: string, limit: number): Promise<VersionedProduct[]> {
  return sql.rows<VersionedProduct>(
    `select q.product_id as id, p.version, p.product from (select product_id from pending where index_name = $1 order by product_id limit $2) q
     cross join lateral (select version, product from projection where product_id = q.product_id limit 1) p`, [index, limit])
}

/** What was written at these versions is not pending any more, unless it changed meanwhile. */
export async function settlePending(sql: Queryable, index: string, written: readonly Pick<VersionedProduct, 'id' | 'version'>[]): Promise<void> {
  await sql.run('delete from pending q using unnest($2::text[], $3::int[]) as w (id, version) where q.index_name = $1 and q.product_id = w.id and q.version <= w.version',
    [index, written.map(({ id }) => id), written.map(({ version }) => version)])
}

export const countProducts = (sql: Queryable): Promise<{ count: number }> => sql.one<{ count: number }>('select count(*)::int as count from projection where product is not null')

/** The versions that stand, and whether an index that is followed has still to be told. */
export async function readVersions(sql: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, { version: number; pending: boolean }>> {
  const rows = await sql.rows<{ id: string; version: number; pending: boolean }>(
    'select product_id as id, version, exists (select from pending q where q.product_id = p.product_id) as pending from projection p where product_id = any($1::text[])', [ids])
  return new Map(rows.map(({ id, version, pending }) => [id, { version, pending }]))
}

/** The live index is told of these again. */
export async function markPending(sql: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql.run(
    `insert into pending (index_name, product_id, version) select i.name, p.product_id, p.version from projection p join search_index i on i.state = 'live' where p.product_id = any($1::text[]) on conflict do nothing`, [ids])
}

/** Products as they are indexed, page by page. */
export const readProjected = async (sql: Queryable, after: string, limit: number): Promise<IndexedProduct[]> =>
  (await sql.rows<{ product: IndexedProduct }>('select product from projection where product is not null and product_id > $1 order by product_id limit $2', [after, limit])).map(({ product }) => product)
