import type { Hit, SearchAnswer } from '@octavo/search-index'
import type { Meant } from '../semantic/space.ts'
import { askedOf, featuresOf, type Features } from './features.ts'
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
  /** These have all the words. */
  readonly complete: ReadonlySet<string>
  readonly meant: Meant | undefined
}

/** Orders the best hits by the ranker; what comes after them stays as the engine has it. */
export function rerank(answer: SearchAnswer, { query, words, languages, year, currency, boosted, complete, meant }: Asked, ranker = handSet): { ids: string[]; placed: ReadonlyMap<string, Placed> } {
  const context = { asked: askedOf(query, words, languages), bestScore: Math.max(0, ...answer.scores.slice(0, answer.hits.length)), year, currency, boosted, semantic: likeness(answer, meant) }
  const placed = answer.hits.map((hit, at): Placed => {
    const features = featuresOf(hit, answer.scores[at] ?? 0, complete.has(hit.product.id), context)
    return { hit, features, ...ranker.rank(features) }
  }).sort((a, b) => b.score - a.score)
  return { ids: [...placed.map(({ hit }) => hit.product.id), ...answer.ids.slice(answer.hits.length)], placed: new Map(placed.map((one) => [one.hit.product.id, one])) }
}

/** Cosines between the farthest and the nearest of the hits as 0 to 1, so that they may be added to scores of other scales. */
function likeness({ hits }: SearchAnswer, meant: Meant | undefined): ReadonlyMap<string, number> {
  if (!meant) return new Map()
  const ids = hits.map(({ product }) => product.id)
  const cosines = meant.cosines(ids)
  const [least, most] = [Math.min(...cosines), Math.max(...cosines)]
  return new Map(ids.map((id, at) => [id, most > least ? meant.evidence * ((cosines[at] as number) - least) / (most - least) : 0]))
}

/** When another order was wished for. */
export const unplaced: ReadonlyMap<string, Placed> = new Map()
