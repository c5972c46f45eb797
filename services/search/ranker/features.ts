import type { Hit, IndexedProduct } from '@octavo/search-index'
import { stemsOf, wordsOf } from '@octavo/search-index/analysis'

/** What a place among the results is decided by, each from 0 to 1 (price and age relative to the others shown). Logged with the query. */
export const featureNames = [
  'text', 'complete', 'titleExact', 'titleBegins', 'titleCovered', 'queryInTitle', 'queryInNames', 'queryInSeries', 'popularity', 'rating', 'recency', 'inStock', 'priced', 'boosted',
] as const
export type FeatureName = (typeof featureNames)[number]
export type Features = Readonly<Record<FeatureName, number>>

export interface Asked {
  /** As typed, folded, stop words included. */
  readonly typed: readonly string[]
  /** Those that tell something. */
  readonly words: readonly string[]
  readonly languages: readonly string[]
}

export interface Context {
  readonly asked: Asked
  /** The engine's best score among the hits. */
  readonly bestScore: number
  /** The year it is. */
  readonly year: number
  readonly currency: string
  readonly boosted: ReadonlySet<string>
}

/** Computed here and nowhere else, so that what a ranker was trained on is what it is given. */
export function featuresOf({ product }: Hit, score: number, complete: boolean, { asked, bestScore, year, currency, boosted }: Context): Features {
  const title = wordsOf(product.title)
  const names = product.contributors.flatMap(({ value, label = value }) => wordsOf(label))
  const series = product.series.flatMap(({ value, label = value }) => wordsOf(label))
  const typed = asked.typed.join(' ')
  const spelt = title.join(' ')
  const main = wordsOf(product.title.split(/[;:(]| – | — /)[0] ?? '').join(' ')
  const offers = product.variants.flatMap(({ offers: all }) => all)
  return {
    text: bestScore > 0 ? Math.max(0, score / bestScore) : 0,
    complete: complete ? 1 : 0,
    titleExact: typed !== '' && (spelt === typed || main === typed) ? 1 : 0,
    titleBegins: typed !== '' && spelt.startsWith(typed) ? 1 : 0,
    titleCovered: share(title, asked.words, asked.languages),
    queryInTitle: share(asked.words, title, asked.languages),
    queryInNames: share(asked.words, names, asked.languages),
    queryInSeries: share(asked.words, series, asked.languages),
    popularity: product.popularity,
    rating: ratingOf(product),
    recency: product.publishedOn === 0 ? 0 : Math.max(0, 1 - Math.max(0, year - Math.floor(product.publishedOn / 10_000)) / 50),
    inStock: offers.some(({ availability, prices }) => prices[currency] !== undefined && availability !== 'out_of_stock') ? 1 : 0,
    priced: offers.some(({ prices }) => prices[currency] !== undefined) ? 1 : 0,
    boosted: boosted.has(product.id) ? 1 : 0,
  }
}

/** How many of the words are among the others, in any of their forms. */
function share(words: readonly string[], others: readonly string[], languages: readonly string[]): number {
  if (words.length === 0) return 0
  const there = new Set(others.flatMap((word) => stemsOf(word, languages)))
  return words.filter((word) => stemsOf(word, languages).some((stem) => there.has(stem))).length / words.length
}

/** Few ratings say little: drawn towards 3.5 by ten that nobody gave. */
const ratingOf = ({ rating }: IndexedProduct): number => (rating ? ((rating.average * rating.count + 3.5 * 10) / (rating.count + 10)) / 5 : 0.7)
