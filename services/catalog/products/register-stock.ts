import type { KnownSeller } from '../cards/page.ts'
import type { ProductDraft } from '../draft.ts'
import type { CatalogParts } from '../deps.ts'
import { readStock, type StockRow } from '../store/stock.ts'
import { stockItemId } from './stock-item-id.ts'

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

/**
 * Tells inventory of stock items that are new here, and gives what there is of each: what the draft says when it is new there too, else
 * what inventory says. Their ids are made of seller and SKU, so that this may happen twice.
 */
export async function registerStock({ database, inventory }: Pick<CatalogParts, 'database' | 'inventory'>, drafts: readonly ProductDraft[], sellers: ReadonlyMap<string, KnownSeller>): Promise<StockRow[]> {
  const items = itemsIn(drafts, sellers)
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

function itemsIn(drafts: readonly ProductDraft[], sellers: ReadonlyMap<string, KnownSeller>): Map<string, NewItem> {
  const items = new Map<string, NewItem>()
  for (const { variants } of drafts) {
    for (const { digital, offers } of variants) {
      for (const { seller, stock } of offers) {
        if (digital || !stock) continue
        const sellerId = (sellers.get(seller) as KnownSeller).id
        const id = stockItemId(sellerId, stock.sku)
        if (items.has(id)) continue
        const { sku, onHand, promiseLimit = 0, availableOn } = stock
        items.set(id, { id, sellerId, sku, onHand, promiseLimit, ...(availableOn !== undefined && { availableOn }) })
      }
    }
  }
  return items
}
