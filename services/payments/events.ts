import { z } from 'zod'
import { moneySchema } from '@octavo/money'
import { defineEvent } from '@octavo/events'

const fact = { paymentId: z.string(), orderId: z.string(), checkoutId: z.string(), version: z.int() }

/** Something came to be known of a checkout's payment; the saga looks at the payment itself. */
export const paymentMoved = defineEvent('payments', 'payment-moved', 1, z.object({ ...fact, status: z.string() }))
export const paymentCaptured = defineEvent('payments', 'payment-captured', 1, z.object({ ...fact, captured: moneySchema }))
export const paymentRefunded = defineEvent('payments', 'payment-refunded', 1, z.object({ ...fact, refunded: moneySchema }))
export const paymentVoided = defineEvent('payments', 'payment-voided', 1, z.object(fact))
