import { z } from 'zod'
import { defineEvent } from '@octavo/events'

/** What somebody means to buy changed: for recommendations and reminders. */
export const cartChanged = defineEvent('cart', 'cart-changed', 1, z.object({
  cartId: z.string(), owner: z.string(), market: z.string(), version: z.int(), lines: z.array(z.object({ offerId: z.string(), quantity: z.int() })),
}))
