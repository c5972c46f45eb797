import type { FacetTold } from '@octavo/search/contract'
import type { PageLocals } from '@octavo/gateway/pages'
import { narrows, searchInput } from '../search/query.ts'
import { list, pageSize, sortOf, type Listed } from './list.ts'

export interface Narrowed {
  readonly listed: Listed
  readonly facets: readonly FacetTold[]
  /** How many there are, once something was chosen. */
  readonly total: { readonly value: number; readonly relation: 'exact' | 'atLeast' } | undefined
}

/** How long what a whole shelf can be narrowed by is told again: a page that the edge keeps may be as old. */
const toldMs = 30_000
const mostTold = 1000
/** Of each shop that this process has open, known by its markets. */
const shops = new WeakMap<PageLocals['markets'], Map<string, { readonly facets: Promise<readonly FacetTold[]>; readonly until: number }>>()

/**
 * A category's shelf with what it can be narrowed by. Whole, it is the catalogue's own list; narrowed, search finds it. Where search is
 * unwell the shelf stands as it is, and cannot be narrowed.
 */
export async function narrowed(locals: PageLocals, search: URLSearchParams, category: string): Promise<Narrowed> {
  const { clients, market, asker } = locals
  const chosen = narrows(search)
  const { filters, cursor } = searchInput(search)
  const sort = sortOf(search.get('sort'))
  if (chosen) {
    const { items, facets, total, nextCursor, degraded } = await clients.search.search({ market: market.id, by: asker, filters: { ...filters, category: [category] }, sort, limit: pageSize, ...(cursor && { cursor }) })
    if (!degraded) return { listed: { cards: items, sort, cursor, nextCursor }, facets: useful(facets), total }
  }
  // Its sections stand beside the shelf as links.
  const [listed, facets] = await Promise.all([list(locals, search, { category }), facetsOf(locals, category).catch(() => [])])
  return { listed, facets, total: undefined }
}

/** What a whole shelf can be narrowed by: the same on each of its pages and for everybody, so that search is asked now and then. */
function facetsOf({ clients, markets, market: { id: market } }: PageLocals, category: string): Promise<readonly FacetTold[]> {
  const told = shops.get(markets) ?? new Map()
  shops.set(markets, told)
  const key = `${market} ${category}`
  const known = told.get(key)
  if (known && Date.now() < known.until) return known.facets
  const facets = clients.search.search({ market, by: {}, filters: { category: [category] }, limit: 1 }).then((found) => {
    if (found.degraded) told.delete(key)
    return found.degraded ? [] : useful(found.facets)
  })
  facets.catch(() => told.delete(key))
  told.delete(key)
  if (told.size >= mostTold) told.delete(told.keys().next().value ?? '')
  told.set(key, { facets, until: Date.now() + toldMs })
  return facets
}

const useful = (facets: readonly FacetTold[]): FacetTold[] => facets.filter(({ name }) => name !== 'category')
