import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { shippingContract } from '../contract.ts'
import { shipmentDelivered } from '../events.ts'
import type { ShippingParts } from '../deps.ts'
import { moveShipment, readShipment } from '../store/shipments.ts'

export const markDelivered = ({ database, outbox, clock }: Pick<ShippingParts, 'database' | 'outbox' | 'clock'>): Handler<typeof shippingContract.markDelivered> =>
  ({ input, context }) => {
    requireOperator(context.caller)
    return database.transaction(async (tx) => {
      const arrived = await moveShipment(tx, input.shipmentId, 'dispatched', 'delivered', null)
      if (arrived) {
        const { id: shipmentId, orderId, subOrderId, sellerId, carrier, trackingNumber } = arrived
        await outbox.append(tx, shipmentDelivered, orderId, { shipmentId, orderId, subOrderId, sellerId, carrier: carrier ?? '', trackingNumber: trackingNumber ?? '', at: clock.now().toISOString() })
        return arrived
      }
      const found = await readShipment(tx, input.shipmentId)
      if (!found) throw failure('NOT_FOUND', 'There is no such shipment.')
      if (found.status !== 'delivered') throw failure('CONFLICT', 'This parcel has not left yet.')
      return found
    })
  }
