import { z } from 'zod'
import { defineEvent } from '@octavo/events'

export const sellerChanged = defineEvent('sellers', 'seller-changed', 1, z.object({
  sellerId: z.string(), handle: z.string(), name: z.string(), standing: z.enum(['good', 'suspended']), version: z.int(),
}))
