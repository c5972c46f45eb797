import type { Queryable } from '@octavo/database'
import type { CategoryRow } from '../categories/tree.ts'

export async function readCategories(sql: Queryable): Promise<CategoryRow[]> {
  return sql.rows<CategoryRow>('select id, handle, name, parent_id as "parentId", list_no as "listNo" from category order by position, handle')
}

/** How many products each category's list has, by its number. */
export async function readCounts(sql: Queryable): Promise<ReadonlyMap<number, number>> {
  const rows = await sql.rows<{ listNo: number; count: number }>(
    `select c.list_no as "listNo", (c.product_count + coalesce(k.change, 0))::int as count
     from category c left join (select list_no, sum(change) as change from category_count_change group by list_no) k using (list_no)`)
  return new Map(rows.map(({ listNo, count }) => [listNo, count]))
}

/** Lists that are no category's are not counted. */
export async function countChanges(sql: Queryable, changes: ReadonlyMap<number, number>): Promise<void> {
  const moved = [...changes].filter(([, change]) => change !== 0)
  if (moved.length === 0) return
  await sql.run(
    `insert into category_count_change (list_no, change)
     select u.list_no, u.change from unnest($1::int[], $2::int[]) as u (list_no, change) join category c on c.list_no = u.list_no`,
    [moved.map(([listNo]) => listNo), moved.map(([, change]) => change)])
}

/** Adds what was counted since to the counts themselves. */
export async function foldCounts(sql: Queryable): Promise<void> {
  await sql.run(
    `with gone as (delete from category_count_change returning list_no, change),
     sums as (select list_no, sum(change) as change from gone group by list_no)
     update category c set product_count = c.product_count + sums.change from sums where sums.list_no = c.list_no`)
}

export interface CategoryWrite {
  readonly id: string
  readonly handle: string
  readonly name: Readonly<Record<string, string>>
  readonly parentId: string | null
  readonly position: number
}

/** Makes categories, or changes those with these handles. A parent stands before its children. */
export async function putCategoryRows(sql: Queryable, rows: readonly CategoryWrite[]): Promise<void> {
  await sql.run(
    `insert into category (id, handle, name, parent_id, position)
     select u.id, u.handle, u.name::json, u.parent_id, u.position from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[]) with ordinality as u (id, handle, name, parent_id, position, nth) order by u.nth
     on conflict (id) do update set handle = excluded.handle, name = excluded.name, parent_id = excluded.parent_id, position = excluded.position`,
    [rows.map(({ id }) => id), rows.map(({ handle }) => handle), rows.map(({ name }) => JSON.stringify(name)), rows.map(({ parentId }) => parentId), rows.map(({ position }) => position)])
}
