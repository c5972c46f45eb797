/** How good each document is for a query, by its id; what is not there was not judged and counts as worthless. */
export type Grades = ReadonlyMap<string, number>

/** What a grade is worth in the task of the Amazon ESCI shopping queries: exact, substitute, complement, irrelevant. */
export const esciGain = (grade: number): number => [0, 0.01, 0.1, 1][grade] ?? 0

/** Normalised discounted cumulative gain of the first `depth`, against the best order of all judged documents. 0 when nothing is worth anything. */
export function ndcg(ranked: readonly string[], grades: Grades, gain: (grade: number) => number, depth = Infinity): number {
  const dcg = (gains: readonly number[]): number => gains.slice(0, depth).reduce((sum, one, place) => sum + one / Math.log2(place + 2), 0)
  const ideal = dcg([...grades.values()].map(gain).sort((a, b) => b - a))
  return ideal === 0 ? 0 : dcg(ranked.map((id) => gain(grades.get(id) ?? 0))) / ideal
}

/** The judged documents alone, in the order of the ranking. Those that it does not name come last, the worst of them first, so that nothing is won by leaving out. */
export function judgedOrder(ranked: readonly string[], grades: Grades): string[] {
  const named = new Set(ranked)
  const left = [...grades].filter(([id]) => !named.has(id)).sort(([, a], [, b]) => a - b).map(([id]) => id)
  return [...ranked.filter((id) => grades.has(id)), ...left]
}

/** Which share of the relevant is among the first `depth`. */
export function recall(ranked: readonly string[], relevant: ReadonlySet<string>, depth: number): number {
  return ranked.slice(0, depth).filter((id) => relevant.has(id)).length / relevant.size
}

/** One over the place of the first that is relevant; 0 when there is none. */
export function reciprocalRank(ranked: readonly string[], relevant: ReadonlySet<string>): number {
  const place = ranked.findIndex((id) => relevant.has(id))
  return place < 0 ? 0 : 1 / (place + 1)
}

export interface Interval { readonly mean: number; readonly low: number; readonly high: number }

const resamples = 4_000

/** The mean and its 95 % interval, by drawing the queries anew (percentile bootstrap: Efron and Tibshirani, 1993). */
export function interval(values: readonly number[], random: () => number): Interval {
  const means = Array.from({ length: resamples }, () => mean(values.map(() => values[Math.floor(random() * values.length)] as number))).sort((a, b) => a - b)
  return { mean: mean(values), low: means[Math.floor(resamples * 0.025)] as number, high: means[Math.floor(resamples * 0.975)] as number }
}

export const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
