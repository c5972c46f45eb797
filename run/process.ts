import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { inPlainWords } from '@octavo/database/folder-words'

/**
 * By how much a heap may grow before it is swept, in percent of what lived after the last time. Left to itself it grows to four times that
 * and more before an import of a long file is swept behind for the first time.
 */
const heapGrowthPercent = 80

/** What has not stopped by then never will: what it waits for has gone with whoever started it. */
const longestStopMs = 30_000

/** Every so often it is looked whether there is garbage that nobody waits for: a start's, a demo's, an import's, a model's. */
const tidyingMs = 5_000
/** Less is not worth a sweep. */
const worthSweepingBytes = 24 * 1024 * 1024
/** A process that did more than this share of the time has something better to do. */
const idleShare = 0.05

/** Failures whose own words are all that somebody needs; others are shown whole. */
const plain = new Set(['BadConfig', 'FolderInUse', 'FolderUnusable', 'MigrationRefused', 'PortTaken'])

/**
 * Runs something until Ctrl-C, TERM, or the end of the process that started this one, then stops it. A second Ctrl-C ends it at once.
 * `main` gives how to stop.
 */
export function runProcess(main: (signal: AbortSignal) => Promise<() => Promise<void>>, home: string): void {
  setFlagsFromString(`--heap-growing-percent=${heapGrowthPercent}`)
  const ending = new AbortController()
  const over = new Promise<void>((resolve) => {
    let asked = 0
    const end = (): void => {
      asked += 1
      if (asked === 1) { ending.abort(); resolve(); setTimeout(() => process.exit(1), longestStopMs).unref() }
      // npm passes a terminal's Ctrl-C on a second time; a person needs longer.
      else if (Date.now() - first > 1000) process.exit(1)
      if (asked === 1) first = Date.now()
    }
    let first = 0
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
    process.once('disconnect', end)
  })
  main(ending.signal).then(async (stop) => {
    const tidying = tidyWhenIdle()
    await over
    clearInterval(tidying)
    await stop()
    process.exit(0)
  }).catch((error: unknown) => {
    tell(inPlainWords(error, home))
    process.exit(1)
  })
}

/** Gives back what was needed once and a shop that nobody visits would keep: up to half of its memory. A busy one sweeps by itself. */
function tidyWhenIdle(): NodeJS.Timeout {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  let swept = 0
  let before = performance.eventLoopUtilization()
  return setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, before)
    before = now
    if (utilization > idleShare || process.memoryUsage.rss() - swept < worthSweepingBytes) return
    collect()
    swept = process.memoryUsage.rss()
  }, tidyingMs).unref()
}

/** A failure as somebody should see it: in its own words when those are enough, else whole. */
export function tell(error: unknown): void {
  if (error instanceof Error && plain.has(error.name)) console.error(`\n${error.message}`)
  else console.error(error)
}
