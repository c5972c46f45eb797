import type { Database } from '@octavo/database'
import type { SearchIndex } from '@octavo/search-index'
import type { Log } from '@octavo/telemetry'
import type { SearchDeps } from '../deps.ts'
import { alias, type Indexer } from '../index-client/indexer.ts'
import { markPending, readVersions, writeProjection } from '../store/projection.ts'
import { readProducts } from './read-products.ts'

const atOnce = 100
/** A shop of 100,000 products is looked through in five hours; events say everything sooner. */
const lookMs = 20_000

export interface Checker {
  /** Compares the next products of the catalogue with the projection and the index, and mends what differs; gives how many did, and whether this was the end. */
  look(): Promise<{ mended: number; end: boolean }>
  start(): void
  stop(): Promise<void>
}

/** Walks the catalogue's snapshot round and round. What an event or an engine lost is found here, and a projection that begins late is filled. */
export function checkerOf({ database, catalog, index, indexer, log }: Pick<SearchDeps, 'catalog'> & { database: Database; index: SearchIndex; indexer: Indexer; log: Log }): Checker {
  let cursor: string | undefined
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false

  async function look(): Promise<{ mended: number; end: boolean }> {
    const { items, nextCursor } = await catalog.snapshot({ limit: atOnce, ...(cursor !== undefined && { cursor }) })
    const ids = items.map(({ productId }) => productId)
    const known = await readVersions(database, ids)
    const behind = new Map(items.filter(({ productId, version }) => (known.get(productId)?.version ?? 0) < version).map(({ productId, version }) => [productId, version]))
    if (behind.size > 0) {
      const products = await readProducts(catalog, behind)
      await database.transaction((tx) => writeProjection(tx, products))
    }
    // What is on its way is not amiss.
    const indexed = await index.versions(alias, ids)
    const lost = ids.filter((id) => !behind.has(id) && known.get(id)?.pending === false && indexed[id] !== known.get(id)?.version)
    await markPending(database, lost)
    if (behind.size + lost.length > 0) {
      log.warn({ behind: [...behind.keys()], lost }, 'products were not in the index as the catalogue has them; they are indexed again')
      indexer.wake()
    }
    cursor = nextCursor ?? undefined
    return { mended: behind.size + lost.length, end: nextCursor === null }
  }

  const quietly = (): void => { if (!stopped) running = running.then(look).catch((error: unknown) => log.warn({ err: error }, 'the index could not be compared with the catalogue; trying again soon')) }
  return {
    look,
    start() {
      timer = setInterval(quietly, lookMs)
      timer.unref()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
