import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import { pageIn } from '../cards/page.ts'
import type { catalogContract } from '../contract.ts'
import type { CatalogParts } from '../service.ts'
import { readPage } from '../store/pages.ts'
import { marketOf } from './market.ts'

/** The stored page, cut for the market. */
export const getProduct = ({ database, markets, tree }: Pick<CatalogParts, 'database' | 'markets' | 'tree'>): Handler<typeof catalogContract.getProduct> =>
  async ({ input }) => {
    const market = marketOf(markets, input.market)
    const row = await readPage(database, input.idOrHandle)
    if (!row) throw failure('NOT_FOUND', 'There is no such product.')
    return pageIn(market, row.page, { tree: await tree(), sellers: new Map((row.sellers ?? []).map((seller) => [seller.id, seller])), version: row.version, updatedAt: row.updatedAt.toISOString() })
  }
