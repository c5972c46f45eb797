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
  readonly typed: string
  /** Every form of each word that tells something. */
  readonly forms: readonly (readonly string[])[]
  readonly stems: ReadonlySet<string>
  readonly languages: readonly string[]
  /** The languages as one text. */
  readonly spoken: string
}

export function askedOf(query: string, words: readonly string[], languages: readonly string[]): Asked {
  const forms = words.map((word) => stemsOf(word, languages))
  return { typed: wordsOf(query).join(' '), forms, stems: new Set(forms.flat()), languages, spoken: languages.join(' ') }
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
  const { titleForms, spelt, main, titleStems, nameStems, seriesStems } = preparedOf(product, asked)
  const { typed, forms } = asked
  const { inStock, priced } = offered(product, currency)
  return {
    text: bestScore > 0 ? Math.max(0, score / bestScore) : 0,
    complete: complete ? 1 : 0,
    titleExact: typed !== '' && (spelt === typed || main === typed) ? 1 : 0,
    titleBegins: typed !== '' && spelt.startsWith(typed) ? 1 : 0,
    titleCovered: share(titleForms, asked.stems),
    queryInTitle: share(forms, titleStems),
    queryInNames: share(forms, nameStems),
    queryInSeries: share(forms, seriesStems),
    popularity: product.popularity,
    rating: ratingOf(product),
    recency: product.publishedOn === 0 ? 0 : Math.max(0, 1 - Math.max(0, year - Math.floor(product.publishedOn / 10_000)) / 50),
    inStock: inStock ? 1 : 0,
    priced: priced ? 1 : 0,
    boosted: boosted.has(product.id) ? 1 : 0,
    semantic: semantic.get(product.id) ?? 0,
  }
}

/** Whether it has a price in the market, and whether it can be bought at one. */
function offered({ variants }: IndexedProduct, currency: string): { inStock: boolean; priced: boolean } {
  let priced = false
  for (const { offers } of variants) {
    for (const { availability, prices } of offers) {
      if (prices[currency] === undefined) continue
      if (availability !== 'out_of_stock') return { inStock: true, priced: true }
      priced = true
    }
  }
  return { inStock: false, priced }
}

interface Prepared {
  readonly titleForms: readonly (readonly string[])[]
  readonly spelt: string
  /** The title in front of its other one. */
  readonly main: string
  readonly titleStems: ReadonlySet<string>
  readonly nameStems: ReadonlySet<string>
  readonly seriesStems: ReadonlySet<string>
}

/** What a product's words are in the languages of a market: the same for every query that finds it. */
const prepared = new WeakMap<IndexedProduct, Map<string, Prepared>>()

function preparedOf(product: IndexedProduct, { languages, spoken }: Asked): Prepared {
  let known = prepared.get(product)
  if (!known) { known = new Map(); prepared.set(product, known) }
  const there = known.get(spoken)
  if (there) return there
  const title = wordsOf(product.title)
  const titleForms = title.map((word) => stemsOf(word, languages))
  const stems = (values: readonly FacetValue[]): Set<string> => new Set(values.flatMap(({ value, label = value }) => wordsOf(label)).flatMap((word) => stemsOf(word, languages)))
  const made = { titleForms, spelt: title.join(' '), main: wordsOf(product.title.split(/[;:(]| – | — /)[0] ?? '').join(' '), titleStems: new Set(titleForms.flat()), nameStems: stems(product.contributors), seriesStems: stems(product.series) }
  known.set(spoken, made)
  return made
}

/** How many of the words are there, in any of their forms. */
function share(words: readonly (readonly string[])[], there: ReadonlySet<string>): number {
  if (words.length === 0) return 0
  let found = 0
  for (const forms of words) for (const form of forms) if (there.has(form)) { found++; break }
  return found / words.length
}

/** Few ratings say little: drawn towards 3.5 by ten that nobody gave. */
const ratingOf = ({ rating }: IndexedProduct): number => (rating ? ((rating.average * rating.count + 3.5 * 10) / (rating.count + 10)) / 5 : 0.7)
