/** Whose rates hold for a seller without its own. */
export const anySeller = '*'
/** The zone's entry for every country not named. */
export const anyCountry = '*'

export type ServiceLevel = 'standard' | 'express'

/** One step of a seller's rates: a parcel of at most `upToGrams` into a zone costs so much. */
export interface Rate {
  readonly sellerId: string
  readonly market: string
  readonly zone: string
  readonly level: ServiceLevel
  readonly upToGrams: number
  readonly priceMinor: number
}

/** Which zone of a market a country lies in. */
export interface ZoneCountry {
  readonly market: string
  readonly country: string
  readonly zone: string
}

/** How long a level takes into a zone: working days after the day it leaves, and the hour until which it leaves today. */
export interface Transit {
  readonly market: string
  readonly zone: string
  readonly level: ServiceLevel
  readonly label: string
  readonly minDays: number
  readonly maxDays: number
  readonly cutOffHour: number
  readonly timeZone: string
}

/** All that a quote needs, arranged to be looked up. */
export interface RateTable {
  zoneOf(market: string, country: string): string | undefined
  transits(market: string, zone: string): readonly Transit[]
  /** The price of a parcel; undefined when this seller does not send that weight there at that level. */
  priceMinor(parcel: { sellerId: string; weightGrams: number }, market: string, zone: string, level: ServiceLevel): number | undefined
}

export function rateTable(rates: readonly Rate[], zones: readonly ZoneCountry[], transits: readonly Transit[]): RateTable {
  const zone = new Map(zones.map((entry) => [`${entry.market} ${entry.country}`, entry.zone]))
  const transitsOf = Map.groupBy(transits, (entry) => `${entry.market} ${entry.zone}`)
  // A seller with any rates in a market has its own table there, whole: what is not in it is not sent.
  const own = new Set(rates.map((rate) => `${rate.sellerId} ${rate.market}`))
  const steps = Map.groupBy(rates, (rate) => key(rate.sellerId, rate.market, rate.zone, rate.level))
  for (const list of steps.values()) list.sort((a, b) => a.upToGrams - b.upToGrams)

  return {
    zoneOf: (market, country) => zone.get(`${market} ${country}`) ?? zone.get(`${market} ${anyCountry}`),
    transits: (market, zone) => transitsOf.get(`${market} ${zone}`) ?? [],
    priceMinor({ sellerId, weightGrams }, market, zone, level) {
      const whose = own.has(`${sellerId} ${market}`) ? sellerId : anySeller
      return steps.get(key(whose, market, zone, level))?.find((step) => weightGrams <= step.upToGrams)?.priceMinor
    },
  }
}

const key = (sellerId: string, market: string, zone: string, level: string): string => `${sellerId} ${market} ${zone} ${level}`
