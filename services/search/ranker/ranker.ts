import type { FeatureName, Features } from './features.ts'

export interface Ranked {
  readonly score: number
  /** What each feature gave to it. */
  readonly shares: Readonly<Partial<Record<FeatureName, number>>>
}

/** Gives what was found a place: the higher the score, the earlier. A learned model takes this place with the same features. */
export interface Ranker {
  readonly name: string
  rank(features: Features): Ranked
}

/** Hand-set weights over the features. */
export function linearRanker(name: string, weights: Readonly<Record<FeatureName, number>>): Ranker {
  const given = Object.entries(weights) as [FeatureName, number][]
  return {
    name,
    rank(features) {
      const shares: Partial<Record<FeatureName, number>> = {}
      let score = 0
      for (const [feature, weight] of given) {
        const part = weight * features[feature]
        if (part !== 0) shares[feature] = part
        score += part
      }
      return { score, shares }
    },
  }
}

/** Words and meaning about alike; an exact title before everything; what people like and what can be had decide between equals. */
export const handSet = linearRanker('linear-2', {
  text: 0.8, semantic: 0.8, complete: 0.2, titleExact: 0.8, titleBegins: 0.15, titleCovered: 0.15, queryInTitle: 0.4, queryInNames: 0.2, queryInSeries: 0.15,
  popularity: 0.12, rating: 0.03, recency: 0.02, inStock: 0.08, priced: 0.05, boosted: 0.3,
})
