import { lowStockUnits } from '@octavo/inventory/events'
import type { Availability } from '../contract.ts'

/** What inventory last told of a stock item. */
export interface Stock {
  readonly available: number
  readonly promisable: number
  readonly version: number
}

export interface Shown {
  readonly availability: Availability
  /** Copies left, told only within `low_stock`. */
  readonly left?: number
}

/** What a shopper is told of an offer that draws `unitsPerSale` of a stock item; `awaited` when it is not published yet. */
export function shownOf(stock: Stock | undefined, unitsPerSale: number, awaited: boolean): Shown {
  const copies = stock ? Math.floor(stock.available / unitsPerSale) : 0
  if (copies > lowStockUnits) return { availability: 'in_stock' }
  if (copies > 0) return { availability: 'low_stock', left: copies }
  if (stock && stock.promisable >= unitsPerSale) return { availability: awaited ? 'preorder' : 'backorder' }
  return { availability: 'out_of_stock' }
}

/** Digital goods are there from the day they are published on, and cannot be handed over before. */
export const shownDigital = (awaited: boolean): Shown => ({ availability: awaited ? 'out_of_stock' : 'in_stock' })

const ranks: Readonly<Record<Availability, number>> = { in_stock: 0, low_stock: 1, preorder: 2, backorder: 3, out_of_stock: 4 }

/** Lower is sooner in the reader's hands. */
export const rankOf = (availability: Availability): number => ranks[availability]

export const canBeBought = (availability: Availability): boolean => availability !== 'out_of_stock'

/** Not published yet on that day, `YYYY-MM-DD`; a year or month alone counts from its beginning. */
export const isAwaited = (publishedOn: string | undefined, today: string): boolean => publishedOn !== undefined && publishedOn > today
