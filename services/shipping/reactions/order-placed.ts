import type { Reaction } from '@octavo/events'
import { batchReaction } from '@octavo/events'
import { newId } from '@octavo/ids'
import { orderPlaced } from '@octavo/orders/events'
import { insertShipments } from '../store/shipments.ts'

/** A parcel for every sub-order with something to send; digital goods have none. */
export const onOrderPlaced = (): Reaction => batchReaction(orderPlaced, async (events, tx) => {
  const shipments = events.flatMap(({ data: order }) => order.subOrders.flatMap(({ subOrderId, sellerId, lines }) => {
    const sent = lines.filter(({ digital }) => !digital)
    if (sent.length === 0) return []
    return [{
      id: newId('shp'), orderId: order.orderId, subOrderId, sellerId, deliveryOption: order.deliveryOption, address: order.shippingAddress,
      lines: sent.map(({ lineId, title, quantity }) => ({ lineId, title, quantity })), promisedBy: order.promisedBy ?? '', createdAt: order.placedAt,
    }]
  }))
  if (shipments.length > 0) await insertShipments(tx, shipments)
})
