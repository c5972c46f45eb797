import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { shippingContract } from '../contract.ts'
import { shipmentDispatched } from '../events.ts'
import type { ShippingParts } from '../deps.ts'
import { trackingNumber } from '../shipment/tracking-number.ts'
import { moveShipment, readShipment, writeTracking } from '../store/shipments.ts'

/** Until carriers are spoken to, parcels go with our own. */
const ownCarrier = 'octavo'

/**
 * The tracking number is noted before orders is asked, so that a repeat after a crash in between asks for the same parcel; orders
 * decides whether it may leave, and only then it has left here.
 */
export const dispatch = ({ database, outbox, orders, clock }: Pick<ShippingParts, 'database' | 'outbox' | 'orders' | 'clock'>): Handler<typeof shippingContract.dispatch> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const found = await readShipment(database, input.shipmentId)
    if (!found) throw failure('NOT_FOUND', 'There is no such shipment.')
    if (found.status === 'cancelled') throw failure('ORDER_CANCELLED')
    if (found.status !== 'pending') return found
    const { id: shipmentId, orderId, subOrderId, sellerId, lines, carrier, trackingNumber: number } = await writeTracking(
      database, found.id, input.carrier?.trim() || ownCarrier, input.trackingNumber?.trim() || trackingNumber(found.id))
    if (carrier === null || number === null) throw new TypeError(`the shipment ${shipmentId} leaves without a tracking number`)
    await orders.markDispatched({ orderId, subOrderId, shipmentId, carrier, trackingNumber: number, lineIds: lines.map(({ lineId }) => lineId) })
    return database.transaction(async (tx) => {
      const at = clock.now()
      const left = await moveShipment(tx, shipmentId, 'pending', 'dispatched', at)
      if (!left) return await readShipment(tx, shipmentId) ?? found
      await outbox.append(tx, shipmentDispatched, orderId, { shipmentId, orderId, subOrderId, sellerId, carrier, trackingNumber: number, at: at.toISOString() })
      return left
    })
  }
