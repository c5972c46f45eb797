import type { Market } from '@octavo/market'
import type { PriceTerm } from '../contract.ts'
import type { GoodsOffer, PriceTerms } from '../products/goods.ts'

/**
 * What an offer costs in a market on a day, in minor units of its currency; undefined when it is not offered there. A price for the
 * country that the market counts on first goes before one for another of its countries, then one for named countries before one for all,
 * then the one that began last.
 */
export function priceIn({ prices, priceTerms }: { readonly prices: GoodsOffer['prices']; readonly priceTerms?: PriceTerms | null | undefined }, { currency, countries }: Market, today: string): number | undefined {
  let best: { term: PriceTerm; rank: number } | undefined
  for (const term of priceTerms?.[currency] ?? []) {
    if ((term.from !== undefined && term.from > today) || (term.until !== undefined && term.until < today)) continue
    const rank = rankOf(term, countries)
    if (rank === undefined || (best && (best.rank < rank || (best.rank === rank && (best.term.from ?? '') >= (term.from ?? ''))))) continue
    best = { term, rank }
  }
  return best ? best.term.amountMinor : prices[currency]
}

function rankOf({ countries: where }: PriceTerm, [home, ...others]: Market['countries']): number | undefined {
  if (!where) return 1
  const holds = (country: string | undefined): boolean => country !== undefined && !where.excluded.includes(country) && (where.included.includes(country) || where.included.includes('WORLD'))
  if (holds(home)) return where.included.includes('WORLD') ? 1 : 0
  return others.some(holds) ? 2 : undefined
}
