import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { startEmbeddedPostgres } from '@octavo/database/embedded'
import { freePort } from '@octavo/database/free-port'
import { startSeparateShop, type SeparateShop } from '@octavo/run/separate'
import type { Stage } from '../../visitor.ts'
import { openStretch, type Stretch, type Weather } from './network.ts'
import { wordsOf, type Point } from './points.ts'

/** Every service in a process of its own, orders and payments in two, on a PostgreSQL that writes to the disk; and how to end any of it. */
export interface Ground {
  readonly shop: SeparateShop
  readonly stage: Stage
  readonly leaseSeconds: number
  readonly breaches: string[]
  /** Points at which a process died, and all deaths there were. */
  readonly killed: ReadonlySet<string>
  kills(): number
  /** Waits until a process has died there and another one stands in its place; false when none came by in time. */
  dieAt(point: Point, patienceMs: number): Promise<boolean>
  /** Sends every process of PostgreSQL away at once, by SIGKILL to the first of them, and starts it again on what it left behind. */
  crashDatabase(): Promise<void>
  /** The network between processes and what they call: `orders` and the other services, `cards`, `database`. */
  readonly stretches: readonly string[]
  turn(stretch: string, weather: Weather): void
  /** A process that runs; it may just be starting again. */
  pidOf(name: string): Promise<number>
  stop(): Promise<void>
}

export async function openGround(home: string, leaseSeconds: number): Promise<Ground> {
  const operatorToken = randomBytes(24).toString('hex')
  const breaches: string[] = []
  const killed = new Set<string>()
  let kills = 0
  let stopped = false
  let armed: string | undefined
  let replaced = (): void => {}

  const network = new Map<string, Stretch>()
  async function route(to: string, address: string): Promise<string> {
    const url = new URL(address)
    // A socket of the file system is no network.
    url.searchParams.delete('host')
    const stretch = network.get(to) ?? await openStretch(url.hostname, Number(url.port))
    network.set(to, stretch)
    url.port = String(stretch.port)
    return url.href.replace(/\/$/, '')
  }

  const startDatabase = () => startEmbeddedPostgres({ folder: join(home, 'database'), secret: operatorToken, maxConnections: 300 })
  let database = await startDatabase()
  let begun = false
  const shop = await startSeparateShop({
    pages: false, twice: ['orders', 'payments'], route,
    environment: {
      PATH: process.execPath, OCTAVO_HOME: join(home, 'shop'), PORT: String(await freePort(join(home, 'port'))), OCTAVO_DATABASE_URL: database.adminUrl, OCTAVO_OPERATOR_TOKEN: operatorToken,
      OCTAVO_RATE_LIMITS: 'off', OCTAVO_LOG_LEVEL: 'silent', OCTAVO_CHECKOUT_LEASE_SECONDS: String(leaseSeconds),
      OCTAVO_PROOF_FAULTS: home, NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'fail-points.ts')).href} --disable-warning=ExperimentalWarning`,
    },
    died: (name) => {
      // One that dies while the others begin fails the beginning, which says why.
      if (!begun || stopped) return
      kills += 1
      if (armed === undefined || !existsSync(markOf(armed))) breaches.push(`the process of ${name} ended by itself`)
      shop.start(name).catch((error: unknown) => { if (!stopped) breaches.push(`${name} does not start again: ${(error as Error).message}`) }).finally(() => replaced())
    },
  }).catch(async (error: unknown) => { await database.stop(); throw error })
  begun = true

  const markOf = (point: string): string => join(home, `killed-${point.replaceAll(/\W/g, '_')}`)
  const arm = (point: string | undefined): void => {
    armed = point
    writeFileSync(join(home, 'armed'), point ?? '')
  }

  return {
    shop, stage: { url: shop.url, operatorToken }, leaseSeconds, breaches, killed, kills: () => kills,
    async dieAt(point, patienceMs) {
      const words = wordsOf(point)
      rmSync(markOf(words), { force: true })
      const done = new Promise<true>((resolve) => { replaced = () => resolve(true) })
      arm(words)
      const late = new AbortController()
      const reached = await Promise.race([done, pause(patienceMs, false, { signal: late.signal }).catch(() => false)])
      late.abort()
      // Somebody may have come by in the last moment.
      if (!reached && existsSync(markOf(words))) await done
      if (existsSync(markOf(words))) killed.add(words)
      arm(undefined)
      return reached
    },
    async crashDatabase() {
      process.kill(Number(readFileSync(join(home, 'database', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
      await database.stop()
      database = await startDatabase()
    },
    stretches: [...network.keys()],
    turn: (stretch, weather) => network.get(stretch)?.turn(weather),
    async pidOf(name) {
      for (let tries = 0; ; tries++) {
        try { return shop.pidOf(name) } catch (error) { if (tries > 600) throw error }
        await pause(100)
      }
    },
    async stop() {
      stopped = true
      await shop.stop()
      for (const stretch of network.values()) stretch.close()
      await database.stop()
    },
  }
}
