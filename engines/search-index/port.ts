/** Facets that a product has as a whole. */
export const productFacets = ['contributor', 'series', 'category', 'subject', 'brand', 'decade', 'attribute'] as const
/** Facets of one offer of one variant: one of them has to satisfy all that are chosen. */
export const offerFacets = ['format', 'language', 'condition', 'seller', 'availability'] as const
export type ProductFacet = (typeof productFacets)[number]
export type OfferFacet = (typeof offerFacets)[number]
export type Facet = ProductFacet | OfferFacet

/** Something a facet can be chosen by; the label is what people call it, the value itself when none is given. */
export interface FacetValue {
  readonly value: string
  readonly label?: string
}

export interface IndexedOffer {
  readonly id: string
  readonly seller: FacetValue
  readonly condition: string
  readonly availability: string
  /** Minor units by currency. */
  readonly prices: Readonly<Record<string, number>>
}

export interface IndexedVariant {
  readonly id: string
  readonly format: string
  readonly language?: string
  readonly offers: readonly IndexedOffer[]
}

/** A product as an index has it: plain text by field, what it is filtered and counted by, and its offers. */
export interface IndexedProduct {
  readonly id: string
  readonly handle: string
  readonly title: string
  readonly subtitle?: string
  readonly series: readonly FacetValue[]
  readonly contributors: readonly FacetValue[]
  readonly subjects: readonly string[]
  readonly brand?: string
  /** Plain text. */
  readonly description: string
  /** ISO 639 of its text, for stemming. */
  readonly language?: string
  /** As typed without marks: an ISBN's digits, a SKU in lower case. */
  readonly identifiers: readonly string[]
  /** Handles of its categories and of those above them. */
  readonly categories: readonly string[]
  /** Subjects that have a list of their own. */
  readonly listedSubjects?: readonly FacetValue[]
  /** `colour:red`, labelled `red`. */
  readonly attributes: readonly FacetValue[]
  /** First published. */
  readonly year?: number
  /** `YYYYMMDD` of the newest edition as a number; 0 when not known. */
  readonly publishedOn: number
  readonly rating?: { readonly average: number; readonly count: number }
  /** Higher is asked for more; from 0 to 1. */
  readonly popularity: number
  readonly variants: readonly IndexedVariant[]
}

/** A product at a version; without a product, that it is gone. */
export interface VersionedProduct {
  readonly id: string
  readonly version: number
  readonly product: IndexedProduct | null
}

export const textFields = ['title', 'subtitle', 'series', 'contributors', 'subjects', 'brand', 'description'] as const
export type TextField = (typeof textFields)[number]
export type FieldWeights = Readonly<Record<TextField, number>>

/** Fits where any of these stands; each is one word or several that follow one another, as people write them. */
export interface Term {
  readonly any: readonly string[]
  /** Not a whole word yet: what begins with it fits too. */
  readonly prefix?: boolean
}

export interface TextQuery {
  readonly terms: readonly Term[]
  /** How many of the terms have to fit. */
  readonly minimum: number
  /** Have to stand word by word. */
  readonly phrases: readonly string[]
  /** Must not stand anywhere. */
  readonly without: readonly string[]
  /** Only these fields are looked at; all when not given. */
  readonly fields?: readonly TextField[]
  readonly weights: FieldWeights
}

/** Several values of one facet widen, facets narrow each other. */
export interface Filters {
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>
  /** Minor units, both inclusive. */
  readonly priceFrom?: number
  readonly priceTo?: number
  readonly yearFrom?: number
  readonly yearTo?: number
  readonly ratingFrom?: number
}

export type IndexSort = 'relevance' | 'newest' | 'price' | '-price' | 'title' | 'rating' | 'popularity'

