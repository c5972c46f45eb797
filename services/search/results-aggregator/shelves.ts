import type { Category, catalogContract } from '@octavo/catalog/contract'
import type { Cache } from '@octavo/cache'
import type { Client } from '@octavo/rpc'

/** The catalogue's categories in a market's language. */
export type Shelves = (market: string) => Promise<readonly Category[]>

export const shelvesOf = ({ catalog, cache }: { catalog: Pick<Client<typeof catalogContract>, 'listCategories'>; cache: Cache }): Shelves =>
  (market) => cache.remember(`search:categories:${market}`, { ttlMs: 60_000, graceMs: 600_000, tags: ['categories'] }, () => catalog.listCategories({ market }))
