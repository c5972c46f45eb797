import { batchReaction, type Reaction } from '@octavo/events'
import { stockBandChanged } from '@octavo/inventory/events'
import { redraw } from '../products/redraw.ts'
import type { CatalogParts } from '../deps.ts'
import { updateStock } from '../store/stock.ts'

/** What may be sold of a stock item moved into another band: whoever shows an offer of it is made again, and told if that differs. */
export const onStockBandChanged = (parts: Pick<CatalogParts, 'outbox' | 'clock' | 'markets'>): Reaction =>
  batchReaction(stockBandChanged, async (events, tx) => {
    const newest = new Map(events.map(({ data }) => [data.stockItemId, data]))
    for (const { data } of events) if (data.version > (newest.get(data.stockItemId)?.version ?? 0)) newest.set(data.stockItemId, data)
    const changed = await updateStock(tx, [...newest.values()].map(({ stockItemId, available, promisable, availableOn, version }) => ({ id: stockItemId, available, promisable, availableOn, version })))
    const offers = await tx.rows<{ no: number }>('select distinct product_no as no from offer where stock_item_id = any($1::text[])', [changed])
    await redraw(parts, tx, offers.map(({ no }) => no), 'availability')
  })
