import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { catalogContract } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'
import { countedTree } from './categories.ts'
import { marketOf } from './market.ts'

export const getCategory = ({ markets, ...known }: Pick<CatalogParts, 'tree' | 'counts' | 'markets'>): Handler<typeof catalogContract.getCategory> =>
  async ({ input }) => {
    const { tree, told } = await countedTree(known, marketOf(markets, input.market))
    const category = tree.find(input.idOrHandle)
    if (!category) throw failure('NOT_FOUND', 'There is no such category.')
    return { ...told(category), path: tree.path(category.id).map(told), children: tree.children(category.id).map(told) }
  }
