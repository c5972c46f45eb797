import type { Transaction } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import type { Tree } from '../categories/tree.ts'
import { productChanged } from '../events.ts'
import type { Goods } from './goods.ts'

export interface Told {
  readonly goods: Goods
  readonly version: number
  readonly change: 'created' | 'updated' | 'availability' | 'removed'
  /** Lists it stands in or stood in before. */
  readonly lists: readonly number[]
}

/** One event a product, whose row is held and whose version is new. */
export async function tellChanges(outbox: Outbox, tx: Transaction, tree: Tree, changes: readonly Told[]): Promise<void> {
  await outbox.appendAll(tx, changes.map(({ goods, version, change, lists }) => ({
    type: productChanged,
    key: goods.id,
    data: {
      productId: goods.id, handle: goods.handle, version, change,
      categoryIds: [...new Set(lists.flatMap((list) => tree.byList(list)?.id ?? []))],
      offers: goods.variants.flatMap(({ offers }) => offers.map(({ id, sellerId, stockItemId }) => ({ offerId: id, sellerId, stockItemId }))),
    },
  })), { keysLocked: true })
}
