import { z } from 'zod'
import { defineEvent } from '@octavo/events'

/** From here down each copy is a band of its own. */
export const lowStockUnits = 5

const band = z.object({
  stockItemId: z.string(),
  version: z.int(),
  onHand: z.int(),
  available: z.int(),
  /** Copies that may still be promised, and when they are expected. */
  promisable: z.int(),
  availableOn: z.string().nullable(),
})

/** What may be sold moved into another band: plenty, each of the last five, none, promised. Not every movement is one. */
export const stockBandChanged = defineEvent('inventory', 'stock-band-changed', 1, band)

/** Few are left: who buys stock wants to know. */
export const stockRanLow = defineEvent('inventory', 'stock-ran-low', 1, band)

/** There is some again after there was none. */
export const restocked = defineEvent('inventory', 'restocked', 1, band)
