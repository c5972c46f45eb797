import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { launchEnvironment } from './config.ts'

export interface BenchShop {
  readonly url: string
  readonly pid: number
  readonly home: string
  readonly operatorToken: string
  readonly port: number
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('..', import.meta.url))

export interface BenchShopOptions {
  readonly home: string
  readonly port: number
  readonly edgeCache: boolean
  readonly demo?: boolean
  /** Every service in a process of its own. */
  readonly separate?: boolean
}

/** Starts the shop the way anybody does, by its one command, and waits until it is ready. */
export async function startBenchShop({ home, port, edgeCache, demo = false, separate = false }: BenchShopOptions): Promise<BenchShop> {
  const operatorToken = randomBytes(24).toString('hex')
  const child = spawn('npm', ['run', '--silent', separate ? 'separate' : 'start'], {
    cwd: root, stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...launchEnvironment, PORT: String(port), OCTAVO_HOME: home, OCTAVO_DEMO: demo ? 'books' : 'none', OCTAVO_OPERATOR_TOKEN: operatorToken, OCTAVO_RATE_LIMITS: 'off', OCTAVO_EDGE_CACHE: edgeCache ? 'on' : 'off' },
  })
  child.stdout.resume()
  const url = `http://127.0.0.1:${port}`
  await ready(url, child)
  return {
    url, pid: child.pid ?? 0, home, operatorToken, port,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      // npm may be gone before the shop is: the next one on this port is not to be taken for it.
      while (await fetch(`${url}/health/live`).then(() => true, () => false)) await pause(100)
    },
  }
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the shop ended while it started (${child.exitCode})`)
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    await pause(100)
  }
}
