import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Figures } from './load.ts'

const file = fileURLToPath(new URL('RESULTS.md', import.meta.url))

/** Puts what one section measured in its place in RESULTS.md; the others stay as they are. */
export async function writeSection(name: string, title: string, command: string, body: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => '# What Octavo costs\n')
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const section = `${begin}\n## ${title}\n${body.trim()}\n\n${machine()}, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, \`${command}\`.\n${end}`
  const at = before.indexOf(begin)
  await writeFile(file, at < 0 ? `${before.trimEnd()}\n\n${section}\n` : before.slice(0, at) + section + before.slice(before.indexOf(end) + end.length))
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export const figuresHead = ['', 'requests/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms, server', 'CPU ms, Postgres', 'CPU ms in all', 'target', 'memory MB']

export const figuresRow = (one: Figures, target: string): string[] => [
  one.scenario, one.requestsPerSecond.toFixed(0), one.p50.toFixed(1), one.p95.toFixed(1), one.p99.toFixed(1), one.serverCpuMs.toFixed(3), one.postgresCpuMs.toFixed(3), (one.serverCpuMs + one.postgresCpuMs).toFixed(3), target, String(one.memoryMb),
]

function machine(): string {
  const [cpu] = cpus()
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8' }).trim()
  return `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB, ${process.platform}, Node ${process.versions.node}, commit ${commit}, load average ${loadavg()[0]?.toFixed(1)}`
}
