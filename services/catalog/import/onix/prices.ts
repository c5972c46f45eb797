import type { Money } from '@octavo/money'
import type { PriceTerm } from '../../draft.ts'
import { Refused } from '../entry.ts'
import { given } from '../given.ts'
import { readAmount } from '../price.ts'
import type { OnixPrice } from './edition.ts'

/**
 * Prices as they are to be asked: one a currency that holds wherever nothing else is said, and those for some countries or some days,
 * those to come included. Where a currency has prices with tax and without, those count that its markets show; where it has only the
 * others, their tax is added or taken off by the rate that stands beside them, and without a rate they are taken as they are. A fixed
 * price goes before a recommended one.
 */
export function pricesOf(given: readonly OnixPrice[], today: string): { readonly prices: Money[]; readonly priceTerms: PriceTerm[] } {
  const prices: Money[] = []
  const priceTerms: PriceTerm[] = []
  const living = given.filter(({ until }) => until === undefined || until >= today)
  for (const [currency, all] of Map.groupBy(living, (price) => price.currency)) {
    const wanted = all.filter(({ taxIncluded }) => taxIncluded === shownWithTax(currency))
    for (const price of firstOfEach(wanted.length > 0 ? wanted : all)) {
      const money = moneyOf(price)
      if (!money) continue
      if (price.territory === undefined && price.from === undefined && price.until === undefined) prices.push(money)
      else priceTerms.push({ ...money, ...termOf(price) })
    }
  }
  return { prices, priceTerms }
}

/** Of prices for the same countries and days the fixed one, or the first. */
function firstOfEach(prices: readonly OnixPrice[]): OnixPrice[] {
  const found = new Map<string, OnixPrice>()
  for (const price of prices.toSorted((a, b) => Number(b.fixed) - Number(a.fixed))) {
    const key = JSON.stringify([price.territory, price.from, price.until])
    if (!found.has(key)) found.set(key, price)
  }
  return [...found.values()]
}

const termOf = ({ territory, from, until }: OnixPrice): Omit<PriceTerm, 'amountMinor' | 'currency'> =>
  ({ ...given('countries', territory && { included: [...territory.included], excluded: [...territory.excluded] }), ...given('from', dayIn(from)), ...given('until', dayIn(until)) })

/** Only days are days: a month or a year alone says too little to change a price by. */
const dayIn = (day: string | undefined): string | undefined => (day?.length === 10 ? day : undefined)

/** Prices in the dollars of the United States and Canada are shown without tax, others with it. */
const shownWithTax = (currency: string): boolean => currency !== 'USD' && currency !== 'CAD'

function moneyOf({ currency, amount, taxIncluded, taxPercent }: OnixPrice): Money | undefined {
  try {
    const money = readAmount(currency, amount)
    if (taxPercent === undefined || taxIncluded === shownWithTax(currency)) return money
    const factor = 1 + taxPercent / 100
    return { ...money, amountMinor: Math.round(taxIncluded ? money.amountMinor / factor : money.amountMinor * factor) }
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}
