import type { Queryable } from '@octavo/database'
import type { Stock } from '../cards/availability.ts'
import { readGoodsByIds, readVersionsByIds, type KnownGoods, type StoredGoods } from '../store/goods.ts'
import { readSellers } from '../store/sellers.ts'

/** Goods as they were put a moment ago, for whom their event has asked for them: search asks for each that an import puts. */
export interface JustPut {
  keep(goods: readonly StoredGoods[], stock: ReadonlyMap<string, Stock>): void
  /** Goods by their ids, in no order, as they stand; unknown ones are left out. */
  read(sql: Queryable, ids: readonly string[]): Promise<KnownGoods>
}

interface Kept {
  readonly goods: StoredGoods
  readonly stock: readonly (readonly [id: string, stock: Stock])[]
}

/** As many as two batches of an import, some megabytes; the rest is read from the tables. */
const most = 1000

/** What is kept is given once. It stands while the product's version does: whatever changes stock, offers or texts raises it. */
export function justPut(): JustPut {
  const kept = new Map<string, Kept>()
  return {
    keep(goods, stock) {
      for (const one of goods) {
        kept.delete(one.id)
        kept.set(one.id, { goods: one, stock: stockOf(one, stock) })
      }
      for (const id of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(id)
      }
    },
    async read(sql, ids) {
      const taken = new Map<string, Kept>()
      for (const id of ids) {
        const one = kept.get(id)
        if (one === undefined) continue
        taken.set(id, one)
        kept.delete(id)
      }
      if (taken.size === 0) return readGoodsByIds(sql, ids)
      const [versions, sellers] = await Promise.all([readVersionsByIds(sql, [...taken.keys()]), readSellers(sql, [...new Set([...taken.values()].flatMap(({ goods }) => sellersOf(goods)))])])
      const standing = [...taken.values()].filter(({ goods: { id, version } }) => versions.get(id) === version)
      const standingIds = new Set(standing.map(({ goods }) => goods.id))
      const read = await readGoodsByIds(sql, ids.filter((id) => !standingIds.has(id)))
      return {
        goods: [...standing.map(({ goods }) => goods), ...read.goods],
        stock: new Map([...standing.flatMap(({ stock }) => stock), ...read.stock]),
        sellers: new Map([...sellers.map((seller) => [seller.id, seller] as const), ...read.sellers]),
      }
    },
  }
}

function stockOf({ variants }: StoredGoods, stock: ReadonlyMap<string, Stock>): (readonly [string, Stock])[] {
  return variants.flatMap(({ offers }) => offers.flatMap(({ stockItemId }) => {
    const known = stockItemId === null ? undefined : stock.get(stockItemId)
    return known === undefined || stockItemId === null ? [] : [[stockItemId, known] as const]
  }))
}

const sellersOf = ({ variants }: StoredGoods): string[] => variants.flatMap(({ offers }) => offers.map(({ sellerId }) => sellerId))
