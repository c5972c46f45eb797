import { z } from 'zod'
import { addressSchema } from '@octavo/address'
import { declare } from '@octavo/failure'
import { moneySchema } from '@octavo/money'
import { pageInput, pageOf } from '@octavo/paging'
import { idempotent } from '@octavo/rpc'
import { shopperChargeSchema } from '@octavo/payments/contract'
import { deliveryOptionSchema } from '@octavo/shipping/contract'

export const quoteSchema = z.object({
  cartId: z.string(),
  deliveryOptions: z.array(deliveryOptionSchema),
  deliveryOption: z.string(),
  subtotal: moneySchema,
  discount: moneySchema,
  delivery: moneySchema,
  tax: moneySchema,
  taxIncluded: z.boolean(),
  total: moneySchema,
}).meta({ id: 'Quote' })
export type Quote = z.infer<typeof quoteSchema>

export const checkoutSchema = z.object({
  id: z.string(),
  status: z.enum(['running', 'requires_action', 'completed', 'failed']),
  orderId: z.string().optional(),
  nextAction: z.object({ url: z.string() }).optional(),
  /** Until when it can still be answered, while it waits for the shopper. Then it is ended, and nothing is charged. */
  expiresAt: z.string().optional(),
  /**
   * `checkoutId` names the checkout that has the basket, where that is the reason; `reason` is what the bank said of the card beyond no;
   * `short` is what there was too little of, with how many there were.
   */
  failure: z.object({
    code: z.string(), detail: z.string(), checkoutId: z.string().optional(), reason: z.string().optional(),
    short: z.array(z.object({ offerId: z.string(), title: z.string(), wanted: z.int(), left: z.int() })).optional(),
  }).optional(),
}).meta({ id: 'Checkout' })
export type Checkout = z.infer<typeof checkoutSchema>

export const orderStatusSchema = z.enum(['placed', 'partly_dispatched', 'dispatched', 'delivered', 'cancelled'])

export const orderLineSchema = z.object({
  id: z.string(),
  offerId: z.string(),
  productId: z.string(),
  variantId: z.string(),
  handle: z.string(),
  title: z.string(),
  author: z.string().optional(),
  format: z.string(),
  condition: z.string(),
  digital: z.boolean(),
  quantity: z.int(),
  unitPrice: moneySchema,
  discount: moneySchema,
  tax: moneySchema,
  /** What the buyer pays for it, delivery apart: less discounts, with its tax. */
  paid: moneySchema,
  /** Hundredths of a percent, rounded where the rate is finer: 2000 is 20 %. */
  taxRateBasisPoints: z.int(),
  cover: z.object({ format: z.string(), heightMm: z.int().optional(), widthMm: z.int().optional(), subject: z.string().optional() }),
})

export const subOrderSchema = z.object({
  id: z.string(),
  sellerId: z.string(),
  sellerName: z.string(),
  status: z.enum(['placed', 'dispatched', 'delivered', 'cancelled']),
  lines: z.array(orderLineSchema),
  delivery: moneySchema,
  /** Its share of the tax; the rest is the lines'. */
  deliveryTax: moneySchema.optional(),
  discount: moneySchema,
  tax: moneySchema,
  /** Each rate once; `rateMillionths` is exact: 68750 is 6.875 %. `base` has the tax in it where prices do. */
  taxes: z.array(z.object({ name: z.string(), rateBasisPoints: z.int(), rateMillionths: z.int().optional(), base: moneySchema, tax: moneySchema })),
  /** This seller's part of the charge; the parts sum to the order's total. */
  total: moneySchema,
  shipments: z.array(z.object({ id: z.string(), status: z.enum(['pending', 'dispatched', 'delivered', 'cancelled']), carrier: z.string().nullable(), trackingNumber: z.string().nullable(), dispatchedAt: z.string().nullable(),
    /** What the carrier told of it, oldest first. */
    tracking: z.array(z.object({ state: z.string(), at: z.string() })),
  })),
})

export const orderSchema = z.object({
  id: z.string(),
  /** To be read out over a telephone. */
  number: z.string(),
  checkoutId: z.string(),
  status: orderStatusSchema,
  email: z.string(),
  market: z.string(),
  shippingAddress: addressSchema,
  deliveryOption: z.string(),
  deliveryLabel: z.string(),
  promisedBy: z.string().nullable(),
  lines: z.array(orderLineSchema),
  subOrders: z.array(subOrderSchema),
  /** Discounts and the like, each spread to lines and sub-orders. */
  adjustments: z.array(z.object({ kind: z.string(), label: z.string(), amount: moneySchema })),
  subtotal: moneySchema,
  discount: moneySchema,
  delivery: moneySchema,
  tax: moneySchema,
  taxIncluded: z.boolean(),
  total: moneySchema,
  /** Nothing was charged yet: the card is kept until the goods are there. */
  promised: z.boolean(),
  /** The kept card refused to pay when the goods left; the money is still to come. */
  paymentRefused: z.boolean(),
  /** Bought by invoice: no card is charged, it is owed once the goods have left. */
  onAccount: z.boolean(),
  /** What was given back of it, part by part, the oldest first. `wanted` is on its way; `detail` says why one was refused. */
  refunds: z.array(z.object({
    id: z.string(), status: z.enum(['wanted', 'given', 'refused']), amount: moneySchema, reason: z.string(), detail: z.string().nullable(), at: z.string(),
    /** `unsent`: taken off the order before it left. */
    lines: z.array(z.object({ lineId: z.string(), quantity: z.int(), amount: moneySchema, restock: z.boolean(), unsent: z.boolean() })),
    deliveries: z.array(z.object({ subOrderId: z.string(), amount: moneySchema })),
  })),
  placedAt: z.string(),
  version: z.int(),
}).meta({ id: 'Order' })
export type Order = z.infer<typeof orderSchema>

