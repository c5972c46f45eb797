import { setTimeout as pause } from 'node:timers/promises'
import { memoryMbOf, usageOf } from './process-tree.ts'
import { Shopper } from './shopper.ts'

export interface Figures {
  readonly scenario: string
  readonly requestsPerSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Processor time of one request, milliseconds, with what it put off. */
  readonly serverCpuMs: number
  readonly postgresCpuMs: number
  readonly memoryMb: number
}

export type Step = (shopper: Shopper, nth: number) => Promise<void>

/** Loads a step over so many connections, waits until what it put off is done, and gives what one request took. Any failure throws. */
export async function load({ scenario, step, url, pid, connections, seconds }: { scenario: string; step: Step; url: string; pid: number; connections: number; seconds: number }): Promise<Figures> {
  await restingNow(pid)
  const idle = await idleCpuPerMs(pid)
  const shoppers = Array.from({ length: connections }, () => new Shopper(url))
  const times: number[] = []
  let measuring = false
  let stopped = false
  const work = Promise.all(shoppers.map(async (shopper, which) => {
    for (let nth = which * 7; !stopped; nth++) {
      const from = performance.now()
      await step(shopper, nth)
      if (measuring) times.push(performance.now() - from)
    }
  }))
  work.catch(() => { stopped = true })
  await pause(2000) // until it has warmed
  const before = usageOf(pid)
  const from = performance.now()
  measuring = true
  await pause(seconds * 1000)
  const elapsedMs = performance.now() - from
  const counted = times.length
  const memoryMb = memoryMbOf(pid)
  stopped = true
  await work
  for (const shopper of shoppers) shopper.close()
  const after = await quiet(pid, idle)
  const wholeMs = performance.now() - from
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    scenario, requestsPerSecond: (counted / elapsedMs) * 1000, p50: at(0.5), p95: at(0.95), p99: at(0.99), memoryMb,
    serverCpuMs: (after.serverCpuMs - before.serverCpuMs - idle.serverCpuMs * wholeMs) / times.length,
    postgresCpuMs: (after.postgresCpuMs - before.postgresCpuMs - idle.postgresCpuMs * wholeMs) / times.length,
  }
}

/** Once what an import or a start left to do is done: less than a tenth of a core for three seconds, waited for three minutes at most. */
async function restingNow(pid: number): Promise<void> {
  let last = usageOf(pid)
  for (let [waited, rested] = [0, 0]; waited < 180 && rested < 3; waited++) {
    await pause(1000)
    const now = usageOf(pid)
    rested = now.serverCpuMs + now.postgresCpuMs - last.serverCpuMs - last.postgresCpuMs < 100 ? rested + 1 : 0
    last = now
  }
}

async function idleCpuPerMs(pid: number): Promise<{ serverCpuMs: number; postgresCpuMs: number }> {
  const before = usageOf(pid)
  await pause(3000)
  const after = usageOf(pid)
  return { serverCpuMs: (after.serverCpuMs - before.serverCpuMs) / 3000, postgresCpuMs: (after.postgresCpuMs - before.postgresCpuMs) / 3000 }
}

/** Usage once the processes burn no more than when idle, after half a minute at most. */
async function quiet(pid: number, idle: { serverCpuMs: number; postgresCpuMs: number }): Promise<{ serverCpuMs: number; postgresCpuMs: number }> {
  let last = usageOf(pid)
  for (let waited = 0; waited < 30; waited++) {
    await pause(1000)
    const now = usageOf(pid)
    const burnt = now.serverCpuMs + now.postgresCpuMs - last.serverCpuMs - last.postgresCpuMs
    last = now
    if (burnt <= (idle.serverCpuMs + idle.postgresCpuMs) * 1000 + 20) break
  }
  return last
}