export interface SearchRequest {
  /** Everything when not given. */
  readonly text?: TextQuery
  readonly filters: Filters
  /** Prices are those of this currency. */
  readonly currency: string
  readonly sort: IndexSort
  /** How many ids at most, best first. */
  readonly limit: number
  /** Of how many of them the products are wanted too. */
  readonly top: number
  readonly facets: readonly Facet[]
  /** Lower ends of price bands, rising; the last is open. */
  readonly priceBands: readonly number[]
  /** How many values of a facet at most. */
  readonly facetValues: number
  /** Milliseconds; what is found until then is the answer. */
  readonly withinMs: number
}

/** The variant and offer that satisfied the filters, at the lowest price, what can be bought first. */
export interface MatchedOffer {
  readonly variantId: string
  readonly offerId: string | null
}

export interface Hit {
  readonly product: IndexedProduct
  readonly matched: MatchedOffer | null
}

export interface FacetCount {
  readonly value: string
  readonly label: string
  readonly count: number
}

export interface SearchAnswer {
  readonly ids: readonly string[]
  /** The engine's own, of every id; higher is better. */
  readonly scores: readonly number[]
  readonly hits: readonly Hit[]
  /** Exact up to 10,000. */
  readonly total: { readonly value: number; readonly exact: boolean }
  /** Counted as if the facet itself were not chosen, the most frequent first. */
  readonly facets: Readonly<Partial<Record<Facet, readonly FacetCount[]>>>
  /** How many in each price band, and rated at least 1, 2, 3 and 4. */
  readonly priceBands: readonly number[]
  readonly ratings: readonly number[]
  /** The time was over before everything was looked at: the best of what was found, the total and the counts of that. */
  readonly cut: boolean
}

/** The only total that may be more than it says. */
export const countedExactly = 10_000

export interface Suggestion {
  readonly kind: 'product' | 'contributor' | 'series'
  readonly text: string
  readonly handle: string
  readonly weight: number
}

export interface Spelling {
  /** How many products have the word as it stands. */
  readonly frequency: number
  /** Real words of the index near it, best first. */
  readonly nearby: readonly { readonly word: string; readonly frequency: number; readonly edits: number }[]
}

/**
 * Products to be found by words and facets. An index is made under a name, filled, and pointed to by an alias; every other call takes
 * either. What was written is found when `put` has answered. An engine that is away makes calls fail with `EngineAway`.
 */
export interface SearchIndex {
  create(name: string): Promise<void>
  drop(name: string): Promise<void>
  /** At once and as a whole: whoever asks by the alias is answered by the old one or by the new one. */
  point(alias: string, name: string): Promise<void>
  /** The index an alias stands for; null when it stands for none. */
  resolve(alias: string): Promise<string | null>
  list(): Promise<string[]>
  /** Writes what is newer than what stands; gives the ids of those that were not. */
  put(name: string, products: readonly VersionedProduct[]): Promise<{ stale: string[] }>
  search(name: string, request: SearchRequest): Promise<SearchAnswer>
  /** The products of these ids, in their order, with the offer that satisfies the filters; those that are not there are left out. */
  read(name: string, ids: readonly string[], filters: Filters, currency: string): Promise<Hit[]>
  /** Ids of products with one of these identifiers. */
  identify(name: string, identifiers: readonly string[]): Promise<string[]>
  /** The value of a facet whose label is this text, accents and capitals aside. */
  named(name: string, facet: 'contributor' | 'series' | 'brand', text: string): Promise<FacetValue | null>
  /** What begins with the last of the words and has the others, the weightiest first. */
  suggest(name: string, words: readonly string[], limit: number): Promise<Suggestion[]>
  /** For each word. */
  spell(name: string, words: readonly string[]): Promise<Spelling[]>
  count(name: string): Promise<number>
  /** The versions that stand, gone ones too; an unknown id has none. */
  versions(name: string, ids: readonly string[]): Promise<Readonly<Record<string, number>>>
  close(): Promise<void>
}

/** The engine does not answer; it may be back soon. */
export class EngineAway extends Error {
  override readonly name = 'EngineAway'
}

/** There is no index of this name. */
export class NoSuchIndex extends Error {
  override readonly name = 'NoSuchIndex'
}
