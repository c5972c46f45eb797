import { glob, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { run } from 'node:test'
import { startEmbeddedPostgres } from '@octavo/database/embedded'
import { readTestDatabaseUrl, testSecret } from '@octavo/database/test-secret'
import { environment } from './config.ts'
import { runProcess } from './process.ts'
import { report, type Totals } from './test-report.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * What is run: everything that needs no outside engine; `--fast` leaves out what starts whole shops; a lane runs only the files of its
 * ending, such as `buying.browser.test.ts`, and fails when there are none or when they are skipped; `--only` runs the tests of a name.
 */
const lanes = ['outside', 'opensearch', 'browser', 'newcomer', 'onix', 'stripe'] as const
const { values, positionals } = parseArgs({ options: { fast: { type: 'boolean', default: false }, lane: { type: 'string' }, only: { type: 'string', multiple: true } }, allowPositionals: true })

runProcess(async (ending) => {
  const files = (await chosen()).sort()
  if (files.length === 0) throw new Error(`no tests are found for ${values.lane ? `the lane ${values.lane}` : positionals.join(' ')}`)
  const server = await testServer()
  try {
    const totals = await report(run({ files, concurrency: 4, isolation: 'process', signal: ending, timeout: 600_000, ...(values.only && { testNamePatterns: values.only.map((name) => new RegExp(name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))) }), env: { ...environment, OCTAVO_TEST_DATABASE_URL: server.adminUrl } }), root)
    if (values.lane && totals.skipped > 0) fail(totals, `${totals.skipped} of the lane's tests could not run`)
    console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
    await server.stop()
    process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0)
  } catch (error) {
    await server.stop()
    throw error
  }
}, tmpdir())

/** The PostgreSQL of the whole run: one that stands already where many runs follow each other, else one of its own. */
async function testServer(): Promise<{ readonly adminUrl: string; stop(): Promise<void> }> {
  const given = readTestDatabaseUrl()
  if (given !== undefined) return { adminUrl: given, async stop() {} }
  const folder = await mkdtemp(join(tmpdir(), 'octavo-tests-'))
  const { adminUrl, stop } = await startEmbeddedPostgres({ folder, secret: testSecret, durable: false, maxConnections: 400 })
  return { adminUrl, async stop() { await stop(); await rm(folder, { recursive: true, force: true }) } }
}

function fail(totals: Totals, words: string): void {
  console.error(words)
  totals.failed += totals.skipped
}

async function chosen(): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob('{foundation,engines,services,gateway,web,client,stand-ins,demo-shop,run,scenarios,bench,checks}/**/*.test.ts', { cwd: root, exclude: (name) => name === 'node_modules' })) found.push(file)
  const laneOf = (file: string): string | undefined => lanes.find((lane) => file.endsWith(`.${lane}.test.ts`))
  const wanted = positionals.map((path) => relative(root, join(root, path)))
  return found
    .filter((file) => laneOf(file) === values.lane)
    .filter((file) => !values.fast || !(file.startsWith('scenarios/') || file.endsWith('.whole.test.ts')))
    .filter((file) => wanted.length === 0 || wanted.some((path) => file.startsWith(path)))
    .map((file) => join(root, file))
}
