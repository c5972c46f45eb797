import type { CatalogParts } from '../deps.ts'
import type { ProductDraft } from '../draft.ts'
import { readStock, type StockRow } from '../store/stock.ts'
import type { Goods } from './goods.ts'

/** As many as inventory takes, or tells of, at once. */
const registeredAtOnce = 5000
const readAtOnce = 1000

interface NewItem {
  readonly id: string
  readonly sellerId: string
  readonly sku: string
  readonly onHand: number
  readonly promiseLimit: number
  readonly availableOn?: string
}

/** Goods and the draft they were made of: their variants and offers stand in the same order. */
export interface Described {
  readonly draft: ProductDraft
  readonly goods: Goods
}

/**
 * Tells inventory of stock items that are new here, and gives what there is of each: what the draft says when it is new there too, else
 * what inventory says. Their ids are made of seller and SKU, so that this may happen twice.
 */
export async function registerStock({ database, inventory }: Pick<CatalogParts, 'database' | 'inventory'>, all: readonly Described[]): Promise<StockRow[]> {
  const items = itemsIn(all)
  const known = await readStock(database, [...items.keys()])
  const fresh = [...items.values()].filter(({ id }) => !known.has(id))
  const rows: StockRow[] = []
  for (let at = 0; at < fresh.length; at += registeredAtOnce) {
    const part = fresh.slice(at, at + registeredAtOnce)
    const { created } = await inventory.registerStockItems(part)
    if (created < part.length) rows.push(...await readLevels(inventory, part))
    else rows.push(...part.map(({ id, onHand, promiseLimit, availableOn }) => ({ id, available: onHand, promisable: promiseLimit, availableOn: availableOn ?? null, version: 1 })))
  }
  return rows
}

/**
 * What inventory tells apart from its events carries no version: it is taken as the oldest, and the next event wins. Between the two a
 * band may be missed only when it changed before this call, and that is what was read.
 */
async function readLevels(inventory: CatalogParts['inventory'], items: readonly NewItem[]): Promise<StockRow[]> {
  const rows: StockRow[] = []
  for (let at = 0; at < items.length; at += readAtOnce) {
    const levels = await inventory.getLevels({ stockItemIds: items.slice(at, at + readAtOnce).map(({ id }) => id) })
    rows.push(...levels.map((level) => ({ id: level.stockItemId, available: level.available, promisable: level.promiseLimit - level.promised, availableOn: level.availableOn, version: 0 })))
  }
  return rows
}

function itemsIn(all: readonly Described[]): Map<string, NewItem> {
  const items = new Map<string, NewItem>()
  for (const { draft, goods } of all) {
    for (const [at, variant] of goods.variants.entries()) {
      for (const [nth, { stockItemId: id, sellerId }] of variant.offers.entries()) {
        const stock = draft.variants[at]?.offers[nth]?.stock
        if (id === null || !stock || items.has(id)) continue
        const { sku, onHand, promiseLimit = 0, availableOn } = stock
        items.set(id, { id, sellerId, sku, onHand, promiseLimit, ...(availableOn !== undefined && { availableOn }) })
      }
    }
  }
  return items
}
