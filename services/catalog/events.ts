import { z } from 'zod'
import { defineEvent } from '@octavo/events'

/** A product is there, changed, or gone. Its version rises with every change; who needs more asks the catalogue. */
export const productChanged = defineEvent('catalog', 'product-changed', 1, z.object({
  productId: z.string(),
  handle: z.string(),
  version: z.int(),
  change: z.enum(['created', 'updated', 'availability', 'removed']),
  /** Categories it is in now or was in before, ancestors included: whose lists may differ. */
  categoryIds: z.array(z.string()),
  offers: z.array(z.object({ offerId: z.string(), sellerId: z.string(), stockItemId: z.string().nullable() })),
}))

/** Categories were made, renamed or moved. */
export const categoriesChanged = defineEvent('catalog', 'categories-changed', 1, z.object({ categoryIds: z.array(z.string()) }))
