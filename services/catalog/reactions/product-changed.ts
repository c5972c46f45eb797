import { batchReaction, type Reaction } from '@octavo/events'
import { productChanged } from '../events.ts'
import type { CatalogParts } from '../deps.ts'
import { foldCounts } from '../store/categories.ts'

/** Our own news, heard back so that no page that shows the old is forgotten when a process dies between writing and purging. */
export const onProductChanged = ({ cache }: Pick<CatalogParts, 'cache'>): Reaction =>
  batchReaction(productChanged, async (events, tx) => {
    const tags = new Set<string>()
    for (const { data: { productId, change, categoryIds } } of events) {
      if (change !== 'created') tags.add(`product:${productId}`)
      if (change === 'availability') continue
      tags.add('lists')
      if (change !== 'updated') tags.add('categories')
      for (const id of categoryIds) tags.add(`category:${id}`)
    }
    if (tags.has('lists')) await foldCounts(tx)
    await cache.purgeTags([...tags])
  })
