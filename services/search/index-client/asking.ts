import { offerFacets, productFacets, type Facet, type Filters, type SearchAnswer, type SearchIndex, type SearchRequest, type Term, type TextQuery } from '@octavo/search-index'
import type { ChosenFilters, SearchSort } from '../contract.ts'
import type { ParsedQuery, ParseOptions, Read } from '../query-parser/parse.ts'
import { alias } from './indexer.ts'

export interface Wanted {
  readonly query: string
  readonly parsing: ParseOptions
  readonly chosen: ChosenFilters
  readonly sort: SearchSort | undefined
  readonly verbatim: boolean
  readonly request: Pick<SearchRequest, 'currency' | 'limit' | 'top' | 'priceBands' | 'facetValues'>
  /** Milliseconds that are left. */
  readonly leftMs: () => number
  /** Other words for one, by rules of the shop. */
  readonly synonyms: (words: readonly string[]) => readonly Term[]
}

export const weights: TextQuery['weights'] = { title: 8, subtitle: 3, series: 4, contributors: 5, subjects: 2, brand: 3, description: 1 }
/** Subjects are asked for by their lists, and are too many to choose among. */
const facets: readonly Facet[] = [...productFacets, ...offerFacets].filter((facet) => facet !== 'subject')

/** One look into the index for what was read, in the order wished for. */
export function asked(index: SearchIndex, wanted: Wanted, read: Pick<ParsedQuery, 'phrases' | 'without' | 'readings'>, terms: readonly Term[], minimum: number, counted = facets): Promise<SearchAnswer> {
  const hasText = terms.length + read.phrases.length > 0
  const sort = wanted.sort ?? read.readings.find((one) => one.sort !== undefined)?.sort ?? (hasText ? 'relevance' : 'featured')
  return index.search(alias, {
    ...wanted.request, withinMs: wanted.leftMs(), facets: counted, filters: asFilters(joined(wanted.chosen, read.readings)), sort: sort === 'featured' ? 'popularity' : sort,
    ...(hasText && { text: { terms, minimum, phrases: read.phrases, without: read.without, weights } }),
  })
}

/** Products found by their identifiers, as an answer without facets. */
export async function identified(index: SearchIndex, { chosen, request }: Wanted, ids: readonly string[]): Promise<SearchAnswer> {
  const hits = await index.read(alias, ids, asFilters(chosen), request.currency)
  return { ids: hits.map(({ product }) => product.id), scores: hits.map(() => 1), hits, total: { value: hits.length, exact: true }, facets: {}, priceBands: [], ratings: [], cut: false }
}

/** What was chosen and what was read: lists widen, ends that were chosen stand. */
export function joined(chosen: ChosenFilters, readings: readonly Read[]): ChosenFilters {
  return readings.reduce<ChosenFilters>((all, { filters = {} }) => {
    const lists = Object.entries(filters).filter(([name, value]) => Array.isArray(value) && name in filters).map(([name, value]) => [name, [...new Set([...((all as Record<string, string[] | undefined>)[name] ?? []), ...(value as string[])])]])
    return { ...filters, ...all, ...Object.fromEntries(lists) }
  }, chosen)
}

export function asFilters({ priceFrom, priceTo, yearFrom, yearTo, ratingFrom, ...chosen }: ChosenFilters): Filters {
  return {
    chosen: Object.fromEntries(Object.entries(chosen).filter(([, values]) => values !== undefined)),
    ...(priceFrom !== undefined && { priceFrom }), ...(priceTo !== undefined && { priceTo }), ...(yearFrom !== undefined && { yearFrom }), ...(yearTo !== undefined && { yearTo }), ...(ratingFrom !== undefined && { ratingFrom }),
  }
}
