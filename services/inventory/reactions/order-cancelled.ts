import { reaction, type Reaction } from '@octavo/events'
import { orderCancelled } from '@octavo/orders/events'
import type { InventoryParts } from '../deps.ts'
import { cancelHolds } from '../store/order-effects.ts'

/** What has not left may be sold again. */
export const onOrderCancelled = ({ wake }: Pick<InventoryParts, 'wake'>): Reaction =>
  reaction(orderCancelled, async ({ data: { checkoutId } }, tx) => {
    tx.afterCommit(wake)
    await cancelHolds(tx, checkoutId)
  })
