/** So many of a hundred were no larger; sorts what it is given. */
export function quantiles(values: number[], shares: readonly number[]): number[] {
  values.sort((a, b) => a - b)
  return shares.map((share) => values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0)
}
