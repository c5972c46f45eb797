import { z } from 'zod'
import { addressSchema } from '@octavo/address'
import { declare } from '@octavo/failure'
import { moneySchema } from '@octavo/money'
import { pageInput, pageOf } from '@octavo/paging'
import { idempotent } from '@octavo/rpc'

/** A service level over all parcels of an order: its price is the sum of the sellers' rates. */
export const deliveryOptionSchema = z.object({
  id: z.string(),
  label: z.string(),
  price: moneySchema,
  /** Days on which it should arrive, `YYYY-MM-DD`, first and last. */
  earliest: z.string(),
  latest: z.string(),
  parts: z.array(z.object({ sellerId: z.string(), price: moneySchema })),
})
export type DeliveryOption = z.infer<typeof deliveryOptionSchema>

export const shipmentSchema = z.object({
  id: z.string(),
  orderId: z.string(),
  subOrderId: z.string(),
  sellerId: z.string(),
  status: z.enum(['pending', 'dispatched', 'delivered', 'cancelled']),
  deliveryOption: z.string(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  address: addressSchema,
  lines: z.array(z.object({ lineId: z.string(), title: z.string(), quantity: z.int() })),
  promisedBy: z.string(),
  createdAt: z.string(),
  dispatchedAt: z.string().nullable(),
  /** Whether a carrier's label was bought, to be printed. */
  hasLabel: z.boolean(),
  /** What the carrier told of it, oldest first. */
  tracking: z.array(z.object({ state: z.string(), at: z.string() })),
}).meta({ id: 'Shipment' })
export type Shipment = z.infer<typeof shipmentSchema>

/** One step of a table: a parcel of at most so many grams into a zone costs so much, in the market's currency. */
export const rateSchema = z.object({ zone: z.string().min(1).max(60), level: z.enum(['standard', 'express']), upToGrams: z.int().min(1).max(1_000_000), priceMinor: z.int().min(0).max(100_000_000) })

export const shippingContract = {
  /** Cheapest first. Digital goods only: one option `digital` at no price. NO_DELIVERY when a seller does not send there. */
  quote: idempotent
    .input(z.object({ market: z.string(), destination: z.object({ country: z.string(), region: z.string().optional(), postalCode: z.string().optional() }), parcels: z.array(z.object({ sellerId: z.string(), weightGrams: z.int().min(0), items: moneySchema })) }))
    .output(z.array(deliveryOptionSchema)).errors(declare('NO_DELIVERY')),
  /** A seller's table in a market; `own` is false when it has none and the shop's holds. */
  getRates: idempotent.input(z.object({ sellerId: z.string().max(100), market: z.string() })).output(z.object({ own: z.boolean(), rates: z.array(rateSchema) })).errors(declare('FORBIDDEN')),
  /** Replaces a seller's table in a market whole: what is not in it is not sent. Without rates the shop's holds for it, whose seller is `*`. */
  putRates: idempotent.input(z.object({ sellerId: z.string().min(1).max(100), market: z.string(), rates: z.array(rateSchema).max(1000) })).output(z.object({ count: z.int() })).errors(declare('FORBIDDEN', 'INVALID_INPUT')),
  getShipment: idempotent.input(z.object({ shipmentId: z.string() })).output(shipmentSchema).errors(declare('NOT_FOUND')),
  listShipments: idempotent.input(z.object({ ...pageInput, orderId: z.string().optional(), status: shipmentSchema.shape.status.optional() })).output(pageOf(shipmentSchema)).errors(declare('FORBIDDEN')),
  /** Buys a label of the shop's carrier, under whose number the parcel then leaves: by itself when the carrier has it. Repeating it changes nothing. */
  buyLabel: idempotent.input(z.object({ shipmentId: z.string() })).output(shipmentSchema).errors(declare('NOT_FOUND', 'FORBIDDEN', 'ORDER_CANCELLED', 'CONFLICT', 'UNAVAILABLE', 'INVALID_INPUT')),
  /** Hands the parcel over: orders agrees first (a cancelled order does not leave), then it has its tracking number and leaves. Repeating it changes nothing. */
  dispatch: idempotent.input(z.object({ shipmentId: z.string(), carrier: z.string().max(60).optional(), trackingNumber: z.string().max(100).optional() })).output(shipmentSchema).errors(declare('NOT_FOUND', 'FORBIDDEN', 'ORDER_CANCELLED', 'CONFLICT')),
  /** Takes lines out of a parcel that has not left into one of their own, so that its sub-order leaves in several. Gives the new one. */
  splitShipment: idempotent.input(z.object({ shipmentId: z.string(), lineIds: z.array(z.string()).min(1).max(500) })).output(shipmentSchema).errors(declare('NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'INVALID_INPUT')),
  markDelivered: idempotent.input(z.object({ shipmentId: z.string() })).output(shipmentSchema).errors(declare('NOT_FOUND', 'FORBIDDEN', 'CONFLICT')),
  snapshot: idempotent.input(z.object({ ...pageInput })).output(pageOf(shipmentSchema)),
}
