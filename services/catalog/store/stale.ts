import type { Queryable } from '@octavo/database'

/** All products in lists are to be made again. */
export const markLists = (sql: Queryable, listNos: readonly number[]): Promise<number> =>
  sql.run('insert into stale_product (product_no) select distinct product_no from list_entry where list_no = any($1::int[]) order by product_no on conflict do nothing', [listNos])

/** All products that a seller offers are to be made again. */
export const markSeller = (sql: Queryable, sellerId: string): Promise<number> =>
  sql.run('insert into stale_product (product_no) select distinct product_no from offer where seller_id = $1 order by product_no on conflict do nothing', [sellerId])

/** Products that are to be shown otherwise from today on, some at a time; one process after another, as each would mark the same. */
export const markDue = (sql: Queryable, today: string, limit: number): Promise<number> =>
  sql.run(
    `insert into stale_product (product_no) select no from product
     where changes_on <= $1 and (select pg_try_advisory_xact_lock(hashtextextended('products whose day has come', 0))) order by changes_on limit $2
     on conflict do nothing`, [today, limit])

/** The next ones, which are then no longer marked; others pass by those that somebody is at. */
export async function takeStale(sql: Queryable, limit: number): Promise<number[]> {
  const rows = await sql.rows<{ no: number }>(
    `delete from stale_product where product_no in (select product_no from stale_product order by product_no limit $1 for update skip locked) returning product_no as no`, [limit])
  return rows.map(({ no }) => no)
}
