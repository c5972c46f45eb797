import { reaction, type Reaction } from '@octavo/events'
import { sellerChanged } from '@octavo/sellers/events'
import type { CatalogParts } from '../deps.ts'
import { updateSeller } from '../store/sellers.ts'
import { markSeller } from '../store/stale.ts'

/** Names are looked up when a page is read; whether the seller may sell is in stored cards, which are made again by and by. */
export const onSellerChanged = ({ redraws }: Pick<CatalogParts, 'redraws'>): Reaction =>
  reaction(sellerChanged, async ({ data: { sellerId, handle, name, standing, version } }, tx) => {
    const { standingChanged } = await updateSeller(tx, { id: sellerId, handle, name, standing, version })
    if (standingChanged && await markSeller(tx, sellerId)) tx.afterCommit(redraws.wake)
  })
