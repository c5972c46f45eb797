import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { launchEnvironment } from './config.ts'
import { table } from './results.ts'

type Line = { readonly filled: number; readonly perSecond: number; readonly perCpuSecond: number } | { readonly kind: string; readonly callers: number; readonly queries: number; readonly p50Ms: number; readonly p95Ms: number; readonly cpuMs: number; readonly memoryMb: number }

export interface IndexOptions {
  readonly sizes: readonly number[]
  readonly seconds: number
  /** Of an outside engine; the embedded one when not given. */
  readonly openSearchUrl: string | undefined
}

/**
 * An index alone at each size, by the program that stands beside its tests: how many products a second are put, and what a query of each
 * kind takes. Gives two tables, and how much dearer the last size is than the one before.
 */
export async function indexAtSize({ sizes, seconds, openSearchUrl }: IndexOptions): Promise<string> {
  const put: string[][] = []
  const asked: string[][] = []
  const costs = new Map<string, number[]>()
  for (const products of sizes) {
    const program = join(import.meta.dirname, '../engines/search-index/tests/at-size.ts')
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, '--products', String(products), '--seconds', String(seconds), ...(openSearchUrl === undefined ? [] : ['--opensearch', openSearchUrl])], { stdio: ['ignore', 'pipe', 'inherit'], env: launchEnvironment })
    for await (const text of createInterface(child.stdout)) {
      const line = JSON.parse(text) as Line
      console.log(`  ${products}: ${text}`)
      if ('filled' in line) put.push([String(line.filled), line.perSecond.toFixed(0), line.perCpuSecond.toFixed(0), '≥ 3,000/s'])
      else {
        asked.push([`${line.kind}, ${products}`, String(line.callers), line.p50Ms.toFixed(1), line.p95Ms.toFixed(1), line.cpuMs.toFixed(2), line.memoryMb.toFixed(0)])
        if (line.callers === 1) costs.set(line.kind, [...costs.get(line.kind) ?? [], openSearchUrl === undefined ? line.cpuMs : line.p50Ms])
      }
    }
    if (child.exitCode === null) await once(child, 'exit')
    if (child.exitCode !== 0) throw new Error(`the index of ${products} ended with ${child.exitCode}`)
  }
  const growth = [...costs].map(([kind, each]) => [kind, ...each.map((cost) => cost.toFixed(2)), ((each.at(-1) ?? NaN) / (each.at(-2) ?? NaN)).toFixed(1)])
  return [
    table(['products', 'put a second', 'a second of processor time', 'target'], put),
    table(['', 'callers', 'p50 ms', 'p95 ms', openSearchUrl === undefined ? 'CPU ms' : 'CPU ms, of the caller alone', 'memory MB'], asked),
    ...(sizes.length > 1 ? [`${openSearchUrl === undefined ? 'CPU ms' : 'p50 ms'} of one caller, and the last, times the one before (target ≤ 3):\n\n${table(['', ...sizes.map(String), 'times'], growth)}`] : []),
  ].join('\n\n')
}
