import { reaction, type Reaction } from '@octavo/events'
import { newId } from '@octavo/ids'
import { orderRefundAgreed } from '@octavo/orders/events'
import type { InventoryParts } from '../deps.ts'
import { takeOff } from '../store/order-effects.ts'

/** What was taken off an order before it left may be sold again. */
export const onOrderRefundAgreed = ({ log, clock, wake }: Pick<InventoryParts, 'log' | 'clock' | 'wake'>): Reaction =>
  reaction(orderRefundAgreed, async ({ data: { orderId, checkoutId, takenOff } }, tx) => {
    const lines = takenOff.flatMap(({ stockItemId, units, restock }) => (stockItemId === null ? [] : [{ stockItemId, units, restock, movementId: newId('mov') }]))
    if (lines.length === 0) return
    tx.afterCommit(wake)
    const unknown = await takeOff(tx, { checkoutId, orderId, lines, now: clock.now() })
    if (unknown.length > 0) log.error({ orderId, checkoutId, stockItemIds: unknown }, 'more was taken off an order than was kept for it; count the shelf and adjust')
  })
