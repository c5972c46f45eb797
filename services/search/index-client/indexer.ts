import type { Database } from '@octavo/database'
import type { SearchIndex } from '@octavo/search-index'
import type { Log } from '@octavo/telemetry'
import { addIndex, hasPending, moveIndex, readIndexes, removeIndex, type KnownIndex } from '../store/indexes.ts'
import { countProducts, readPending, settlePending } from '../store/projection.ts'

/** What everybody asks by. */
export const alias = 'products'
const atOnce = 200
/** Another process may have written and died; an engine may be back. */
const lookMs = 5000

export interface Indexer {
  /** Something is pending. */
  wake(): void
  /** Done when nothing is pending any more. @throws when the engine is away */
  settled(): Promise<void>
  /** Begins a new index, or goes on with the one begun: it is filled from the projection while the old one answers, and switched to when it is whole. Gives its name. */
  rebuild(): Promise<string>
  start(): void
  stop(): Promise<void>
}

/** Carries what the projection has into the indexes, some at a time. What was carried twice is refused by its version. */
export function indexerOf({ database, index, log, now }: { database: Database; index: SearchIndex; log: Log; now: () => number }): Indexer {
  let running: Promise<void> = Promise.resolve()
  let waiting = false
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function drain({ name }: KnownIndex): Promise<void> {
    while (!stopped) {
      const products = await readPending(database, name, atOnce)
      if (products.length === 0) return
      await index.put(name, products)
      await settlePending(database, name, products)
    }
  }

  async function round(): Promise<void> {
    waiting = false
    await ensureLive()
    for (const known of await readIndexes(database)) if (known.state !== 'previous') await drain(known)
    for (const known of await readIndexes(database)) if (known.state === 'building' && !(await hasPending(database, known.name))) await switchTo(known.name)
  }

  /** The first index, or a new one in place of one whose file is gone. */
  async function ensureLive(): Promise<void> {
    const live = (await readIndexes(database)).find(({ state }) => state === 'live')
    if (live && (await index.resolve(alias)) === live.name) return
    if (live && (await index.list()).includes(live.name)) { await index.point(alias, live.name); return }
    if (live) await removeIndex(database, live.name)
    const name = nameOf(now())
    await index.create(name)
    await database.transaction((tx) => addIndex(tx, name, 'live'))
    await index.point(alias, name)
  }

  async function switchTo(name: string): Promise<void> {
    const [{ count }, indexed] = [await countProducts(database), await index.count(name)]
    // What changed since the last look is pending; only a whole index is switched to.
    if (await hasPending(database, name)) return
    if (count !== indexed) throw new Error(`the new index has ${indexed} products of ${count}`)
    await index.point(alias, name)
    const known = await readIndexes(database)
    const old = known.find(({ state }) => state === 'previous')
    if (old) { await removeIndex(database, old.name); await index.drop(old.name) }
    const live = known.find(({ state }) => state === 'live')
    if (live) await moveIndex(database, live.name, 'previous')
    await moveIndex(database, name, 'live')
  }

  const next = (): Promise<void> => {
    const work = running.then(round)
    running = work.catch((error: unknown) => log.warn({ err: error }, 'the search index could not be written; trying again soon'))
    return work
  }
  const wake = (): void => {
    if (waiting || stopped) return
    waiting = true
    next().catch(() => {})
  }
  return {
    wake,
    settled: next,
    async rebuild() {
      const standing = (await readIndexes(database)).find(({ state }) => state === 'building')
      const name = standing?.name ?? nameOf(now())
      if (!standing) {
        await index.create(name)
        await database.transaction((tx) => addIndex(tx, name, 'building'))
      }
      wake()
      return name
    },
    start() {
      wake()
      timer = setInterval(wake, lookMs)
      timer.unref()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

const nameOf = (now: number): string => `products-${new Date(now).toISOString().replaceAll(/\D/g, '')}`
