import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const usage = `npm run prove -- explore [--schedules N] [--seed S]   the checkout's decisions against everything that may come in between
npm run prove -- planted [--only WORDS]                whether the tests notice bugs that are brought back on purpose
npm run prove -- races [--rounds N]                    what many want at the same moment, in one process and in several
npm run prove -- faults [--kills N] [--buyers N]       every service in its own process, dying at each place where it may, under load
npm run prove -- all                                   all of them, as long as a night allows
`

interface Proof { readonly entry: string; readonly nightly: readonly string[] }

/** Each proof is a program of its own beside what it proves; this only finds it. */
const proofs: Readonly<Record<string, Proof>> = {
  explore: { entry: 'services/orders/tests/exploration/main.ts', nightly: ['--schedules', '100000'] },
  planted: { entry: 'checks/planted/main.ts', nightly: [] },
  races: { entry: 'scenarios/prove/races/main.ts', nightly: ['--rounds', '20'] },
  faults: { entry: 'scenarios/prove/faults/main.ts', nightly: ['--kills', '200'] },
}

const root = join(import.meta.dirname, '..', '..')
const [name = '', ...args] = process.argv.slice(2)
const proof = Object.hasOwn(proofs, name) ? proofs[name] : undefined
if (!proof && name !== 'all') {
  console.error(usage)
  process.exit(name === '' || name === 'help' || name === '--help' ? 0 : 2)
}
const wrong: string[] = []
for (const [each, { entry, nightly }] of Object.entries(proofs)) {
  if (name !== 'all' && name !== each) continue
  if (name === 'all') console.log(`\n=== ${each}`)
  if (await run(entry, name === 'all' ? nightly : args) !== 0) wrong.push(each)
}
if (name === 'all') console.log(wrong.length === 0 ? '\nall proofs hold' : `\nbroken: ${wrong.join(', ')}`)
process.exit(wrong.length === 0 ? 0 : 1)

async function run(entry: string, given: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, entry), ...given], { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const [code] = await once(child, 'exit') as [number | null]
  return code ?? 1
}
