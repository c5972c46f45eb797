import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { sellersContract } from '../contract.ts'
import type { SellersDeps } from '../deps.ts'
import { sellersAfter, shown } from '../store/sellers.ts'

/** All sellers by id, each with the version its last event told. */
export const snapshot = ({ database }: Pick<SellersDeps, 'database'>): Handler<typeof sellersContract.snapshot> =>
  async ({ input }) => {
    const [after] = readCursor('snapshot', input.cursor, 1) ?? []
    const page = cutPage(await sellersAfter(database, after === undefined ? '' : String(after), input.limit + 1), input.limit, ({ id }) => writeCursor('snapshot', [id]))
    return { items: page.items.map((row) => ({ ...shown(row), version: row.version })), nextCursor: page.nextCursor }
  }
