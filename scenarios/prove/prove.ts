import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '@octavo/database/embedded'
import { testSecret } from '@octavo/database/test-secret'
import { environmentWithServer } from '../config.ts'

const usage = `npm run prove -- explore [--schedules N] [--seed S]   the checkout's decisions against everything that may come in between
npm run prove -- planted [--only WORDS]                whether the tests notice bugs that are brought back on purpose
npm run prove -- races [--rounds N]                    what many want at the same moment, in one process and in several
npm run prove -- faults [--kills N] [--buyers N] [--seed S] [--sample] [--at POINT …]
                                                       every service in its own process, dying at each place where it may, under load
npm run prove -- all                                   all of them, as long as a night allows
`

interface Proof {
  readonly entry: string
  readonly nightly: readonly string[]
  /** Runs tests again and again, on one PostgreSQL that is started for all of them. */
  readonly ofTests?: true
}

/** Each proof is a program of its own beside what it proves; this only finds it. */
const proofs: Readonly<Record<string, Proof>> = {
  explore: { entry: 'services/orders/tests/exploration/main.ts', nightly: ['--schedules', '100000'] },
  planted: { entry: 'checks/planted/main.ts', nightly: [], ofTests: true },
  races: { entry: 'scenarios/prove/races/main.ts', nightly: ['--rounds', '20'] },
  faults: { entry: 'scenarios/prove/faults/main.ts', nightly: ['--kills', '200', '--buyers', '6'] },
}

const root = join(import.meta.dirname, '..', '..')
const [name = '', ...args] = process.argv.slice(2)
const known = Object.hasOwn(proofs, name) ? proofs[name] : undefined
if (!known && name !== 'all') {
  console.error(usage)
  process.exit(name === '' || name === 'help' || name === '--help' ? 0 : 2)
}
const wrong: string[] = []
for (const [each, proof] of Object.entries(proofs)) {
  if (name !== 'all' && name !== each) continue
  if (name === 'all') console.log(`\n=== ${each}`)
  if (await run(proof, name === 'all' ? proof.nightly : args) !== 0) wrong.push(each)
}
if (name === 'all') console.log(wrong.length === 0 ? '\nall proofs hold' : `\nbroken: ${wrong.join(', ')}`)
process.exit(wrong.length === 0 ? 0 : 1)

async function run({ entry, ofTests }: Proof, given: readonly string[]): Promise<number> {
  const server = ofTests && await testServer()
  try {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, entry), ...given], { cwd: root, stdio: 'inherit', ...(server && { env: environmentWithServer(server.adminUrl) }) })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
    const [code] = await once(child, 'exit') as [number | null]
    return code ?? 1
  } finally {
    await server?.stop()
  }
}

async function testServer(): Promise<{ readonly adminUrl: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-proof-'))
  const { adminUrl, stop } = await startEmbeddedPostgres({ folder, secret: testSecret, durable: false, maxConnections: 400 })
  return { adminUrl, async stop() { await stop(); await rm(folder, { recursive: true, force: true }) } }
}
