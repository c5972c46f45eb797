import type { FacetTold } from '@octavo/search/contract'
import type { PageLocals } from '@octavo/gateway/pages'
import { narrows, searchInput } from '../search/query.ts'
import { list, pageSize, sortOf, type Listed, type Shelved } from './list.ts'

export interface Narrowed {
  readonly listed: Listed
  readonly facets: readonly FacetTold[]
  /** How many there are, once something was chosen. */
  readonly total: { readonly value: number; readonly relation: 'exact' | 'atLeast' } | undefined
  /** Something was chosen. Such shelves are for people: there are too many of them to be kept, or to be listed by search engines. */
  readonly chosen: boolean
}

/** How long what a whole shelf can be narrowed by is told again: a page that the edge keeps may be as old. */
const toldMs = 30_000
const mostTold = 1000
/** Of each shop that this process has open, known by its markets. */
const shops = new WeakMap<PageLocals['markets'], Map<string, { readonly facets: Promise<readonly FacetTold[]>; readonly until: number }>>()

/**
 * A shelf with what it can be narrowed by. Whole, it is the catalogue's own list; narrowed, search finds it. Where search is unwell the
 * shelf stands as it is, and cannot be narrowed.
 */
export async function narrowed(locals: PageLocals, search: URLSearchParams, of: Shelved = {}): Promise<Narrowed> {
  const { clients, market, asker } = locals
  const chosen = narrows(search)
  const { filters, cursor } = searchInput(search)
  const sort = sortOf(search.get('sort'))
  if (chosen) {
    // What the shelf itself is stands, whatever the address says beside it.
    const { items, facets, total, nextCursor, degraded } = await clients.search.search({ market: market.id, by: asker, filters: { ...filters, ...filtersOf(of) }, sort, limit: pageSize, ...(cursor && { cursor }) })
    if (!degraded) return { listed: { cards: items, sort, cursor, nextCursor }, facets: useful(facets, of), total, chosen }
  }
  const [listed, facets] = await Promise.all([list(locals, search, of), facetsOf(locals, of).catch(() => [])])
  return { listed, facets, total: undefined, chosen }
}

const filtersOf = (of: Shelved): Record<string, string[]> => Object.fromEntries(Object.entries(of).map(([name, handle]) => [name, [handle as string]]))

/** What a whole shelf can be narrowed by: the same on each of its pages and for everybody, so that search is asked now and then. */
function facetsOf({ clients, markets, market: { id: market } }: PageLocals, of: Shelved): Promise<readonly FacetTold[]> {
  const told = shops.get(markets) ?? new Map()
  shops.set(markets, told)
  const key = `${market} ${JSON.stringify(of)}`
  const known = told.get(key)
  if (known && Date.now() < known.until) return known.facets
  const facets = clients.search.search({ market, by: {}, filters: filtersOf(of), limit: 1 }).then((found) => {
    if (found.degraded) told.delete(key)
    return found.degraded ? [] : useful(found.facets, of)
  })
  facets.catch(() => told.delete(key))
  told.delete(key)
  if (told.size >= mostTold) told.delete(told.keys().next().value ?? '')
  told.set(key, { facets, until: Date.now() + toldMs })
  return facets
}

/** A section's own sections stand beside its shelf as links, and whose shelf it is cannot be chosen on it. */
const useful = (facets: readonly FacetTold[], of: Shelved): FacetTold[] => facets.filter(({ name }) => !(name in of))
