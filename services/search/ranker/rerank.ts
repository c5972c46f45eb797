import type { Hit, SearchAnswer } from '@octavo/search-index'
import { wordsOf } from '@octavo/search-index/analysis'
import { featuresOf, type Features } from './features.ts'
import { handSet, type Ranked } from './ranker.ts'

/** A hit with why it stands where it stands. */
export interface Placed extends Ranked {
  readonly hit: Hit
  readonly features: Features
}

interface Asked {
  readonly query: string
  readonly words: readonly string[]
  readonly languages: readonly string[]
  readonly year: number
  readonly currency: string
  readonly boosted: ReadonlySet<string>
  /** So many of the hits, the first, have all the words. */
  readonly complete: number
}

/** Orders the best hits by the ranker; what comes after them stays as the engine has it. */
export function rerank(answer: SearchAnswer, { query, words, languages, year, currency, boosted, complete }: Asked, ranker = handSet): { ids: string[]; placed: ReadonlyMap<string, Placed> } {
  const context = { asked: { typed: wordsOf(query), words, languages }, bestScore: Math.max(0, ...answer.scores.slice(0, answer.hits.length)), year, currency, boosted }
  const placed = answer.hits.map((hit, at): Placed => {
    const features = featuresOf(hit, answer.scores[at] ?? 0, at < complete, context)
    return { hit, features, ...ranker.rank(features) }
  }).sort((a, b) => b.score - a.score)
  return { ids: [...placed.map(({ hit }) => hit.product.id), ...answer.ids.slice(answer.hits.length)], placed: new Map(placed.map((one) => [one.hit.product.id, one])) }
}

/** When another order was wished for. */
export const unplaced: ReadonlyMap<string, Placed> = new Map()
