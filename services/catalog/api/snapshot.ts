import { requireOperator } from '@octavo/caller'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { catalogContract } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'

interface Row {
  readonly no: number
  readonly productId: string
  readonly version: number
  readonly offers: { offerId: string; stockItemId: string | null }[]
}

/** All products by number, each with the version of the last event that told of it. */
export const snapshot = ({ database }: Pick<CatalogParts, 'database'>): Handler<typeof catalogContract.snapshot> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const [after] = readCursor('snapshot', input.cursor, 1) ?? []
    const rows = await database.rows<Row>(
      `select p.no, p.id as "productId", p.version, coalesce((select json_agg(json_build_object('offerId', o.id, 'stockItemId', o.stock_item_id)) from offer o where o.product_no = p.no), '[]') as offers
       from product p where p.no > $1 order by p.no limit $2`, [Number(after ?? 0), input.limit + 1])
    const { items, nextCursor } = cutPage(rows, input.limit, (last) => writeCursor('snapshot', [last.no]))
    return { items: items.map(({ productId, version, offers }) => ({ productId, version, offers })), nextCursor }
  }
