import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { freePort } from '@octavo/database/free-port'
import { environment } from '../config.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Started {
  readonly npm: ChildProcess
  /** Ctrl-C: everything in the terminal hears it. */
  interrupt(): void
  /** All it has said so far. */
  said(): string
  /** Done when it has said something that matches; throws when it ends before. */
  hears(words: RegExp): Promise<void>
  readonly ended: Promise<number | null>
  /** What it said when it ended by itself without opening; throws as soon as the shop opens, or when it ended well. */
  refused(): Promise<string>
  /** Every process that it began, itself included. */
  tree(): number[]
}

/** A place for a shop's data, gone after the tests, with a port that nobody has. */
export async function newHome(): Promise<{ home: string; port: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-start-'))
  after(() => rm(folder, { recursive: true, force: true }))
  return { home: join(folder, 'home'), port: await freePort(join(folder, 'port')) }
}

/** `npm start`, as somebody types it. */
export function npmStart({ home, port }: { home: string; port: number }, settings: Readonly<Record<string, string>> = {}): Started {
  const npm = spawn('npm', ['start'], { cwd: root, env: { ...environment, ...settings, OCTAVO_HOME: home, PORT: String(port), npm_config_loglevel: 'error' }, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let text = ''
  const heard = new Set<() => void>()
  for (const stream of [npm.stdout, npm.stderr]) stream.setEncoding('utf8').on('data', (part: string) => { text += part; for (const hear of heard) hear() })
  const ended = once(npm, 'close').then(([code]) => code as number | null)
  after(() => { for (const pid of treeOf(npm.pid ?? 0).toReversed()) try { process.kill(pid, 'SIGKILL') } catch { /* it has ended */ } })
  const started: Started = {
    npm, ended,
    interrupt: () => process.kill(-(npm.pid ?? 0), 'SIGINT'),
    said: () => text,
    tree: () => treeOf(npm.pid ?? 0),
    async hears(words) {
      if (words.test(text)) return
      await new Promise<void>((resolve, reject) => {
        const hear = (): void => { if (words.test(text)) { heard.delete(hear); resolve() } }
        heard.add(hear)
        ended.then(() => reject(new Error(`npm start ended:\n${text}`)), reject)
      })
    },
    async refused() {
      const opened = started.hears(/Octavo is open/).then(() => 'opened' as const, () => 'ended' as const)
      if (await opened === 'opened' || await ended === 0) throw new Error(`this start had to be refused, and was not:\n${text}`)
      return text
    },
  }
  return started
}

function treeOf(pid: number): number[] {
  const parents = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      parents.set(parent, [...parents.get(parent) ?? [], Number(name)])
    } catch { /* it ended meanwhile */ }
  }
  const found = [pid]
  for (const one of found) found.push(...parents.get(one) ?? [])
  return found
}

/** Those that still run; what has ended and was not yet buried does not. */
export const alive = (pids: readonly number[]): number[] => pids.filter((pid) => {
  try { return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')) } catch { return false }
})

/** Done when none of them runs. They end by signals they were sent; nothing tells of processes that are not our own. */
export async function gone(pids: readonly number[], withinMs = 20_000): Promise<void> {
  for (const giveUpAt = Date.now() + withinMs; ;) {
    const left = alive(pids)
    if (left.length === 0) return
    if (Date.now() > giveUpAt) throw new Error(`still alive: ${left.map((pid) => `${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').slice(0, 80)}`).join('; ')}`)
    await new Promise((soon) => setTimeout(soon, 50))
  }
}
