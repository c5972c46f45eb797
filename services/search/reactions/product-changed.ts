import { productChanged } from '@octavo/catalog/events'
import { batchReaction, type Reaction } from '@octavo/events'
import type { SearchParts } from '../deps.ts'
import { readProducts } from '../projection/read-products.ts'
import { writeProjection } from '../store/projection.ts'

/** Goods, prices, stock and ratings come as one fact with one version: the catalogue folds them. */
export const onProductChanged = ({ catalog, indexer, semantic }: Pick<SearchParts, 'catalog' | 'indexer' | 'semantic'>): Reaction =>
  batchReaction(productChanged, async (events, tx) => {
    const versions = new Map<string, number>()
    for (const { data: { productId, version } } of events) versions.set(productId, Math.max(version, versions.get(productId) ?? 0))
    await writeProjection(tx, await readProducts(catalog, versions))
    tx.afterCommit(indexer.wake)
    tx.afterCommit(semantic.wake)
  })
