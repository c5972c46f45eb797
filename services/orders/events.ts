import { z } from 'zod'
import { addressSchema } from '@octavo/address'
import { moneySchema } from '@octavo/money'
import { defineEvent } from '@octavo/events'

const line = z.object({
  lineId: z.string(), offerId: z.string(), productId: z.string(), stockItemId: z.string().nullable(), units: z.int(), quantity: z.int(),
  unitPrice: moneySchema, title: z.string(), digital: z.boolean(), weightGrams: z.int(),
})

/** An order stands. All that shipping, inventory, payments and the confirming mail need of it. */
export const orderPlaced = defineEvent('orders', 'order-placed', 1, z.object({
  orderId: z.string(), number: z.string(), checkoutId: z.string(), owner: z.string(), accountId: z.string().nullable(), email: z.string(), market: z.string(), locale: z.string(),
  shippingAddress: addressSchema, deliveryOption: z.string(), deliveryLabel: z.string(), promisedBy: z.string().nullable(), promised: z.boolean(),
  /** Bought by invoice: no card is charged. */
  onAccount: z.boolean().default(false),
  subtotal: moneySchema, discount: moneySchema, delivery: moneySchema, tax: moneySchema, taxIncluded: z.boolean(), total: moneySchema,
  subOrders: z.array(z.object({ subOrderId: z.string(), sellerId: z.string(), total: moneySchema, delivery: moneySchema, lines: z.array(line) })),
  /** Opens the order on another device; goes into the mail. */
  linkKey: z.string(),
  placedAt: z.string(),
}))

/** A parcel left. The first one captures the charge whole, or its own part where the charge can be captured part by part. */
export const subOrderDispatched = defineEvent('orders', 'sub-order-dispatched', 1, z.object({
  orderId: z.string(), number: z.string(), checkoutId: z.string(), subOrderId: z.string(), shipmentId: z.string(), sellerId: z.string(), email: z.string(), locale: z.string(),
  carrier: z.string(), trackingNumber: z.string(), part: moneySchema, total: moneySchema, subOrderCount: z.int(),
  /** Whether this is the last of the order to leave. */
  last: z.boolean(),
  /** Bought by invoice: no card is charged. */
  onAccount: z.boolean().default(false),
  lines: z.array(z.object({ lineId: z.string(), stockItemId: z.string().nullable(), units: z.int(), title: z.string(), quantity: z.int() })),
  linkKey: z.string(), at: z.string(),
}))

export const orderCancelled = defineEvent('orders', 'order-cancelled', 1, z.object({
  orderId: z.string(), number: z.string(), checkoutId: z.string(), email: z.string(), locale: z.string(), reason: z.string(), total: moneySchema,
  /** Bought by invoice: no card was charged. */
  onAccount: z.boolean().default(false),
  lines: z.array(z.object({ lineId: z.string(), stockItemId: z.string().nullable(), units: z.int(), title: z.string(), quantity: z.int() })),
  linkKey: z.string(), at: z.string(),
}))

/** A kept card refused to pay when the goods left. It is asked again at `retryAt`; null when it was asked for the last time. */
export const orderPaymentRefused = defineEvent('orders', 'order-payment-refused', 1, z.object({
  orderId: z.string(), number: z.string(), checkoutId: z.string(), email: z.string(), locale: z.string(), amount: moneySchema, retryAt: z.string().nullable(), linkKey: z.string(), at: z.string(),
}))

/**
 * So much of an order is given back by an operator's word; payments moves the money. `unsent` of it is for goods that have not left and will
 * not: `takenOff`, whose copies are free from now on, and for sale again where `restock` says so.
 */
export const orderRefundAgreed = defineEvent('orders', 'order-refund-agreed', 1, z.object({
  orderId: z.string(), checkoutId: z.string(), refundId: z.string(), amount: moneySchema, reason: z.string(), unsent: moneySchema.optional(),
  takenOff: z.array(z.object({ lineId: z.string(), stockItemId: z.string().nullable(), units: z.int(), quantity: z.int(), restock: z.boolean() })).default([]),
}))

/** The money of these copies and deliveries was given back, `notCharged` of it by not being taken. `restock`: the copies are back too, and may be sold again; `unsent`: they never left. */
export const orderRefunded = defineEvent('orders', 'order-refunded', 1, z.object({
  orderId: z.string(), number: z.string(), checkoutId: z.string(), email: z.string(), locale: z.string(), refundId: z.string(), amount: moneySchema, notCharged: moneySchema.optional(), reason: z.string(), onAccount: z.boolean().default(false),
  lines: z.array(z.object({ lineId: z.string(), offerId: z.string(), sellerId: z.string(), stockItemId: z.string().nullable(), units: z.int(), quantity: z.int(), title: z.string(), amount: moneySchema, tax: moneySchema, restock: z.boolean(), unsent: z.boolean().default(false) })),
  deliveries: z.array(z.object({ subOrderId: z.string(), sellerId: z.string(), amount: moneySchema, tax: moneySchema })),
  linkKey: z.string(), at: z.string(),
}))

/** A checkout came to an end without an order. */
export const checkoutFailed = defineEvent('orders', 'checkout-failed', 1, z.object({ checkoutId: z.string(), cartId: z.string(), code: z.string(), at: z.string() }))
