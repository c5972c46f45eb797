import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { readTestDatabaseUrl } from './config.ts'
import { startEmbeddedPostgres } from './embedded.ts'
import type { Database } from './port.ts'
import { openDatabase } from './postgres.ts'
import { testSecret } from './test-secret.ts'
import { copyTemplate, type Tables } from './test-template.ts'

export { readOutsideDatabaseUrl } from './config.ts'
export { testSecret } from './test-secret.ts'

/** A fresh database for tests, with these tables in it, reached as each schema's role; closed when the test file ends. */
export async function testDatabases<Name extends string>(tables: Tables<Name>): Promise<Record<Name, Database>> {
  const urls = await testUrls(tables)
  const databases = Object.entries<string>(urls).map(([schema, url]) => [schema, openDatabase({ url, schema, poolMax: 8, applicationName: `test ${schema}` })] as const)
  after(async () => { for (const [, database] of databases) await database.close() })
  return Object.fromEntries(databases) as Record<Name, Database>
}

/** One service's fresh database. */
export async function testDatabase(service = 'test', tables: Tables<string>[string] = []): Promise<Database> {
  const made = await testDatabases({ [service]: tables })
  return made[service] as Database
}

/** URLs of roles in a fresh database, for what opens its own connections. */
export async function testUrls<Name extends string>(tables: Tables<Name>): Promise<Record<Name, string>> {
  return copyTemplate(await testServer(), tables)
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
