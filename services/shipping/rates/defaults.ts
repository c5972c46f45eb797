import { euCountries } from '@octavo/market'
import { anyCountry, anySeller, type Rate, type ServiceLevel, type Transit, type ZoneCountry } from './table.ts'

/**
 * What a shop charges before anybody decides otherwise: our own round figures in the order of what the national posts ask of
 * businesses, not taken from any carrier's price list. A shop replaces them by its own.
 */
export interface DefaultTables {
  readonly rates: readonly Rate[]
  readonly zones: readonly ZoneCountry[]
  readonly transits: readonly Transit[]
}

interface ZoneDefault {
  readonly zone: string
  readonly countries: readonly string[]
  readonly levels: Record<ServiceLevel, { readonly days: readonly [number, number]; readonly pricesMinor: readonly number[] }>
}

/** Parcels up to so many grams; heavier ones are not sent. */
const steps = [250, 750, 2_000, 5_000, 10_000, 30_000] as const

const level = (days: readonly [number, number], ...pricesMinor: number[]) => ({ days, pricesMinor })

const markets: Record<string, { timeZone: string; labels: Record<ServiceLevel, string>; cutOffHour: number; zones: readonly ZoneDefault[] }> = {
  gb: {
    timeZone: 'Europe/London', cutOffHour: 15, labels: { standard: 'Standard delivery', express: 'Express delivery' },
    zones: [
      { zone: 'domestic', countries: ['GB'], levels: { standard: level([2, 3], 199, 299, 399, 599, 899, 1499), express: level([1, 1], 499, 599, 699, 999, 1499, 2499) } },
      { zone: 'europe', countries: [...euCountries, 'CH', 'NO', 'IS', 'LI'], levels: { standard: level([4, 7], 499, 799, 1199, 1799, 2799, 4999), express: level([2, 3], 1299, 1699, 2299, 3299, 4999, 8999) } },
      { zone: 'world', countries: [anyCountry], levels: { standard: level([7, 14], 699, 1199, 1999, 3499, 5999, 11999), express: level([3, 5], 1999, 2699, 3999, 6499, 9999, 19999) } },
    ],
  },
  de: {
    timeZone: 'Europe/Berlin', cutOffHour: 15, labels: { standard: 'Standardversand', express: 'Expressversand' },
    zones: [
      { zone: 'domestic', countries: ['DE'], levels: { standard: level([1, 3], 195, 295, 399, 599, 899, 1699), express: level([1, 1], 599, 699, 899, 1199, 1699, 2999) } },
      { zone: 'europe', countries: [...euCountries.filter((country) => country !== 'DE'), 'GB', 'CH', 'NO', 'IS', 'LI'], levels: { standard: level([3, 6], 495, 795, 1195, 1795, 2795, 4995), express: level([2, 3], 1495, 1895, 2495, 3495, 5495, 9495) } },
      { zone: 'world', countries: [anyCountry], levels: { standard: level([7, 14], 795, 1295, 2195, 3695, 6295, 12495), express: level([3, 5], 2195, 2895, 4295, 6895, 10495, 20995) } },
    ],
  },
  us: {
    timeZone: 'America/New_York', cutOffHour: 15, labels: { standard: 'Standard shipping', express: 'Express shipping' },
    zones: [
      { zone: 'domestic', countries: ['US'], levels: { standard: level([3, 5], 399, 499, 599, 899, 1399, 2499), express: level([1, 2], 999, 1199, 1499, 2199, 3299, 5999) } },
      { zone: 'neighbours', countries: ['CA', 'MX'], levels: { standard: level([5, 9], 899, 1199, 1699, 2699, 3999, 7499), express: level([2, 4], 1999, 2499, 3299, 4999, 7499, 12999) } },
      { zone: 'world', countries: [anyCountry], levels: { standard: level([7, 14], 1199, 1799, 2799, 4499, 7499, 14499), express: level([3, 5], 2999, 3799, 5299, 8299, 12499, 23999) } },
    ],
  },
}

/** The tables of one market, those of the first one for a market we have none for. */
export function defaultTables(market: string): DefaultTables {
  const { timeZone, cutOffHour, labels, zones } = markets[market] ?? markets['gb']!
  const each = zones.flatMap((zone) => (['standard', 'express'] as const).map((name) => ({ zone, name, ...zone.levels[name] })))
  return {
    zones: zones.flatMap(({ zone, countries }) => countries.map((country) => ({ market, country, zone }))),
    rates: each.flatMap(({ zone: { zone }, name, pricesMinor }) =>
      pricesMinor.map((priceMinor, at) => ({ sellerId: anySeller, market, zone, level: name, upToGrams: steps[at] ?? 0, priceMinor }))),
    transits: each.map(({ zone: { zone }, name, days: [minDays, maxDays] }) => ({ market, zone, level: name, label: labels[name], minDays, maxDays, cutOffHour, timeZone })),
  }
}
