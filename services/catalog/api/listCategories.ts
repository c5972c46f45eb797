import type { Handler } from '@octavo/rpc'
import type { catalogContract } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'
import { countedTree } from './categories.ts'
import { marketOf } from './market.ts'

/** All of them, as they stand among their siblings, with how many products are in each and below it. */
export const listCategories = ({ markets, ...known }: Pick<CatalogParts, 'tree' | 'counts' | 'markets'>): Handler<typeof catalogContract.listCategories> =>
  async ({ input }) => {
    const { tree, told } = await countedTree(known, marketOf(markets, input.market))
    return tree.all.map(told)
  }
