import type { SearchAnswer } from '@octavo/search/contract'
import type { View } from '../page/view.ts'

/** Facets by their names in addresses; a facet of an attribute is asked by `attribute`. */
const lists = ['format', 'language', 'condition', 'availability', 'seller', 'contributor', 'series', 'category', 'subject', 'brand', 'decade', 'attribute'] as const
const ends = ['priceFrom', 'priceTo', 'yearFrom', 'yearTo', 'ratingFrom'] as const
export const searchSorts = ['relevance', 'newest', 'price', '-price', 'rating', 'title'] as const
export type SearchSort = (typeof searchSorts)[number]

const mostLetters = 500

/** What an address asks to be found. What makes no sense in it is left out: an address is not refused. */
export function searchInput(search: URLSearchParams) {
  const filters: Record<string, string[] | number> = {}
  for (const name of lists) {
    const values = [...new Set(search.getAll(name).filter((value) => value !== '' && value.length <= 200))].slice(0, 50)
    if (values.length > 0) filters[name] = values
  }
  for (const name of ends) {
    const value = search.get(name)
    if (value !== null && /^\d{1,9}$/.test(value)) filters[name] = Number(value)
  }
  // A price band is one choice and two ends.
  const [, from, to] = /^(\d{1,9})-(\d{0,9})$/.exec(search.get('price') ?? '') ?? []
  if (from !== undefined) { filters['priceFrom'] = Number(from); if (to) filters['priceTo'] = Number(to) }
  const rating = filters['ratingFrom']
  if (typeof rating === 'number' && (rating < 1 || rating > 5)) delete filters['ratingFrom']
  const sort = searchSorts.find((one) => one === search.get('sort'))
  const cursor = search.get('cursor')
  return {
    q: (search.get('q') ?? '').trim().slice(0, mostLetters), filters, undo: search.getAll('undo').filter((id) => id.length <= 200).slice(0, 20), verbatim: search.get('verbatim') === 'true',
    ...(sort && { sort }), ...(cursor && cursor.length <= 1000 && { cursor }),
  }
}

/** Whether an address narrows a shelf. */
export const narrows = (search: URLSearchParams): boolean => [...facetParameters].some((name) => search.getAll(name).some((value) => value !== ''))

const facetParameters = [...lists, ...ends, 'price'] as const

/** The address of a search, or of a shelf, with something changed; a page deeper in the list does not stay. */
export function changed(search: URLSearchParams, change: { readonly add?: readonly [string, string]; readonly drop?: readonly [string, string?]; readonly set?: readonly [string, string | undefined] }, path = '/search'): string {
  const next = new URLSearchParams([...search].filter(([name, value]) => name !== 'cursor' && value !== ''))
  if (change.drop) next.delete(change.drop[0], change.drop[1])
  if (change.add) next.append(...(change.add as [string, string]))
  if (change.set) { next.delete(change.set[0]); if (change.set[1] !== undefined) next.set(change.set[0], change.set[1]) }
  return next.size === 0 ? path : `${path}?${next.toString()}`
}

/** How a facet's value is said in an address. */
export function parameterOf(facet: string): string {
  if (facet.startsWith('attribute:')) return 'attribute'
  return facet === 'rating' ? 'ratingFrom' : facet
}

/**
 * What was chosen, as it can be put down again: readings of the words, then values of facets. What an address asks for and no facet
 * has, since nothing is like that, can be put down too.
 */
export function chipsOf({ readings, facets }: Pick<SearchAnswer, 'readings' | 'facets'>, search: URLSearchParams, view: Pick<View, 't' | 'market' | 'price' | 'language'>, path?: string): { label: string; href: string }[] {
  const told = facets.flatMap(({ name, values }) => values.filter(({ value, selected }) => selected && search.getAll(parameterOf(name)).includes(value)).map(({ value, label }) => ({ parameter: parameterOf(name), value, label })))
  const untold = [...lists, 'price', 'ratingFrom'].flatMap((parameter) => [...new Set(search.getAll(parameter))].filter((value) => value !== '' && !told.some((one) => one.parameter === parameter && one.value === value)).map((value) => ({ parameter, value, label: wordsFor(parameter, value, view) })))
  const undone = readings.map(({ id, label }) => ({ label, href: changed(search, { add: ['undo', id] }, path) }))
  return [...undone, ...[...told, ...untold].map(({ parameter, value, label }) => ({ label, href: changed(search, { drop: [parameter, value] }, path) }))]
}

function wordsFor(parameter: string, value: string, { t, market: { currency }, price, language }: Pick<View, 't' | 'market' | 'price' | 'language'>): string {
  const [, from, to] = (parameter === 'price' && /^(\d{1,9})-(\d{0,9})$/.exec(value)) || []
  if (from !== undefined) return [from, to].map((end) => (end ? price({ amountMinor: Number(end), currency }) : '')).join(' – ').trim()
  switch (parameter) {
    case 'format': return t.format[value] ?? value
    case 'condition': return t.condition[value] ?? value
    case 'language': return language(value)
    default: return `${t.search.facet[parameter === 'ratingFrom' ? 'rating' : parameter] ?? parameter}: ${value}`
  }
}
