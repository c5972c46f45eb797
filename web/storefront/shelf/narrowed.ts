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

/**
 * A category's shelf with what it can be narrowed by. Whole, it is the catalogue's own list; narrowed, search finds it. Where search is
 * unwell the shelf stands as it is, and cannot be narrowed.
 */
export async function narrowed(locals: PageLocals, search: URLSearchParams, category: string): Promise<Narrowed> {
  const { clients, market, asker } = locals
  const chosen = narrows(search)
  const { filters, cursor } = searchInput(search)
  const sort = sortOf(search.get('sort'))
  const asked = clients.search.search({ market: market.id, by: asker, filters: { ...filters, category: [category] }, sort, limit: chosen ? pageSize : 1, ...(chosen && cursor && { cursor }) })
  if (chosen) {
    const { items, facets, total, nextCursor, degraded } = await asked
    if (!degraded) return { listed: { cards: items, sort, cursor, nextCursor }, facets: useful(facets), total }
  }
  // Its sections stand beside the shelf as links.
  const [listed, found] = await Promise.all([list(locals, search, { category }), asked.catch(() => undefined)])
  return { listed, facets: found && !found.degraded ? useful(found.facets) : [], total: undefined }
}

const useful = (facets: readonly FacetTold[]): FacetTold[] => facets.filter(({ name }) => name !== 'category')
