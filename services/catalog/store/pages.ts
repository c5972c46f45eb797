import type { Queryable } from '@octavo/database'
import type { KnownSeller, StoredPage } from '../cards/page.ts'

export interface PageRow {
  readonly version: number
  readonly updatedAt: Date
  /** JSON */
  readonly page: string
  readonly sellers: readonly KnownSeller[] | null
}

/** The sellers that a page names are few, and their names are their own: they are looked up, not written into a million pages. */
const columns = `p.version, p.updated_at as "updatedAt", g.json as page,
  (select json_agg(json_build_object('id', s.id, 'handle', s.handle, 'name', s.name, 'standing', s.standing)) from seller s
    where s.id in (select o.seller_id from offer o where o.product_no = p.no)) as sellers`
const byId = `select ${columns} from product p join page g on g.product_no = p.no where p.id = $1`
const byHandle = `select ${columns} from product p join page g on g.product_no = p.no where p.handle = $1`

export async function readPage(sql: Queryable, idOrHandle: string): Promise<Omit<PageRow, 'page'> & { page: StoredPage } | undefined> {
  const row = await sql.maybe<PageRow>(idOrHandle.startsWith('prd_') ? byId : byHandle, [idOrHandle])
  return row && { ...row, page: JSON.parse(row.page) as StoredPage }
}
