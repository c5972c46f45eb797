import { hash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Database } from '@octavo/database'
import type { Embedder } from '@octavo/embedding'
import { readUnembedded, writeEmbedded, type Embedded, type Unembedded } from '../store/embeddings.ts'
import { textOf } from './text.ts'

const atOnce = 200
/** Texts between two looks at what else there is to do. */
const slice = 8

/** Gives what a model has not seen its vectors, some products at a time; `written` hears of each part that is in the database. */
export async function embedUnseen(database: Database, model: string, maker: Embedder, signal: AbortSignal, written: (embedded: readonly Embedded[]) => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    const seen = await readUnembedded(database, model, atOnce)
    if (seen.length === 0) return
    const embedded: Embedded[] = []
    for (let at = 0; at < seen.length; at += slice) {
      embedded.push(...await embed(maker, seen.slice(at, at + slice)))
      await breathe()
    }
    await database.transaction((tx) => writeEmbedded(tx, model, seen, embedded))
    await written(embedded)
  }
}

/** Vectors of those whose text is another than what theirs was made of. */
async function embed(maker: Embedder, seen: readonly Unembedded[]): Promise<Embedded[]> {
  const fresh = seen.flatMap(({ id, product, textHash }) => {
    const text = product ? textOf(product) : []
    const now = hash('sha1', JSON.stringify(text), 'base64')
    return now === textHash ? [] : [{ id, text, textHash: now, gone: product === null }]
  })
  const vectors = await maker.embed(fresh.map(({ text }) => text))
  return fresh.map(({ id, textHash, gone }, nth) => ({ id, textHash, vector: gone ? null : Buffer.from((vectors[nth] as Int8Array).slice().buffer) }))
}
