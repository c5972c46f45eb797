import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { launchEnvironment } from './config.ts'

/** Clones this repository, starts it by its one command, and gives the seconds until the first page and the packages that were installed. */
export async function newcomer(port: number): Promise<{ seconds: number; packages: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-newcomer-'))
  try {
    execFileSync('git', ['clone', '--quiet', fileURLToPath(new URL('..', import.meta.url)), folder])
    const from = performance.now()
    const child = spawn('npm', ['start', '--silent'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], env: { ...launchEnvironment, PORT: String(port) } })
    try {
      for (;;) {
        if (child.exitCode !== null) throw new Error(`the shop ended while it started (${child.exitCode})`)
        const page = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
        if (page?.ok) break
        await pause(100)
      }
      const seconds = (performance.now() - from) / 1000
      const { packages } = JSON.parse(await readFile(join(folder, 'node_modules', '.package-lock.json'), 'utf8')) as { packages: Record<string, { link?: boolean }> }
      return { seconds, packages: Object.entries(packages).filter(([path, { link }]) => path.startsWith('node_modules/') && !link).length }
    } finally {
      const gone = child.exitCode === null ? once(child, 'exit') : undefined
      child.kill('SIGTERM')
      await gone
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }
}
