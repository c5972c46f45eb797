import type { Database } from '@octavo/database'
import type { Embedder, Text } from '@octavo/embedding'
import { fitEmbedding, fittedEmbedder } from '@octavo/embedding/fitted'
import { addModel, readModels } from '../store/embeddings.ts'
import { countProducts, readProjected } from '../store/projection.ts'
import { isOld, leastProducts } from './evidence.ts'
import { textOf } from './text.ts'

/** When a fit that is due is made: at a look when no products came since the one before, or now. */
export type Fitting = 'settled' | 'now'

const atOnce = 200

/** Adds a model where one is due: the embedder given, or one fitted on the shop's own products, anew when there are half as many more. */
export function fitterOf({ database, embedder, signal }: { database: Database; embedder: Embedder | undefined; signal: AbortSignal }): (fit: Fitting) => Promise<void> {
  let counted = -1
  return async (fit) => {
    const models = await readModels(database)
    if (embedder) {
      if (models.every(({ id }) => id !== embedder.id)) await database.transaction((tx) => addModel(tx, { id: embedder.id, products: 0, file: null }))
      return
    }
    const { count } = await countProducts(database)
    const settledDown = count === counted
    counted = count
    if (count < leastProducts || models.some(({ id, products }) => id.startsWith('fitted-') && !isOld(count, products)) || !(fit === 'now' || settledDown)) return
    const file = await fitEmbedding(textsIn(database), {}, signal)
    await database.transaction((tx) => addModel(tx, { id: fittedEmbedder(file).id, products: count, file }))
  }
}

async function* textsIn(database: Database): AsyncGenerator<Text[]> {
  for (let after = ''; ;) {
    const products = await readProjected(database, after, atOnce)
    if (products.length === 0) return
    yield products.map(textOf)
    after = (products.at(-1) as { id: string }).id
  }
}
