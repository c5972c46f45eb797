import { batchReaction, type Reaction } from '@octavo/events'
import { orderPlaced } from '@octavo/orders/events'
import type { InventoryParts } from '../deps.ts'
import { settleHolds } from '../store/order-effects.ts'

/** The order stands, so its hold stays until the copies leave, whether or not it was made firm before this was heard. */
export const onOrderPlaced = ({ log }: Pick<InventoryParts, 'log'>): Reaction =>
  batchReaction(orderPlaced, async (events, tx) => {
    const orders = events.map(({ data }) => data)
    const without = new Set(await settleHolds(tx, orders))
    for (const { orderId, checkoutId, subOrders } of orders) {
      const drawsStock = subOrders.some((part) => part.lines.some((line) => line.stockItemId !== null))
      if (drawsStock && without.has(checkoutId)) log.error({ orderId, checkoutId }, 'an order was placed without a hold of its stock')
    }
  })
