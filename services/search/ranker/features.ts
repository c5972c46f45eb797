import type { FacetValue, Hit, IndexedProduct } from '@octavo/search-index'
import { stemsOf, wordsOf } from '@octavo/search-index/analysis'

/** What a place among the results is decided by, each from 0 to 1 (price and age relative to the others shown). Logged with the query. */
export const featureNames = [
  'text', 'complete', 'titleExact', 'titleBegins', 'titleCovered', 'queryInTitle', 'queryInNames', 'queryInSeries', 'popularity', 'rating', 'recency', 'inStock', 'priced', 'boosted', 'semantic',
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
  /** How near each product's meaning is to the query's, from 0 (the farthest of those shown) to 1, less where there is little to go by. */
  readonly semantic: ReadonlyMap<string, number>
}

/** Computed here and nowhere else, so that what a ranker was trained on is what it is given. */
export function featuresOf({ product }: Hit, score: number, complete: boolean, { asked, bestScore, year, currency, boosted, semantic }: Context): Features {
  const { title, spelt, main, titleStems, nameStems, seriesStems } = preparedOf(product, asked.languages)
  const typed = asked.typed.join(' ')
  const offers = product.variants.flatMap(({ offers: all }) => all)
  return {
    text: bestScore > 0 ? Math.max(0, score / bestScore) : 0,
    complete: complete ? 1 : 0,
    titleExact: typed !== '' && (spelt === typed || main === typed) ? 1 : 0,
    titleBegins: typed !== '' && spelt.startsWith(typed) ? 1 : 0,
    titleCovered: share(title, stemsIn(asked.words, asked.languages), asked.languages),
    queryInTitle: share(asked.words, titleStems, asked.languages),
    queryInNames: share(asked.words, nameStems, asked.languages),
    queryInSeries: share(asked.words, seriesStems, asked.languages),
    popularity: product.popularity,
    rating: ratingOf(product),
    recency: product.publishedOn === 0 ? 0 : Math.max(0, 1 - Math.max(0, year - Math.floor(product.publishedOn / 10_000)) / 50),
    inStock: offers.some(({ availability, prices }) => prices[currency] !== undefined && availability !== 'out_of_stock') ? 1 : 0,
    priced: offers.some(({ prices }) => prices[currency] !== undefined) ? 1 : 0,
    boosted: boosted.has(product.id) ? 1 : 0,
    semantic: semantic.get(product.id) ?? 0,
  }
}

interface Prepared {
  readonly title: readonly string[]
  readonly spelt: string
  /** The title in front of its other one. */
  readonly main: string
  readonly titleStems: ReadonlySet<string>
  readonly nameStems: ReadonlySet<string>
  readonly seriesStems: ReadonlySet<string>
}

/** What a product's words are in the languages of a market: the same for every query that finds it. */
const prepared = new WeakMap<IndexedProduct, Map<string, Prepared>>()

function preparedOf(product: IndexedProduct, languages: readonly string[]): Prepared {
  const known = prepared.get(product) ?? new Map<string, Prepared>()
  const key = languages.join(' ')
  const there = known.get(key)
  if (there) return there
  const title = wordsOf(product.title)
  const stems = (values: readonly FacetValue[]): Set<string> => stemsIn(values.flatMap(({ value, label = value }) => wordsOf(label)), languages)
  const made = { title, spelt: title.join(' '), main: wordsOf(product.title.split(/[;:(]| – | — /)[0] ?? '').join(' '), titleStems: stemsIn(title, languages), nameStems: stems(product.contributors), seriesStems: stems(product.series) }
  prepared.set(product, known.set(key, made))
  return made
}

const stemsIn = (words: readonly string[], languages: readonly string[]): Set<string> => new Set(words.flatMap((word) => stemsOf(word, languages)))

/** How many of the words are there, in any of their forms. */
function share(words: readonly string[], there: ReadonlySet<string>, languages: readonly string[]): number {
  if (words.length === 0) return 0
  return words.filter((word) => stemsOf(word, languages).some((stem) => there.has(stem))).length / words.length
}

/** Few ratings say little: drawn towards 3.5 by ten that nobody gave. */
const ratingOf = ({ rating }: IndexedProduct): number => (rating ? ((rating.average * rating.count + 3.5 * 10) / (rating.count + 10)) / 5 : 0.7)
