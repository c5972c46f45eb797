import { money, sum, zero } from '@octavo/money'
import type { DeliveryOption } from '../contract.ts'
import { promiseDates } from '../promise/business-days.ts'
import type { RateTable } from './table.ts'

export interface Parcel {
  readonly sellerId: string
  readonly weightGrams: number
}

/**
 * The service levels that every seller of these parcels offers to that country, cheapest first; none when there is no such level.
 * Each seller's part is its own rate for its own weight.
 */
export function deliveryOptions(table: RateTable, market: { id: string; currency: string }, country: string, parcels: readonly Parcel[], now: Date): DeliveryOption[] {
  const zone = table.zoneOf(market.id, country)
  if (zone === undefined) return []
  const options: DeliveryOption[] = []
  for (const transit of table.transits(market.id, zone)) {
    const prices = parcels.map((parcel) => table.priceMinor(parcel, market.id, zone, transit.level))
    if (!prices.every((price) => price !== undefined)) continue
    const parts = parcels.map(({ sellerId }, at) => ({ sellerId, price: money(prices[at] ?? 0, market.currency) }))
    options.push({
      id: transit.level,
      label: transit.label,
      price: sum(parts.map((part) => part.price), market.currency),
      ...promiseDates(now, transit.timeZone, transit),
      parts,
    })
  }
  return options.sort((a, b) => a.price.amountMinor - b.price.amountMinor || (a.id < b.id ? 1 : -1))
}

/** What has no weight needs no parcel and is there at once. */
export function digitalOption(market: { currency: string; locale: string }, now: Date): DeliveryOption {
  const today = now.toISOString().slice(0, 10)
  const label = market.locale.startsWith('de') ? 'Sofort zum Herunterladen' : 'Ready at once'
  return { id: 'digital', label, price: zero(market.currency), earliest: today, latest: today, parts: [] }
}
