import { newId } from '@octavo/ids'
import type { Market } from '@octavo/market'
import type { SearchAnswer } from '../contract.ts'
import type { SearchDeps } from '../deps.ts'
import { tellItem } from '../response-formatter/item.ts'

/** The shop sells on without its index: titles that begin as typed, as the catalogue itself finds them. */
export async function plainTitles({ catalog }: Pick<SearchDeps, 'catalog'>, { q, limit }: { readonly q: string; readonly limit: number }, market: Market): Promise<SearchAnswer> {
  const { items } = await catalog.listProducts({ market: market.id, limit, ...(q.trim() !== '' && { title: q.trim().slice(0, 200) }) })
  return {
    items: items.map((card) => tellItem(card, undefined, { named: () => false, filters: {}, currency: market.currency })),
    total: { value: items.length, relation: items.length < limit ? 'exact' : 'atLeast' }, complete: items.length, facets: [], readings: [], undone: [], corrected: false, matching: 'all', degraded: true, cut: false, queryId: newId('qry'), firstPosition: 1, nextCursor: null,
  }
}
