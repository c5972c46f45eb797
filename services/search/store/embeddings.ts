import type { Queryable, Transaction } from '@octavo/database'
import type { IndexedProduct } from '@octavo/search-index'

export interface KnownModel {
  readonly id: string
  readonly state: 'building' | 'live'
  /** There were when it was fitted. */
  readonly products: number
}

export const readModels = (sql: Queryable): Promise<KnownModel[]> => sql.rows<KnownModel>('select id, state, products from embedding_model')

export const readModelFile = async (sql: Queryable, id: string): Promise<Buffer | null> => (await sql.maybe<{ file: Buffer | null }>('select file from embedding_model where id = $1', [id]))?.file ?? null

/** Adds a model that has to look at everything, in place of one that never came to answer. Nobody writes the projection meanwhile, so that nothing falls between. */
export async function addModel(tx: Transaction, { id, products, file }: Omit<KnownModel, 'state'> & { readonly file: Buffer | null }): Promise<void> {
  await tx.run('lock table projection in share row exclusive mode')
  await tx.run(`delete from embedding_model where state = 'building' or id = $1`, [id])
  await tx.run(`insert into embedding_model (id, state, products, file) values ($1, 'building', $2, $3)`, [id, products, file])
  await tx.run('insert into unembedded (model_id, product_id, version) select $1, product_id, version from projection where product is not null', [id])
}

export async function letModelAnswer(tx: Transaction, id: string): Promise<void> {
  await tx.run(`delete from embedding_model where state = 'live' and id <> $1`, [id])
  await tx.run(`update embedding_model set state = 'live' where id = $1`, [id])
}

export interface Unembedded {
  readonly id: string
  readonly version: number
  readonly product: IndexedProduct | null
  /** Of the text its vector was made of; null when it has none. */
  readonly textHash: string | null
}

export const readUnembedded = (sql: Queryable, model: string, limit: number): Promise<Unembedded[]> => sql.rows<Unembedded>(
  // Each looked up by itself, as what is pending is.
  `select u.product_id as id, u.version, p.product, e.text_hash as "textHash" from (select product_id, version from unembedded where model_id = $1 order by product_id limit $2) u
   left join lateral (select product from projection where product_id = u.product_id limit 1) p on true
   left join lateral (select text_hash from embedding where model_id = $1 and product_id = u.product_id limit 1) e on true`, [model, limit])

export interface Embedded { readonly id: string; readonly textHash: string; readonly vector: Buffer | null }

export async function writeEmbedded(tx: Transaction, model: string, seen: readonly Pick<Unembedded, 'id' | 'version'>[], embedded: readonly Embedded[]): Promise<void> {
  await tx.run(
    `insert into embedding (model_id, product_id, text_hash, vector) select $1, * from unnest($2::text[], $3::text[], $4::bytea[])
     on conflict (model_id, product_id) do update set text_hash = excluded.text_hash, vector = excluded.vector, changed_at = clock_timestamp()`,
    [model, embedded.map(({ id }) => id), embedded.map(({ textHash }) => textHash), embedded.map(({ vector }) => vector)])
  await tx.run('delete from unembedded u using unnest($2::text[], $3::int[]) as s (id, version) where u.model_id = $1 and u.product_id = s.id and u.version <= s.version',
    [model, seen.map(({ id }) => id), seen.map(({ version }) => version)])
}

export const hasUnembedded = async (sql: Queryable, model: string): Promise<boolean> => (await sql.maybe('select 1 from unembedded where model_id = $1 limit 1', [model])) !== undefined

export const countUnembedded = (sql: Queryable): Promise<{ count: number }> => sql.one<{ count: number }>('select count(*)::int as count from unembedded')

export interface KnownVector { readonly id: string; readonly vector: Buffer | null }

/** The vectors of a model, page by page. */
export const readVectors = (sql: Queryable, model: string, after: string, limit: number): Promise<KnownVector[]> =>
  sql.rows<KnownVector>('select product_id as id, vector from embedding where model_id = $1 and product_id > $2 order by product_id limit $3', [model, after, limit])

export const readVectorsSince = (sql: Queryable, model: string, since: Date): Promise<KnownVector[]> =>
  sql.rows<KnownVector>('select product_id as id, vector from embedding where model_id = $1 and changed_at >= $2', [model, since])
