import { hash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Database } from '@octavo/database'
import type { Embedder, Text } from '@octavo/embedding'
import { fitEmbedding, fittedEmbedder } from '@octavo/embedding/fitted'
import { openScan, type Scan } from '@octavo/embedding/scan'
import { newId } from '@octavo/ids'
import type { Log } from '@octavo/telemetry'
import { addModel, countUnembedded, hasUnembedded, letModelAnswer, readModelFile, readModels, readUnembedded, readVectors, readVectorsSince, writeEmbedded, type Embedded, type KnownModel, type KnownVector } from '../store/embeddings.ts'
import { countProducts, readProjected } from '../store/projection.ts'
import { evidenceOf, isOld, leastProducts } from './evidence.ts'
import type { Space } from './space.ts'
import { textOf } from './text.ts'

const channel = 'octavo_search_embeddings'
const lookMs = 10_000
const atOnce = 200
/** Texts between two looks at what else there is to do. */
const slice = 8
const pageRows = 2_000
/** A row may become visible so long after its time. */
const overlapMs = 10_000

/** Whether a fit is made when it is due: not by an event, at a look when no products came since the one before, or now. */
type Fitting = 'not' | 'settled' | 'now'

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
  let space: Space | undefined
  let readUntil = new Date(0)
  let counted = -1
  let running: Promise<void> = Promise.resolve()
  let waiting = false
  let timer: NodeJS.Timeout | undefined
  let unlisten: (() => Promise<void>) | undefined

  async function round(fit: Fitting): Promise<void> {
    if (fit === 'not') waiting = false
    else await fitWhenDue(fit)
    for (const known of await readModels(database)) await follow(known)
    await reread()
  }

  async function fitWhenDue(fit: Fitting): Promise<void> {
    const models = await readModels(database)
    if (embedder) {
      if (models.every(({ id }) => id !== embedder.id)) await database.transaction((tx) => addModel(tx, { id: embedder.id, products: 0, file: null }))
      return
    }
    const { count } = await countProducts(database)
    const settledDown = count === counted
    counted = count
    if (count < leastProducts || models.some(({ id, products }) => id.startsWith('fitted-') && !isOld(count, products)) || !(fit === 'now' || settledDown)) return
    const file = await fitEmbedding(texts(), {}, stopping.signal)
    await database.transaction((tx) => addModel(tx, { id: fittedEmbedder(file).id, products: count, file }))
  }

  async function* texts(): AsyncGenerator<Text[]> {
    for (let after = ''; ;) {
      const products = await readProjected(database, after, atOnce)
      if (products.length === 0) return
      yield products.map(textOf)
      after = (products.at(-1) as { id: string }).id
    }
  }

  /** Looks at what a model has not seen; whole, it answers. */
  async function follow(known: KnownModel): Promise<void> {
    const maker = await makerOf(known)
    if (!maker) return
    while (!stopping.signal.aborted) {
      const seen = await readUnembedded(database, known.id, atOnce)
      if (seen.length === 0) break
      const embedded: Embedded[] = []
      for (let at = 0; at < seen.length; at += slice) {
        const fresh = seen.slice(at, at + slice).flatMap(({ id, product, textHash }) => {
          const text = product ? textOf(product) : []
          const now = hash('sha1', JSON.stringify(text), 'base64')
          return now === textHash ? [] : [{ id, text, textHash: now, gone: product === null }]
        })
        const vectors = await maker.embed(fresh.map(({ text }) => text))
        embedded.push(...fresh.map(({ id, textHash, gone }, nth) => ({ id, textHash, vector: gone ? null : Buffer.from((vectors[nth] as Int8Array).slice().buffer) })))
        await breathe()
      }
      await database.transaction((tx) => writeEmbedded(tx, known.id, seen, embedded))
      if (space?.model === known.id) take(space.scan, embedded)
      if (embedded.length > 0) await database.notify(channel, self)
    }
    if (known.state === 'building' && !stopping.signal.aborted && !(await hasUnembedded(database, known.id))) {
      await database.transaction((tx) => letModelAnswer(tx, known.id))
      await database.notify(channel, self)
    }
  }

  async function makerOf({ id }: KnownModel): Promise<Embedder | undefined> {
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

  async function load(known: KnownModel): Promise<Space | undefined> {
    const maker = await makerOf(known)
    if (!maker) return undefined
    const scan = openScan(maker.dimensions)
    for (let after = ''; ;) {
      const rows = await readVectors(database, known.id, after, pageRows)
      if (rows.length === 0) break
      take(scan, rows)
      after = (rows.at(-1) as KnownVector).id
    }
    // An endpoint knows the world; what is fitted knows what the shop has told it.
    return { model: known.id, embedder: maker, scan, evidence: embedder ? 1 : evidenceOf(known.products) }
  }

  const next = (fit: Fitting): Promise<void> => {
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

function take(scan: Scan, rows: readonly KnownVector[]): void {
  for (const { id, vector } of rows) {
    if (vector) scan.put(id, new Int8Array(vector.buffer, vector.byteOffset, vector.byteLength))
    else scan.delete(id)
  }
}
