import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { shippingContract } from '../contract.ts'
import type { ShippingParts } from '../deps.ts'
import { readShipment, writeTracking } from '../store/shipments.ts'
import { keepLabel } from '../store/tracking.ts'

/** The parcel waits for its carrier from then on; asked again it is the same label. */
export const buyLabel = ({ database, carrier, clock }: Pick<ShippingParts, 'database' | 'carrier' | 'clock'>): Handler<typeof shippingContract.buyLabel> =>
  async ({ input: { shipmentId }, context }) => {
    requireOperator(context.caller)
    if (!carrier) throw failure('CONFLICT', 'This shop has no carrier. Send the parcel with a tracking number of your own.')
    const found = await readShipment(database, shipmentId)
    if (!found) throw failure('NOT_FOUND', 'There is no such shipment.')
    if (found.status === 'cancelled') throw failure('ORDER_CANCELLED')
    if (found.hasLabel) return found
    if (found.trackingNumber !== null && found.carrier !== carrier.name) throw failure('CONFLICT', `This parcel goes with ${found.carrier} already.`)
    const { trackingNumber, svg } = await carrier.buyLabel({ shipmentId, address: found.address, service: found.deliveryOption })
    const noted = await writeTracking(database, shipmentId, carrier.name, trackingNumber)
    if (noted.trackingNumber !== trackingNumber) throw failure('CONFLICT', 'This parcel left by another way meanwhile.')
    await keepLabel(database, shipmentId, svg, clock.now())
    return { ...noted, hasLabel: true }
  }
