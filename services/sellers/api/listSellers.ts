import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { sellersContract } from '../contract.ts'
import type { SellersDeps } from '../deps.ts'
import { newestSellers, shown } from '../store/sellers.ts'

export const listSellers = ({ database }: Pick<SellersDeps, 'database'>): Handler<typeof sellersContract.listSellers> =>
  async ({ input }) => {
    const [at, id] = readCursor('sellers', input.cursor, 2) ?? []
    const rows = await newestSellers(database, at === undefined ? undefined : [String(at), String(id)], input.limit + 1)
    const page = cutPage(rows, input.limit, (last) => writeCursor('sellers', [last.madeAt, last.id]))
    return { items: page.items.map(shown), nextCursor: page.nextCursor }
  }
