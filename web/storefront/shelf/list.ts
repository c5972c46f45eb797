import type { Card, Sort } from '@octavo/catalog/contract'
import type { PageLocals } from '@octavo/gateway/pages'

export const sorts = ['featured', 'newest', 'price', '-price', 'title'] as const satisfies readonly Sort[]
export const pageSize = 24

export interface Listed {
  readonly cards: readonly Card[]
  readonly sort: Sort
  readonly cursor: string | undefined
  readonly nextCursor: string | null
}

export const sortOf = (wanted: string | null): Sort => sorts.find((sort) => sort === wanted) ?? 'featured'

/** Whose shelf it is, by its handle; everything when nothing is said. */
export interface Shelved { readonly category?: string; readonly contributor?: string; readonly series?: string; readonly subject?: string }

/** A page of cards as the address asks for it. */
export async function list({ clients, market }: PageLocals, search: URLSearchParams, of: Shelved = {}): Promise<Listed> {
  const sort = sortOf(search.get('sort'))
  const cursor = search.get('cursor') || undefined
  const { items, nextCursor } = await clients.catalog.listProducts({ market: market.id, limit: pageSize, sort, ...of, ...(cursor && { cursor }) })
  return { cards: items, sort, cursor, nextCursor }
}
