import { isFailure } from '@octavo/failure'
import { trackingStates, type Carrier, type TrackingEvent, type TrackingState } from '../carrier/port.ts'
import type { ShippingParts } from '../deps.ts'
import { parcelTracked } from '../events.ts'
import { readShipment } from '../store/shipments.ts'
import { keepEvent, statesOf } from '../store/tracking.ts'

export interface FollowDeps extends Pick<ShippingParts, 'database' | 'outbox'> {
  readonly carrier: Carrier
  /** Hands a parcel over, however often it is asked. */
  dispatch(parcel: { readonly shipmentId: string; readonly carrier: string; readonly trackingNumber: string }): Promise<unknown>
  /** Says that it arrived, however often it is asked. */
  deliver(shipmentId: string): Promise<unknown>
}

const rank = (state: TrackingState): number => trackingStates.indexOf(state)

/**
 * What a carrier told of a parcel: kept and told on once, by its id. What follows of all that was told is done then, each part
 * harmless when repeated, so that events may come twice, late and in any order, and a crash in between is mended by the next.
 */
export async function follow({ database, outbox, carrier, dispatch, deliver }: FollowDeps, event: TrackingEvent): Promise<void> {
  const { shipmentId, trackingNumber, state, at } = event
  const shipment = await readShipment(database, shipmentId)
  // A parcel that went another way is no news to us.
  if (!shipment || (shipment.trackingNumber !== null && shipment.trackingNumber !== trackingNumber)) return
  const { orderId, subOrderId } = shipment
  await database.transaction(async (tx) => {
    if (await keepEvent(tx, event)) await outbox.append(tx, parcelTracked, orderId, { shipmentId, orderId, subOrderId, state, at })
  })
  const states = await statesOf(database, shipmentId)
  try {
    if (shipment.status === 'pending' && states.some((one) => rank(one) >= rank('picked_up'))) await dispatch({ shipmentId, carrier: carrier.name, trackingNumber })
    if (shipment.status !== 'delivered' && states.includes('delivered')) await deliver(shipmentId)
  } catch (error) {
    // The carrier took what was cancelled meanwhile: it comes back, and the order stays as it is.
    if (!isFailure(error, 'ORDER_CANCELLED')) throw error
  }
}
