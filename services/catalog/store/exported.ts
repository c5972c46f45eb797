import type { Queryable } from '@octavo/database'

/** What a product is called where it came from. */
export interface Origin {
  readonly no: number
  readonly source: string
  readonly key: string
  readonly work: { readonly key: string; readonly title: string } | null
}

/** The next products by number. */
export const readOrigins = (sql: Queryable, afterNo: number, limit: number): Promise<Origin[]> =>
  sql.rows<Origin>(
    `select p.no, p.source, p.key, case when w.id is not null then json_build_object('key', w.key, 'title', w.title) end as work
     from product p left join work w on w.id = p.work_id where p.no > $1 order by p.no limit $2`, [afterNo, limit])

/** How contributors are sorted, by their ids; those for whom nothing is said are left out. */
export async function readSortNames(sql: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await sql.rows<{ id: string; sortName: string }>('select id, sort_name as "sortName" from contributor where id = any($1::text[]) and sort_name is not null', [ids])
  return new Map(rows.map(({ id, sortName }) => [id, sortName]))
}
