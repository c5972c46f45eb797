import { z } from 'zod'

const data = z.record(z.string(), z.unknown()).optional()
const code = <const Status extends number>(status: Status, message: string) => ({ status, message, data })

/** Every failure a caller may be told, with its HTTP status and what it says when nothing more exact is known. */
export const failures = {
  INVALID_INPUT: code(422, 'Something in the request is not as it should be; see the fields named.'),
  NOT_FOUND: code(404, 'There is no such thing, or it is not yours.'),
  METHOD_NOT_ALLOWED: code(405, 'This address is not asked that way; Allow says how.'),
  SIGN_IN_REQUIRED: code(401, 'Sign in first.'),
  FORBIDDEN: code(403, 'You may not do this.'),
  RATE_LIMITED: code(429, 'Too many requests. Wait as Retry-After says, then go on.'),
  TOO_LARGE: code(413, 'The request is larger than this shop accepts.'),
  CONFLICT: code(409, 'Something changed in the meantime. Read it again, then decide.'),
  UNAVAILABLE: code(503, 'A part of the shop does not answer right now. Try again in a moment.'),
  BUSY: code(503, 'Very many people are buying at this moment, and nothing was begun for you. Your basket is kept: try again after Retry-After, with the same key.'),
  DEADLINE_EXCEEDED: code(504, 'A part of the shop took too long. Try again in a moment.'),
  INTERNAL: code(500, 'Something broke on our side; it has been written down. Try again, or tell us the request id.'),

  IDEMPOTENCY_KEY_MISSING: code(400, 'Send an Idempotency-Key header, such as a fresh UUID, so that a repeat is safe.'),
  IDEMPOTENCY_KEY_REUSED: code(422, 'This Idempotency-Key was used with another body. Send a fresh key.'),
  IDEMPOTENCY_KEY_IN_USE: code(409, 'The first request with this Idempotency-Key is not answered yet. Ask again in a moment.'),

  OUT_OF_STOCK: code(409, 'There are not enough copies left.'),
  NOT_FOR_SALE: code(409, 'This offer cannot be bought in this market.'),
  NO_SALES_RIGHT: code(422, 'This may not be sold to that country. Take it out of the basket, or choose another address.'),
  QUANTITY_LIMIT: code(422, 'That is more than one basket can hold of it.'),
  CART_EMPTY: code(409, 'The basket is empty.'),
  CART_IN_CHECKOUT: code(409, 'This basket is already in a checkout.'),
  TOTAL_CHANGED: code(409, 'The total is not what you agreed to. Look at the new one, then confirm it.'),
  NO_DELIVERY: code(422, 'We do not deliver this to that address.'),

  CARD_DECLINED: code(402, 'The card was declined, and you have not been charged. Try another card.'),
  AUTHENTICATION_FAILED: code(402, 'Your bank did not confirm the payment, and you have not been charged.'),
  PAYMENT_FAILED: code(402, 'The payment did not go through, and you have not been charged.'),
  CHECKOUT_EXPIRED: code(409, 'The checkout took too long and was ended; you have not been charged.'),
  ORDER_DISPATCHED: code(409, 'The order has left already and cannot be cancelled.'),
  ORDER_CANCELLED: code(409, 'The order was cancelled.'),
  NOT_CAPTURABLE: code(409, 'This payment cannot be captured now.'),
  NOT_REFUNDABLE: code(409, 'There is not that much left to refund.'),

  STALE_FENCE: code(409, 'Another process has taken over this checkout.'),
  UNDONE: code(409, 'This step was undone before it was done.'),
} as const

export type FailureCode = keyof typeof failures

/** The part of the table that a procedure may answer, for a contract's `.errors(…)`. */
export function declare<const Codes extends readonly FailureCode[]>(...codes: Codes): Pick<typeof failures, Codes[number]> {
  return Object.fromEntries(codes.map((name) => [name, failures[name]])) as Pick<typeof failures, Codes[number]>
}
