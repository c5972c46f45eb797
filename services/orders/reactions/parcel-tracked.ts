import { reaction, type Reaction } from '@octavo/events'
import { parcelTracked } from '@octavo/shipping/events'
import { noteTracking } from '../store/orders.ts'

/** Where a parcel is, for the order's page. */
export const onParcelTracked = (): Reaction => reaction(parcelTracked, async ({ data: { shipmentId, state, at } }, tx) => { await noteTracking(tx, shipmentId, state, at) })
