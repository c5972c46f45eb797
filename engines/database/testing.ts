import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { readTestDatabaseUrl } from './config.ts'
import { startEmbeddedPostgres } from './embedded.ts'
import type { Database } from './port.ts'
import { openDatabase } from './postgres.ts'
import { provision } from './provision.ts'
import { testSecret } from './test-secret.ts'

export { readOutsideDatabaseUrl } from './config.ts'
export { testSecret } from './test-secret.ts'

/** Fresh databases for tests, one PostgreSQL for a whole test run; closed when the test file ends. */
export async function testDatabases<Name extends string>(...services: readonly Name[]): Promise<Record<Name, Database>> {
  const urls = await testUrls(...services)
  const databases = services.map((schema) => [schema, openDatabase({ url: urls[schema], schema, poolMax: 8, applicationName: `test ${schema}` })] as const)
  after(async () => { for (const [, database] of databases) await database.close() })
  return Object.fromEntries(databases) as Record<Name, Database>
}

/** One service's fresh database. */
export async function testDatabase(service = 'test'): Promise<Database> {
  const made = await testDatabases(service)
  return made[service] as Database
}

/** URLs of roles in a fresh database, for what opens its own connections. */
export async function testUrls<Name extends string>(...services: readonly Name[]): Promise<Record<Name, string>> {
  const admin = await testServer()
  const name = `t_${randomBytes(8).toString('hex')}`
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(admin)
  url.pathname = `/${name}`
  return (await provision({ adminUrl: url.href, services, secret: testSecret }))
}

/** Ends, from outside, what is connected under this name, as a restart of the server would; gives how many there were. */
export async function endConnections(applicationName: string): Promise<number> {
  const client = new pg.Client({ connectionString: await testServer() })
  await client.connect()
  const { rowCount } = await client.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [applicationName])
  await client.end()
  return rowCount ?? 0
}

let server: Promise<string> | undefined
let stopServer: (() => Promise<void>) | undefined
// When the whole file has ended, not the test that happened to ask first.
after(() => stopServer?.())

/** From now on this file's databases are made on that server instead of the run's own: for what has to hold on any. */
export function useServer(adminUrl: string): void {
  server = Promise.resolve(adminUrl)
}

/** The administrator's URL of the run's own server, or of one started for this file when it is run alone. */
export function testServer(): Promise<string> {
  server ??= start()
  return server
}

async function start(): Promise<string> {
  const given = readTestDatabaseUrl()
  if (given !== undefined) return given
  const folder = await mkdtemp(join(tmpdir(), 'octavo-test-'))
  const running = await startEmbeddedPostgres({ folder, secret: testSecret, durable: false, sharedBuffersMb: 64 })
  stopServer = async () => { await running.stop(); await rm(folder, { recursive: true, force: true }) }
  return running.adminUrl
}
