import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Embedder, Text } from '../port.ts'
import { usualFit, type FitOptions } from './fit.ts'
import type { Answered, Told } from './fitting-worker.ts'
import { decodeModel, embed } from './model.ts'

export { ModelRefused } from './model.ts'
export { usualFit, type FitOptions } from './fit.ts'

export interface FittedEmbedder extends Embedder {
  /** How many texts it was fitted on. Below some hundreds its word should count for less. */
  readonly fittedOn: number
}

/**
 * Fits a model on the shop's own texts, in a thread of its own; gives a file for `fittedEmbedder`. `texts` come in batches and are read
 * as fast as they are counted.
 */
export async function fitEmbedding(texts: AsyncIterable<readonly Text[]> | Iterable<readonly Text[]>, options: Partial<FitOptions> = {}, signal?: AbortSignal): Promise<Buffer> {
  const worker = new Worker(new URL('fitting-worker.ts', import.meta.url), { workerData: { ...usualFit, ...options } })
  const tell = async (told: Told): Promise<Answered> => {
    const answer = once(worker, 'message', { ...(signal && { signal }) }) as Promise<[Answered]>
    worker.postMessage(told)
    return (await answer)[0]
  }
  try {
    for await (const batch of texts) await tell({ texts: batch })
    const answer = await tell({ finish: true })
    if (!('model' in answer)) throw new TypeError('the fitting thread gave no model')
    return Buffer.from(answer.model)
  } finally {
    await worker.terminate()
  }
}

/** @throws {ModelRefused} */
export function fittedEmbedder(file: Buffer): FittedEmbedder {
  const model = decodeModel(file)
  return { id: model.id, dimensions: model.dimensions, fittedOn: model.fittedOn, embed: async (texts) => texts.map((text) => embed(model, text)) }
}
