import type { KnownSeller } from '../cards/page.ts'
import type { CatalogParts } from '../deps.ts'
import { rememberSellers, sellersByHandle } from '../store/sellers.ts'

/** Sellers by handle. Whom no event has told of yet, the sellers service is asked for once. */
export async function findSellers({ database, sellers }: Pick<CatalogParts, 'database' | 'sellers'>, handles: ReadonlySet<string>): Promise<ReadonlyMap<string, KnownSeller>> {
  if (handles.size === 0) return new Map()
  const known = await sellersByHandle(database, [...handles])
  const missing = [...handles].filter((handle) => !known.some((seller) => seller.handle === handle))
  if (missing.length) {
    const told = (await sellers.getSellers({ idsOrHandles: missing.slice(0, 1000) })).filter(({ handle }) => handles.has(handle))
    await rememberSellers(database, told)
    known.push(...told)
  }
  return new Map(known.map((seller) => [seller.handle, seller]))
}
