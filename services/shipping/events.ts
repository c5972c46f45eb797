import { z } from 'zod'
import { defineEvent } from '@octavo/events'

const parcel = { shipmentId: z.string(), orderId: z.string(), subOrderId: z.string(), sellerId: z.string(), carrier: z.string(), trackingNumber: z.string(), at: z.string() }

export const shipmentDispatched = defineEvent('shipping', 'shipment-dispatched', 1, z.object(parcel))
export const shipmentDelivered = defineEvent('shipping', 'shipment-delivered', 1, z.object(parcel))
/** What a carrier told of a parcel: where it stands, and since when. */
export const parcelTracked = defineEvent('shipping', 'parcel-tracked', 1, z.object({ shipmentId: z.string(), orderId: z.string(), subOrderId: z.string(), state: z.string(), at: z.string() }))
