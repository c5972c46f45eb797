import { z } from 'zod'
import { moneySchema } from '@octavo/money'
import { defineEvent } from '@octavo/events'

const fact = { paymentId: z.string(), orderId: z.string(), checkoutId: z.string(), version: z.int() }

/** Something came to be known of a checkout's payment; the saga looks at the payment itself. */
export const paymentMoved = defineEvent('payments', 'payment-moved', 1, z.object({ ...fact, status: z.string() }))
export const paymentCaptured = defineEvent('payments', 'payment-captured', 1, z.object({ ...fact, captured: moneySchema }))
/** A kept card refused to pay when the goods left. It is asked again at `retryAt`, `YYYY-MM-DDTHH:MM:SSZ`; null when it was asked for the last time. */
export const paymentCaptureRefused = defineEvent('payments', 'payment-capture-refused', 1, z.object({ ...fact, amount: moneySchema, retryAt: z.string().nullable() }))
/** `refunded` is all that was given back so far, `notCharged` what of this was not taken, and will not be; `refundId` the order's refund that this was, null when it was given back by its amount or let go. */
export const paymentRefunded = defineEvent('payments', 'payment-refunded', 1, z.object({ ...fact, refunded: moneySchema, notCharged: moneySchema.optional(), refundId: z.string().nullable().default(null) }))
/** What an order agreed to give back is not given back. */
export const paymentRefundRefused = defineEvent('payments', 'payment-refund-refused', 1, z.object({ ...fact, refundId: z.string(), detail: z.string() }))
/** A charge is disputed by its card's holder, or that came to another state. `disputed` is all that disputes take back at this moment. */
export const paymentDisputed = defineEvent('payments', 'payment-disputed', 1, z.object({ ...fact, disputeId: z.string(), state: z.string(), disputed: moneySchema }))
export const paymentVoided = defineEvent('payments', 'payment-voided', 1, z.object(fact))
