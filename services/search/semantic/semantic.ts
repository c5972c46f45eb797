import type { Database } from '@octavo/database'
import type { Embedder } from '@octavo/embedding'
import { fittedEmbedder } from '@octavo/embedding/fitted'
import { newId } from '@octavo/ids'
import type { Log } from '@octavo/telemetry'
import { countUnembedded, hasUnembedded, letModelAnswer, readModelFile, readModels, readVectorsSince, type KnownModel } from '../store/embeddings.ts'
import { evidenceOf } from './evidence.ts'
import { fitterOf, type Fitting } from './fitting.ts'
import { loadSpace, take } from './loading.ts'
import type { Space } from './space.ts'
import { embedUnseen } from './unseen.ts'

const channel = 'octavo_search_embeddings'
const lookMs = 10_000
/** A row may become visible so long after its time. */
const overlapMs = 10_000

export interface SemanticState { readonly model: string | null; readonly products: number; readonly pending: number }

export interface Semantic {
  /** What answers; undefined while nothing does. */
  space(): Space | undefined
  /** The projection has changed. */
  wake(): void
  /** Done when a fit that is due is made and every product has its vector. */
  settled(): Promise<void>
  state(): Promise<SemanticState>
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * Gives every product its vector: by the embedder given, or by one fitted on the shop's own products, which is fitted anew when there are
 * half as many more. A new model takes the old one's place when every product has its vector. What others wrote is read when they say so.
 */
export function semanticOf({ database, embedder, log, now }: { database: Database; embedder: Embedder | undefined; log: Log; now: () => number }): Semantic {
  const self = newId('prc')
  const stopping = new AbortController()
  const fitWhenDue = fitterOf({ database, embedder, signal: stopping.signal })
  let space: Space | undefined
  let readUntil = new Date(0)
  let running: Promise<void> = Promise.resolve()
  let waiting = false
  let timer: NodeJS.Timeout | undefined
  let unlisten: (() => Promise<void>) | undefined

  async function round(fit: Fitting | 'not'): Promise<void> {
    if (fit === 'not') waiting = false
    else await fitWhenDue(fit)
    for (const known of await readModels(database)) await follow(known)
    await reread()
  }

  /** Looks at what a model has not seen; whole, it answers. */
  async function follow(known: KnownModel): Promise<void> {
    const maker = await makerOf(known.id)
    if (!maker) return
    await embedUnseen(database, known.id, maker, stopping.signal, async (embedded) => {
      if (space?.model === known.id) take(space.scan, embedded)
      if (embedded.length > 0) await database.notify(channel, self)
    })
    if (known.state === 'building' && !stopping.signal.aborted && !(await hasUnembedded(database, known.id))) {
      await database.transaction((tx) => letModelAnswer(tx, known.id))
      await database.notify(channel, self)
    }
  }

  async function makerOf(id: string): Promise<Embedder | undefined> {
    if (space?.model === id) return space.embedder
    if (id === embedder?.id) return embedder
    const file = await readModelFile(database, id)
    return file ? fittedEmbedder(file) : undefined
  }

  /** What answers now, with the vectors that others have written since. */
  async function reread(): Promise<void> {
    const live = (await readModels(database)).find(({ state }) => state === 'live')
    const from = new Date(now() - overlapMs)
    if (live && live.id === space?.model) take(space.scan, await readVectorsSince(database, live.id, readUntil))
    else if (live) space = await load(live)
    else space = undefined
    readUntil = from
  }

  async function load({ id, products }: KnownModel): Promise<Space | undefined> {
    const maker = await makerOf(id)
    // An endpoint knows the world; what is fitted knows what the shop has told it.
    return maker && loadSpace(database, id, maker, embedder ? 1 : evidenceOf(products))
  }

  const next = (fit: Fitting | 'not'): Promise<void> => {
    const work = running.then(() => (stopping.signal.aborted ? undefined : round(fit)))
    running = work.catch((error: unknown) => { if (!stopping.signal.aborted) log.warn({ err: error }, 'products could not be embedded; trying again soon') })
    return work
  }
  const wake = (): void => {
    if (waiting || stopping.signal.aborted) return
    waiting = true
    next('not').catch(() => {})
  }
  return {
    space: () => space,
    wake,
    settled: () => next('now'),
    async state() {
      const { count: pending } = await countUnembedded(database)
      return { model: space?.model ?? null, products: space?.scan.size ?? 0, pending }
    },
    async start() {
      unlisten = await database.listen(channel, (by) => { if (by !== self) wake() })
      const look = (): void => { next('settled').catch(() => {}) }
      timer = setInterval(look, lookMs)
      timer.unref()
      look()
    },
    async stop() {
      stopping.abort()
      clearInterval(timer)
      await unlisten?.()
      await running
    },
  }
}
