import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { quantise, type Embedder, type Text, type Vector } from './port.ts'

export interface EndpointOptions {
  /** Up to and without `/embeddings`, as `https://api.example.com/v1`. */
  readonly url: string
  readonly key: string | null
  readonly model: string
  /** Asked for of the endpoint, which must be able to give them; a multiple of 16. */
  readonly dimensions: number
  /** For one request. */
  readonly timeoutMs: number
}

const batch = 96
const mostLetters = 8_000
const tries = 4
const firstWaitMs = 500
const mostWaitMs = 30_000

const answer = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()) })) })

/**
 * An endpoint that speaks OpenAI's `POST /embeddings`, as many servers do. Too many requests and a server's own trouble are tried again
 * as its `Retry-After` says; anything else throws with the endpoint's words.
 */
export function endpointEmbedder(options: EndpointOptions): Embedder {
  return {
    id: `endpoint-${options.model}-${options.dimensions}`,
    dimensions: options.dimensions,
    async embed(texts) {
      const vectors = texts.map((): Vector => new Int8Array(options.dimensions))
      // An endpoint refuses an empty text; it has no direction.
      const asked = texts.flatMap((text, at) => { const words = wordsOf(text); return words === '' ? [] : [{ at, words }] })
      for (let from = 0; from < asked.length; from += batch) {
        const some = asked.slice(from, from + batch)
        const { data } = answer.parse(await post(options, some.map(({ words }) => words)))
        if (data.length !== some.length) throw new Error(`the embeddings endpoint gave ${data.length} vectors for ${some.length} texts`)
        for (const { index, embedding } of data) {
          const at = some[index]?.at
          if (at === undefined || embedding.length !== options.dimensions) throw new Error(`the embeddings endpoint gave ${embedding.length} dimensions at place ${index}; ${options.dimensions} are configured`)
          vectors[at] = quantise(embedding)
        }
      }
      return vectors
    },
  }
}

/** The weightiest words first: an endpoint has no weights, but reads the beginning with most attention. */
const wordsOf = (text: Text): string => text.toSorted((a, b) => b.weight - a.weight).map(({ words }) => words.trim()).filter((words) => words !== '').join('\n').slice(0, mostLetters)

async function post({ url, key, model, dimensions, timeoutMs }: EndpointOptions, input: readonly string[]): Promise<unknown> {
  for (let tried = 1; ; tried++) {
    const response = await fetch(`${url}/embeddings`, {
      method: 'POST', body: JSON.stringify({ model, input, dimensions, encoding_format: 'float' }), signal: AbortSignal.timeout(timeoutMs),
      headers: { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) },
    })
    if (response.ok) return await response.json()
    const words = (await response.text()).slice(0, 300)
    if (tried === tries || !(response.status === 429 || response.status >= 500)) throw new Error(`the embeddings endpoint answered ${response.status}: ${words}`)
    await pause(waitMs(response.headers.get('retry-after'), tried))
  }
}

function waitMs(retryAfter: string | null, tried: number): number {
  const told = Number(retryAfter ?? Number.NaN) * 1000
  return Math.min(Number.isFinite(told) && told >= 0 ? told : firstWaitMs * 2 ** (tried - 1), mostWaitMs)
}
