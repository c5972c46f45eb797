import assert from 'node:assert/strict'
import { inProcessCache } from '@octavo/cache/in-process'
import { testDatabases } from '@octavo/database/testing'
import { logTables, testEvents } from '@octavo/events/testing'
import { catalogTables } from '@octavo/catalog'
import { startTestCatalog } from '@octavo/catalog/testing'
import type { ProductDraft } from '@octavo/catalog/contract'
import { inventoryTables } from '@octavo/inventory'
import { startTestInventory } from '@octavo/inventory/testing'
import { searchTables } from '../service.ts'
import { startTestSearch } from '../testing.ts'
import type { SearchDeps } from '../deps.ts'

/** A catalogue with its stock, and a search that follows it. */
export async function openShop(overrides: Partial<SearchDeps> = {}) {
  const databases = await testDatabases({ catalog: catalogTables(), inventory: inventoryTables(), search: searchTables(), events: logTables })
  const events = await testEvents(databases.events)
  const inventory = await startTestInventory({ database: databases.inventory, events })
  // The catalogue's purges reach what search keeps, as they do in a shop.
  const cache = await inProcessCache({ maxBytes: 4_000_000 })
  const catalog = await startTestCatalog({ cache, database: databases.catalog, events, inventory: inventory.client({ kind: 'service', service: 'catalog' }) })
  const search = await startTestSearch({ cache, database: databases.search, events, catalog: catalog.client({ kind: 'service', service: 'search' }), ...overrides })

  /** Until everything told by anybody has had its effect everywhere. */
  const settled = async () => {
    await inventory.service.carried()
    await catalog.service.caughtUp()
    await catalog.service.carried()
    await search.service.caughtUp()
    assert.deepEqual(await databases.search.rows('select name, last_error from parked_event'), [])
  }
  const shop = search.client()
  return {
    ...search, shop, databases, catalog: catalog.client(), inventory: inventory.client({ kind: 'operator' }), settled,
    async put(...drafts: readonly ProductDraft[]) {
      // As long as a busy machine needs for many at once.
      const { outcomes } = await catalog.client().putProducts({ source: 'test', drafts: [...drafts] }, { context: { deadlineMs: Date.now() + 300_000 } })
      assert.deepEqual(outcomes.filter(({ outcome }) => outcome === 'rejected'), [])
      await settled()
      return outcomes.map(({ productId }) => productId as string)
    },
    /** The titles a query finds, best first. */
    titles: async (q: string, more: Omit<Parameters<typeof shop.search>[0], 'q'> = {}) => (await shop.search({ q, ...more })).items.map(({ title }) => title),
  }
}

export interface Copy { readonly format?: ProductDraft['variants'][number]['format']; readonly price?: number; readonly onHand?: number; readonly isbn?: string; readonly condition?: 'new' | 'used_good' }

/** A book in these editions, each offered by the house. */
export function book(title: string, author: string, { copies = [{}], ...more }: Omit<Partial<ProductDraft>, 'variants'> & { readonly copies?: readonly Copy[] } = {}): ProductDraft {
  return {
    key: title, kind: 'book', title, language: 'en', contributors: [{ name: author, role: 'author', sequence: 1 }], subjects: [], categories: [], media: [],
    variants: copies.map(({ format = 'paperback', price = 999, onHand = 20, isbn, condition = 'new' }, at) => ({
      key: `${title}:${at}`, identifiers: isbn === undefined ? [] : [{ scheme: 'isbn13', value: isbn }], format, digital: false, taxClass: 'book',
      offers: [{ key: `${title}:${at}:house`, seller: 'house', condition, prices: [{ amountMinor: price, currency: 'GBP' }], stock: { sku: `${title}-${at}`, onHand } }],
    })),
    ...more,
  }
}
