import type { Queryable, Transaction } from '@octavo/database'
import type { ProductDraft } from '../draft.ts'

/** What a source said last of one edition. */
export interface Edition {
  /** In the order in which they were first told of; null for one not kept yet. */
  readonly no: number | null
  readonly key: string
  readonly joins: readonly string[]
  readonly draft: ProductDraft
  readonly productKey: string
}

/** One at a time joins editions of a source: until the transaction ends. */
export async function holdSource(tx: Transaction, source: string): Promise<void> {
  await tx.run(`select pg_advisory_xact_lock(hashtextextended('editions of ' || $1, 0))`, [source])
}

/** Those of the keys, those with anything in common with them, and all others of their products. */
export async function readEditions(sql: Queryable, source: string, keys: readonly string[], joins: readonly string[]): Promise<Edition[]> {
  const rows = await sql.rows<Edition & { no: string }>(
    `with near as (
       select product_key from edition where source = $1 and key = any($2::text[])
       union select product_key from edition where source = $1 and joins && $3::text[])
     select e.no, e.key, e.joins, e.draft, e.product_key as "productKey" from edition e join near on e.product_key = near.product_key where e.source = $1 order by e.no`,
    [source, keys, joins])
  return rows.map((row) => ({ ...row, no: Number(row.no) }))
}

export async function writeEditions(tx: Transaction, source: string, editions: readonly Edition[]): Promise<void> {
  if (editions.length === 0) return
  await tx.run(
    `insert into edition (source, key, joins, draft, product_key)
     select $1, key, array(select json_array_elements_text(joins)), draft, product_key from json_to_recordset($2::json) as given (key text, joins json, draft json, product_key text)
     on conflict on constraint edition_of_source do update set joins = excluded.joins, draft = excluded.draft, product_key = excluded.product_key`,
    [source, JSON.stringify(editions.map(({ key, joins, draft, productKey }) => ({ key, joins, draft, product_key: productKey })))])
}
