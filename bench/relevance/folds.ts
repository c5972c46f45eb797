import { mean, type Grades } from './measures.ts'

/** What may be shown for a query, in the order that it was found in, with what a ranker is given of each. */
export interface Judged {
  readonly grades: Grades
  readonly candidates: readonly { readonly id: string; readonly features: Readonly<Record<string, number>> }[]
}

export type Weights = Readonly<Record<string, number>>

const folds = 5
const depth = 10
/** What a weight may be; the score of the words has the first of all and keeps it. */
const steps = [0, 0.05, 0.1, 0.2, 0.4, 0.8, 1.2]
const rounds = 3

/**
 * nDCG@10 of each query, ranked by weights that were chosen on the other four fifths of the queries: from the words' score alone, a weight
 * at a time, whichever value is best (coordinate ascent: Metzler and Croft, 2007). The queries come in any order, not in a meaningful one.
 */
export function heldOut(judged: readonly Judged[], names: readonly string[], gain: (grade: number) => number): number[] {
  const tables = judged.map((one) => tableOf(one, names, gain))
  const found = judged.map(() => 0)
  for (let fold = 0; fold < folds; fold++) {
    const weights = chosenOn(tables.filter((_, at) => at % folds !== fold), names)
    for (let at = fold; at < tables.length; at += folds) found[at] = ndcgBy(tables[at] as Table, weights)
  }
  return found
}

function chosenOn(tables: readonly Table[], names: readonly string[]): Float64Array {
  const weights = Float64Array.from(names, (name) => (name === 'text' ? 1 : 0))
  const good = (): number => mean(tables.map((table) => ndcgBy(table, weights)))
  let best = good()
  for (let round = 0; round < rounds; round++) {
    for (const [at, name] of names.entries()) {
      if (name === 'text') continue
      let kept = weights[at] as number
      for (const step of steps) {
        weights[at] = step
        const now = good()
        if (now > best + 1e-9) { best = now; kept = step }
      }
      weights[at] = kept
    }
  }
  return weights
}

interface Table {
  /** A row of features each candidate. */
  readonly features: Float64Array
  readonly gains: readonly number[]
  /** The best that could be. */
  readonly ideal: number
}

function tableOf({ grades, candidates }: Judged, names: readonly string[], gain: (grade: number) => number): Table {
  const best = [...grades.values()].map(gain).sort((a, b) => b - a)
  return { features: Float64Array.from(candidates.flatMap(({ features }) => names.map((name) => features[name] ?? 0))), gains: candidates.map(({ id }) => gain(grades.get(id) ?? 0)), ideal: dcg(best) }
}

function ndcgBy({ features, gains, ideal }: Table, weights: Float64Array): number {
  if (ideal === 0) return 0
  const scores = gains.map((_, row) => { let score = 0; for (let at = 0; at < weights.length; at++) score += (weights[at] as number) * (features[row * weights.length + at] as number); return score })
  const order = scores.map((_, row) => row).sort((a, b) => (scores[b] as number) - (scores[a] as number))
  return dcg(order.slice(0, depth).map((row) => gains[row] as number)) / ideal
}

const dcg = (gains: readonly number[]): number => gains.slice(0, depth).reduce((sum, one, place) => sum + one / Math.log2(place + 2), 0)
