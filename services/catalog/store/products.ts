import type { Queryable, Transaction } from '@octavo/database'
import type { Derived } from '../cards/derive.ts'
import type { Goods } from '../products/goods.ts'
import { insertRows } from './rows.ts'

/** A product as far as a draft of it must know. */
export interface Standing {
  readonly no: number
  readonly id: string
  readonly key: string
  readonly handle: string
  readonly version: number
  readonly contentHash: string
}

export async function readStanding(sql: Queryable, source: string, keys: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const rows = await sql.rows<Standing>('select no, id, key, handle, version, content_hash as "contentHash" from product where source = $1 and key = any($2::text[])', [source, keys])
  return new Map(rows.map((row) => [row.key, row]))
}

export async function drawNumbers(sql: Queryable, count: number): Promise<number[]> {
  if (count === 0) return []
  return (await sql.rows<{ no: number }>(`select nextval('product_no')::int as no from generate_series(1, $1)`, [count])).map(({ no }) => no)
}

export interface ProductWrite {
  readonly goods: Goods
  readonly source: string
  readonly key: string
  readonly contentHash: string
  readonly version: number
  readonly derived: Derived
}

const columns = ['no', 'id', 'source', 'key', 'handle', 'work_id', 'kind', 'title', 'details', 'category_ids', 'name_lists', 'content_hash', 'version', 'updated_at', 'lists', 'featured', 'newest', 'title_key', 'changes_on']

/** New products, by (source, key) as everybody takes them. A source's key, or a handle, that was taken meanwhile is a unique violation. */
export async function insertProducts(tx: Transaction, writes: readonly ProductWrite[], now: Date): Promise<void> {
  await insertRows(tx, 'product', columns, writes.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ goods, source, key, contentHash, version, derived }) => [
    goods.no, goods.id, source, key, goods.handle, goods.details.work?.id ?? null, goods.kind, goods.title, goods.details, goods.categoryIds, goods.nameLists,
    contentHash, version, now.toISOString(), derived.lists, derived.featured, derived.newest, derived.titleKey, derived.changesOn,
  ]))
}

/** Products that stood, whole; their rows are held. */
export async function updateProducts(tx: Transaction, writes: readonly ProductWrite[], now: Date): Promise<void> {
  if (writes.length === 0) return
  const records = writes.map(({ goods, contentHash, version, derived }) => ({
    no: goods.no, work_id: goods.details.work?.id ?? null, kind: goods.kind, title: goods.title, details: goods.details, category_ids: goods.categoryIds, name_lists: goods.nameLists,
    content_hash: contentHash, version, lists: derived.lists, featured: derived.featured, newest: derived.newest, title_key: derived.titleKey, changes_on: derived.changesOn,
  }))
  await tx.run(
    `update product p set work_id = u.work_id, kind = u.kind, title = u.title, details = u.details, category_ids = u.category_ids, name_lists = u.name_lists,
       content_hash = u.content_hash, version = u.version, lists = u.lists, featured = u.featured, newest = u.newest, title_key = u.title_key, changes_on = u.changes_on, updated_at = $2
     from json_populate_recordset(null::product, $1::json) u where p.no = u.no`, [JSON.stringify(records), now])
}

/** Products of which only what is derived changed; their rows are held. */
export async function touchProducts(tx: Transaction, writes: readonly { no: number; version: number; derived: Derived }[], now: Date): Promise<void> {
  if (writes.length === 0) return
  const records = writes.map(({ no, version, derived }) => ({ no, version, lists: derived.lists, featured: derived.featured, newest: derived.newest, title_key: derived.titleKey, changes_on: derived.changesOn }))
  await tx.run(
    `update product p set version = u.version, lists = u.lists, featured = u.featured, newest = u.newest, title_key = u.title_key, changes_on = u.changes_on, updated_at = $2
     from json_populate_recordset(null::product, $1::json) u where p.no = u.no`, [JSON.stringify(records), now])
}
