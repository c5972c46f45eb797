import type { Card } from '@octavo/catalog/contract'
import { money } from '@octavo/money'
import type { Hit } from '@octavo/search-index'
import type { ChosenFilters, SearchItem } from '../contract.ts'
import type { Placed } from '../ranker/rerank.ts'
import { excerpt, highlight, type Named } from './highlight.ts'

interface Telling {
  readonly named: Named
  readonly filters: ChosenFilters
  readonly currency: string
  /** For operators. */
  readonly placed?: Placed | undefined
}

/** What tells one variant or offer of a product from another. */
const tellingApart = ['format', 'language', 'condition', 'availability', 'seller', 'priceFrom', 'priceTo'] as const

/** A card with why it was found, and the variant that satisfies what was chosen. */
export function tellItem(card: Card, hit: Hit | undefined, { named, filters, currency, placed }: Telling): SearchItem {
  const people = card.contributors.filter(({ role }) => role === 'author').map(({ name }) => name).join(', ')
  const apart = tellingApart.some((name) => filters[name] !== undefined)
  return {
    ...card,
    ...(apart && hit?.matched && { matched: matchedIn(hit, currency) }),
    highlights: { title: highlight(card.title, named), contributors: highlight(people, named), description: excerpt(hit?.product.description ?? '', named) },
    ...(placed && { explain: { score: placed.score, shares: placed.shares, features: placed.features } }),
  }
}

function matchedIn({ product, matched }: Hit, currency: string): SearchItem['matched'] {
  const variant = product.variants.find(({ id }) => id === matched?.variantId)
  if (!variant || !matched) return undefined
  const offer = variant.offers.find(({ id }) => id === matched.offerId)
  const amount = offer?.prices[currency]
  return {
    variantId: variant.id, format: variant.format, offerId: offer && amount !== undefined ? offer.id : null, condition: offer?.condition ?? null,
    price: amount === undefined ? null : money(amount, currency), availability: offer?.availability ?? null,
  }
}
