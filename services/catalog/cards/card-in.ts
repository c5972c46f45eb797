import type { Card } from '../contract.ts'
import type { CardInMarket, StoredCard } from './derive.ts'

/** The card of a market that came after it was stored is told without a price until it is made again. */
const unknown: CardInMarket = { price: null, priceVaries: false, availability: 'out_of_stock' }

/** A stored card as one market sees it. */
export function cardIn(market: string, json: string): Card {
  const { card, markets } = JSON.parse(json) as StoredCard
  return Object.assign(card, markets[market] ?? unknown)
}
