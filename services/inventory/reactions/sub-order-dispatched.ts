import { reaction, type Reaction } from '@octavo/events'
import { newId } from '@octavo/ids'
import { subOrderDispatched } from '@octavo/orders/events'
import type { InventoryParts } from '../deps.ts'
import { dispatchStock } from '../store/order-effects.ts'

/** What left is neither on hand nor reserved any more. */
export const onSubOrderDispatched = ({ log, clock, wake }: Pick<InventoryParts, 'log' | 'clock' | 'wake'>): Reaction =>
  reaction(subOrderDispatched, async ({ data: { orderId, checkoutId, lines } }, tx) => {
    const drawn = lines.flatMap(({ stockItemId, units }) => (stockItemId === null ? [] : [{ stockItemId, units, movementId: newId('mov') }]))
    if (drawn.length === 0) return
    tx.afterCommit(wake)
    const unknown = await dispatchStock(tx, { checkoutId, orderId, lines: drawn, now: clock.now() })
    if (unknown.length) log.error({ orderId, checkoutId, stockItemIds: unknown }, 'more was dispatched than was reserved for the order; count the shelf and adjust')
  })