/** What a list of orders shows. */
export const orderSummarySchema = orderSchema.pick({ id: true, number: true, checkoutId: true, status: true, email: true, market: true, total: true, placedAt: true }).extend({ itemCount: z.int(), titles: z.array(z.string()) })

export const sagaSchema = z.object({
  checkoutId: z.string(),
  orderId: z.string(),
  status: z.enum(['running', 'waiting', 'undoing', 'stuck', 'completed', 'failed']),
  step: z.string(),
  attempt: z.int(),
  fence: z.int(),
  deadlineAt: z.string().nullable(),
  nextAttemptAt: z.string().nullable(),
  lastError: z.string().nullable(),
  failure: z.object({ code: z.string(), detail: z.string() }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type SagaView = z.infer<typeof sagaSchema>

/**
 * With every step that was taken and what came of it, the oldest first; what is still to be undone, the next first; and what operators did
 * to it, the oldest first. `operator`: an account, or `token`. Of a step, a higher `fence` is another process or one after a rest.
 */
export const sagaDetailsSchema = sagaSchema.extend({
  toUndo: z.array(z.string()),
  steps: z.array(z.object({ step: z.string(), attempt: z.int(), fence: z.int(), outcome: z.string(), detail: z.string().nullable(), at: z.string(), tookMs: z.int() })),
  acts: z.array(z.object({ act: z.enum(['tried again', 'ended']), operator: z.string(), reason: z.string(), step: z.string(), leftUndone: z.array(z.string()), at: z.string() })),
})
export type SagaDetails = z.infer<typeof sagaDetailsSchema>

/** A checkout as the audit sees it, with the order that came of it. Amounts in minor units of the order's currency. */
export const auditedCheckoutSchema = z.object({
  checkoutId: z.string(),
  /** Null when there is an order and its checkout is not there. */
  saga: z.object({ status: sagaSchema.shape.status, step: z.string(), dueAt: z.string().nullable(), deadlineAt: z.string() }).nullable(),
  order: z.object({
    id: z.string(), status: orderStatusSchema, currency: z.string(), totalMinor: z.int(), partsMinor: z.int(),
    /** Of stock items, in lines that have not been dispatched. */
    openUnits: z.int(),
    /** Parcels that left by a carrier: each has its mail. */
    parcels: z.int(),
    /** What was given back by lines, how often, and what is still to be. */
    refundedMinor: z.int(), refunds: z.int(), refundsWanted: z.int(),
  }).nullable(),
})
export type AuditedCheckout = z.infer<typeof auditedCheckoutSchema>

const orderId = z.string().max(100)

export const ordersContract = {
  quote: idempotent
    .input(z.object({ cartId: z.string().max(100), shippingAddress: addressSchema, deliveryOption: z.string().max(60).optional() }))
    .output(quoteSchema).errors(declare('NOT_FOUND', 'CART_EMPTY', 'NO_DELIVERY', 'NO_SALES_RIGHT', 'INVALID_INPUT', 'SIGN_IN_REQUIRED')),
  /**
   * Accepts a checkout and lets the saga run; answers at once. `key` is the caller's Idempotency-Key: the same key with the same body
   * is the same checkout.
   */
  startCheckout: idempotent
    .input(z.object({
      key: z.string().min(1).max(255), cartId: z.string().max(100), email: z.email().max(254), shippingAddress: addressSchema,
      deliveryOption: z.string().max(60), paymentMethod: z.string().min(1).max(200), expectedTotal: moneySchema, saveCard: z.boolean().default(false),
    }))
    .output(checkoutSchema)
    .errors(declare('BUSY', 'NOT_FOUND', 'CART_EMPTY', 'CART_IN_CHECKOUT', 'TOTAL_CHANGED', 'NO_DELIVERY', 'NO_SALES_RIGHT', 'NOT_FOR_SALE', 'OUT_OF_STOCK', 'IDEMPOTENCY_KEY_REUSED', 'INVALID_INPUT', 'SIGN_IN_REQUIRED')),
  getCheckout: idempotent.input(z.object({ checkoutId: z.string().max(100) })).output(checkoutSchema).errors(declare('NOT_FOUND')),
  /** The owner's, an operator's, or with the `key` of the signed link in the order's mail. */
  getOrder: idempotent.input(z.object({ orderId, key: z.string().max(200).optional() })).output(orderSchema).errors(declare('NOT_FOUND')),
  listMyOrders: idempotent.input(z.object({ ...pageInput })).output(pageOf(orderSummarySchema)).errors(declare('SIGN_IN_REQUIRED')),
  /** The signed link's own claim: the order then belongs to the caller too. */
  claimOrder: idempotent.input(z.object({ orderId, key: z.string().max(200) })).output(orderSchema).errors(declare('NOT_FOUND', 'SIGN_IN_REQUIRED')),
  /** Whose kept card refused pays after all, with the bank's question answered: by its owner, or with the `key` of the link in the order's mail. */
  payOrder: idempotent.input(z.object({ orderId, key: z.string().max(200).optional() })).output(shopperChargeSchema).errors(declare('NOT_FOUND', 'CONFLICT', 'UNAVAILABLE')),
  /** Before anything is dispatched: stock is freed, money voided or given back. */
  cancelOrder: idempotent.input(z.object({ orderId, reason: z.string().max(500).default('') })).output(orderSchema).errors(declare('NOT_FOUND', 'ORDER_DISPATCHED')),
  /**
   * Gives back copies of lines, and deliveries. Once a key. What each is worth follows from what was paid for it, to the smallest unit; the
   * refund is `wanted` in the answer, and `given` once the provider did it. `restock` puts copies that had left back on the shelf then.
   * Copies that have not left are taken off at once: not sent, free or (`restock` false) off the shelf, and not charged where they have not been.
   */
  refundOrder: idempotent
    .input(z.object({
      orderId, key: z.string().min(1).max(400), reason: z.string().max(200).default(''), deliveries: z.array(z.string().max(100)).max(100).default([]),
      lines: z.array(z.object({ lineId: z.string().max(100), quantity: z.int().min(1).max(1_000_000), restock: z.boolean().optional() })).max(500).default([]),
    }))
    .output(orderSchema).errors(declare('NOT_FOUND', 'FORBIDDEN', 'NOT_REFUNDABLE', 'IDEMPOTENCY_KEY_REUSED')),
  /** By one of these at a time; `number` as somebody read it out. */
  listOrders: idempotent.input(z.object({ ...pageInput, offerId: z.string().optional(), checkoutId: z.string().optional(), number: z.string().max(20).optional(), status: orderStatusSchema.optional() })).output(pageOf(orderSummarySchema)).errors(declare('FORBIDDEN')),
  /** `search`: a checkout's or an order's id, an order's number as somebody read it out, or the address that was given. */
  listSagas: idempotent.input(z.object({ ...pageInput, status: sagaSchema.shape.status.optional(), search: z.string().trim().min(1).max(254).optional() })).output(pageOf(sagaSchema)).errors(declare('FORBIDDEN')),
  getSaga: idempotent.input(z.object({ checkoutId: z.string().max(100) })).output(sagaDetailsSchema).errors(declare('NOT_FOUND', 'FORBIDDEN')),
  /** Takes up now what rests. Written down with who asked and why. */
  retrySaga: idempotent.input(z.object({ checkoutId: z.string().max(100), reason: z.string().min(1).max(500) })).output(sagaDetailsSchema).errors(declare('NOT_FOUND', 'FORBIDDEN', 'CONFLICT')),
  /** Ends what is stuck: an undo that cannot be done is not tried any more, and is the operator's to see to. Written down with who asked, why, and what was left. */
  endSaga: idempotent.input(z.object({ checkoutId: z.string().max(100), reason: z.string().min(1).max(500) })).output(sagaDetailsSchema).errors(declare('NOT_FOUND', 'FORBIDDEN', 'CONFLICT')),
  /** Shipping asks before a parcel leaves, and tells its tracking number. `lineIds`: what is in it, all that is left when not said. Idempotent by shipment. */
  markDispatched: idempotent
    .input(z.object({ orderId, subOrderId: z.string(), shipmentId: z.string(), carrier: z.string(), trackingNumber: z.string(), lineIds: z.array(z.string()).min(1).max(500).optional() }))
    .output(z.object({ dispatched: z.literal(true) })).errors(declare('NOT_FOUND', 'ORDER_CANCELLED', 'CONFLICT')),
  /** Whether a hold's checkout is still known to be alive: for inventory's own sweeper. Unknown ids are left out. */
  checkoutsAlive: idempotent.input(z.object({ checkoutIds: z.array(z.string()).max(1000) })).output(z.object({ known: z.array(z.string()) })),
  /** What orders knows of checkouts, for comparison with the others: the named ones, or a page by id of those begun since then and those still open. */
  audit: idempotent
    .input(z.object({ checkoutIds: z.array(z.string()).max(1000).optional(), after: z.string().max(100).default(''), since: z.iso.datetime().nullable().default(null), limit: z.int().min(1).max(1000).default(1000) }))
    .output(z.object({ checkouts: z.array(auditedCheckoutSchema), next: z.string().nullable() })).errors(declare('FORBIDDEN')),
  snapshot: idempotent.input(z.object({ ...pageInput })).output(pageOf(orderSchema)),
}

