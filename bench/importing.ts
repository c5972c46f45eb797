import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { launchEnvironment } from './config.ts'
import { readMetrics, sumOf } from './metrics.ts'
import { memoryMbOfOne, memoryOf, usageOf } from './process-tree.ts'
import type { BenchShop } from './shop-process.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Imported {
  readonly read: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  /** Until the command ended, and until the last consumer had caught up. */
  readonly seconds: number
  readonly caughtUpSeconds: number
  /** The most that the shop's processes held meanwhile, its database included; the process alone that the services run in, before and meanwhile; and the command. */
  readonly shopPeakMb: number
  readonly serverBeforeMb: number
  readonly serverPeakMb: number
  readonly commandPeakMb: number
  /** What the shop's processes burned until the last consumer had caught up: its own, and its database's. */
  readonly serverCpuMs: number
  readonly postgresCpuMs: number
}

/** Looking through all processes of a machine costs it a little. */
const watchMs = 1000

/** Brings a file in by the operator's own command, with what is given for what it does not say, and waits until everybody has heard of it. */
export async function importFile(shop: BenchShop, file: string, format = 'csv', given: readonly string[] = ['--price', 'GBP:9.99', '--stock', '20']): Promise<Imported> {
  const from = performance.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'run/octavo.ts', 'import', format, file, ...given, '--json'], {
    cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...launchEnvironment, OCTAVO_HOME: shop.home },
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => { said += part })
  const { serverMb: serverBeforeMb } = memoryOf(shop.pid)
  const before = usageOf(shop.pid)
  let [shopPeakMb, serverPeakMb, commandPeakMb] = [0, 0, 0]
  const watching = setInterval(() => {
    const { allMb, serverMb } = memoryOf(shop.pid)
    shopPeakMb = Math.max(shopPeakMb, allMb)
    serverPeakMb = Math.max(serverPeakMb, serverMb)
    commandPeakMb = Math.max(commandPeakMb, memoryMbOfOne(child.pid ?? 0))
  }, watchMs)
  const [code] = (await once(child, 'close')) as [number | null]
  const seconds = (performance.now() - from) / 1000
  const caughtUp = await lastEffect(shop.home)
  clearInterval(watching)
  const after = usageOf(shop.pid)
  if (code !== 0) throw new Error(`the import ended with ${code}: ${said}`)
  const summary = JSON.parse(said.trim().split('\n').at(-1) ?? '') as Pick<Imported, 'read' | 'created' | 'updated' | 'unchanged' | 'rejected'>
  return { ...summary, seconds, caughtUpSeconds: Math.max(seconds, (caughtUp - from) / 1000), shopPeakMb, serverBeforeMb, serverPeakMb, commandPeakMb, serverCpuMs: after.serverCpuMs - before.serverCpuMs, postgresCpuMs: after.postgresCpuMs - before.postgresCpuMs }
}

/** When the last event had its effect: nothing waits, and for a second nothing more came. */
async function lastEffect(home: string): Promise<number> {
  let [last, effects] = [performance.now(), -1]
  for (;;) {
    const metrics = await readMetrics(home)
    const now = sumOf(metrics, 'octavo_events_delivered_total')
    if (now !== effects || sumOf(metrics, 'octavo_events_lag') > 0) [last, effects] = [performance.now(), now]
    else if (performance.now() - last > 1000) return last
    await pause(50)
  }
}
