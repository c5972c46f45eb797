import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import { pageOf } from '../cards/page.ts'
import type { catalogContract } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'
import { readOneGoods } from '../store/goods.ts'
import { suspendedIn } from '../store/sellers.ts'
import { marketOf } from './market.ts'

/** The goods as they stand, one statement, with stock and sellers' names as they are known this moment. */
export const getProduct = ({ database, markets, tree, clock }: Pick<CatalogParts, 'database' | 'markets' | 'tree' | 'clock'>): Handler<typeof catalogContract.getProduct> =>
  async ({ input }) => {
    const market = marketOf(markets, input.market)
    const { goods: [goods], stock, sellers } = await readOneGoods(database, input.idOrHandle)
    if (!goods) throw failure('NOT_FOUND', 'There is no such product.')
    return pageOf(goods, { market, stock, sellers, suspended: suspendedIn(sellers), tree: await tree(), today: clock.now().toISOString().slice(0, 10) })
  }
