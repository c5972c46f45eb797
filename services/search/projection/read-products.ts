import type { catalogContract } from '@octavo/catalog/contract'
import type { Client } from '@octavo/rpc'
import type { VersionedProduct } from '@octavo/search-index'
import { indexedProduct } from './indexed-product.ts'

const atOnce = 200

/**
 * Products as the catalogue has them now; those it does not have are gone at the version given. What is asked is at least as new as the
 * event that told of it.
 */
export async function readProducts(catalog: Pick<Client<typeof catalogContract>, 'getGoods'>, versions: ReadonlyMap<string, number>): Promise<VersionedProduct[]> {
  const ids = [...versions.keys()]
  const found: VersionedProduct[] = []
  for (let at = 0; at < ids.length; at += atOnce) {
    const part = ids.slice(at, at + atOnce)
    const goods = await catalog.getGoods({ productIds: part })
    const there = new Map(goods.map((one) => [one.productId, one]))
    for (const id of part) {
      const one = there.get(id)
      found.push(one ? { id, version: one.version, product: indexedProduct(one) } : { id, version: versions.get(id) ?? 0, product: null })
    }
  }
  return found
}
