import assert from 'node:assert/strict'
import { after } from 'node:test'
import { inProcessCache } from '@octavo/cache/in-process'
import { testDatabases } from '@octavo/database/testing'
import { eventTables, reaction, type DataOf, type EventType } from '@octavo/events'
import { logTables, testEvents } from '@octavo/events/testing'
import { inventoryTables } from '@octavo/inventory'
import { startTestInventory } from '@octavo/inventory/testing'
import { sellerChanged } from '@octavo/sellers/events'
import type { ProductDraft } from '../draft.ts'
import { productChanged } from '../events.ts'
import type { CatalogDeps } from '../deps.ts'
import { catalogTables } from '../service.ts'
import { startTestCatalog } from '../testing.ts'

type Told = DataOf<typeof productChanged>

/** A catalogue with what is around it: its stock, somebody who tells of sellers, somebody who hears of products, and what was purged. */
export async function openShop(overrides: Partial<CatalogDeps> = {}) {
  const databases = await testDatabases({ catalog: catalogTables(), inventory: inventoryTables(), sellers: [eventTables], listener: [eventTables], events: logTables })
  const events = await testEvents(databases.events)
  const inventory = await startTestInventory({ database: databases.inventory, events })
  const cache = await inProcessCache({ maxBytes: 1_000_000 })
  const purged: string[] = []
  cache.onPurge((tags) => purged.push(...tags))
  const catalog = await startTestCatalog({ database: databases.catalog, events, inventory: inventory.client({ kind: 'service', service: 'catalog' }), cache, ...overrides })
  const relay = events.relay('sellers', databases.sellers)
  const outbox = events.outbox('sellers', databases.sellers)
  const told: Told[] = []
  const listener = events.consumer({ consumer: 'listener', database: databases.listener, from: 'beginning', reactions: [reaction(productChanged as EventType<string, Told>, async ({ data }) => { told.push(data) })] })
  await relay.start()
  await listener.start()
  after(async () => { await listener.stop(); await relay.stop() })

  /** Until everything told by anybody has had its effect everywhere. */
  const settled = async () => {
    await inventory.service.carried()
    await relay.flush()
    await catalog.service.caughtUp()
    await catalog.service.carried()
    await catalog.service.caughtUp()
    await listener.caughtUp()
    assert.deepEqual(await databases.catalog.rows('select name, last_error from parked_event'), [])
  }
  return {
    ...catalog,
    shop: catalog.client(),
    inventory: inventory.client({ kind: 'operator' }),
    ordersInventory: inventory.client({ kind: 'service', service: 'orders' }),
    told,
    purged,
    settled,
    async put(...drafts: readonly unknown[]) {
      const { outcomes } = await catalog.client().putProducts({ source: 'test', drafts: [...drafts] }, unhurried())
      await settled()
      return outcomes
    },
    async tellSeller(data: DataOf<typeof sellerChanged>) {
      await databases.sellers.transaction((tx) => outbox.append(tx, sellerChanged, data.sellerId, data))
      await settled()
    },
  }
}

export type Shop = Awaited<ReturnType<typeof openShop>>

/** Many at once take as long as a busy machine needs. */
export const unhurried = () => ({ context: { deadlineMs: Date.now() + 300_000 } })

type Overrides = Partial<Omit<ProductDraft, 'variants'>>

/** A book with one paperback that the house sells new. */
export function book(key: string, { price = 999, onHand = 20, offers, variant, ...overrides }: Overrides & {
  price?: number; onHand?: number; offers?: ProductDraft['variants'][number]['offers']; variant?: Partial<ProductDraft['variants'][number]>
} = {}): ProductDraft {
  return {
    key, kind: 'book', title: `The book ${key}`, language: 'en', contributors: [{ name: 'Ada Author', role: 'author', sequence: 1 }], subjects: [], categories: [], media: [],
    variants: [{
      key: `${key}:paperback`, identifiers: [], format: 'paperback', digital: false, taxClass: 'book',
      offers: offers ?? [{ key: `${key}:house`, seller: 'house', condition: 'new', prices: [{ amountMinor: price, currency: 'GBP' }], stock: { sku: `SKU-${key}`, onHand } }],
      ...variant,
    }],
    ...overrides,
  }
}
