import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The shop's own figures as they are scraped: each line's name with its labels, and its value. */
export async function readMetrics(home: string): Promise<Map<string, number>> {
  const port = (await readFile(join(home, 'ports', 'metrics'), 'utf8')).trim()
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return new Map(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const at = line.lastIndexOf(' ')
    return [line.slice(0, at), Number(line.slice(at + 1))]
  }))
}

/** Sum of a metric over its labels. */
export const sumOf = (metrics: Map<string, number>, name: string): number => [...metrics].reduce((sum, [line, value]) => (line === name || line.startsWith(`${name}{`) ? sum + value : sum), 0)

/**
 * Quantiles of a histogram over all its labels, of what was observed between two readings: in milliseconds, drawn straight through the
 * bucket they fall into.
 */
export function quantilesMs(before: Map<string, number>, after: Map<string, number>, name: string, shares: readonly number[]): number[] {
  const buckets = new Map<number, number>()
  for (const [line, value] of after) {
    const le = line.startsWith(`${name}_bucket{`) ? /le="([^"]+)"/.exec(line)?.[1] : undefined
    if (le !== undefined) buckets.set(Number(le === '+Inf' ? Infinity : le), (buckets.get(Number(le === '+Inf' ? Infinity : le)) ?? 0) + value - (before.get(line) ?? 0))
  }
  const sorted = [...buckets].sort(([a], [b]) => a - b)
  const total = sorted.at(-1)?.[1] ?? 0
  return shares.map((share) => {
    let [low, below] = [0, 0]
    for (const [high, count] of sorted) {
      if (count >= total * share) return 1000 * (high === Infinity ? low : low + (high - low) * ((total * share - below) / Math.max(count - below, 1)))
      ;[low, below] = [high, count]
    }
    return 0
  })
}
