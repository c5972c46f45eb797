import type { Clock } from '@octavo/clock'
import { reaction, type Reaction } from '@octavo/events'
import { shipmentDelivered } from '@octavo/shipping/events'
import { toSend } from '../order/refund.ts'
import { standingOf } from '../order/standing.ts'
import { lockOrder, markParcelDelivered, writeStanding } from '../store/orders.ts'

/** A parcel arrived; with the last one, so did the order. */
export const onShipmentDelivered = ({ clock }: { readonly clock: Clock }): Reaction =>
  reaction(shipmentDelivered, async ({ data }, tx) => {
    const order = await lockOrder(tx, data.orderId)
    if (!order || order.status === 'cancelled' || (await markParcelDelivered(tx, data.shipmentId, clock.now())) === 0) return
    const parcels = order.parcels.map((parcel) => (parcel.id === data.shipmentId ? { ...parcel, delivered: true } : parcel))
    await writeStanding(tx, order.id, standingOf(toSend(order.agreed, order.refunds), parcels), clock.now())
  })
