import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Planted } from './planted.ts'

/** Runs the guards of these bugs in a copy; gives those that were red, each with its words. A guard that did not run counts for nothing. */
export async function guardsRefuse(folder: string, planted: readonly Planted[], schedules: number): Promise<string[]> {
  const red: string[] = []
  if (planted.some(({ guard }) => guard === 'explore')) {
    const said = await run(folder, ['services/orders/tests/exploration/main.ts', '--drawn', '--schedules', String(schedules), '--seed', '20261126'])
    const breach = /^Breach: .*|^TypeError: .*/m.exec(said)?.[0]
    if (breach !== undefined) red.push(breach)
    else if (!/0 breaches$/m.test(said)) throw new Error(`the exploration did not run: ${said.slice(-2000)}`)
  }
  const tests = new Map<string, Set<string>>()
  for (const { guard } of planted) if (guard !== 'explore') tests.set(guard.file, (tests.get(guard.file) ?? new Set()).add(guard.test))
  for (const [file, names] of tests) {
    const said = await run(folder, ['run/test.ts', file, ...[...names].flatMap((name) => ['--only', name])])
    const sum = /^(\d+) passed, (\d+) failed$/m.exec(said)
    if (!sum || Number(sum[1]) + Number(sum[2]) < names.size) throw new Error(`not all guards of ${file} ran: ${said.slice(-2000)}`)
    red.push(...[...names].filter((name) => said.includes(`✗ ${file} · ${name}`)))
  }
  return red
}

async function run(folder: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString() })
  await once(child, 'close')
  return said
}
