import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Migration } from './port.ts'
import { openDatabase } from './postgres.ts'
import { provision, urlOf } from './provision.ts'
import { testSecret } from './test-secret.ts'

/** What stands in a test's database at its start: schemas by name, each with its role and its tables. */
export type Tables<Name extends string> = Readonly<Record<Name, readonly Migration[] | Promise<readonly Migration[]>>>

/**
 * A fresh database with these tables; gives the URL of each schema's role. It is a copy of files: the migrations run once a server for
 * all tests that begin with the same ones, which would else take most of the time of a test run.
 */
export async function copyTemplate<Name extends string>(adminUrl: string, tables: Tables<Name>): Promise<Record<Name, string>> {
  const wanted = await Promise.all(Object.entries<Tables<Name>[Name]>(tables).map(async ([schema, migrations]) => [schema, await migrations] as const))
  const template = `tables_${createHash('sha256').update(JSON.stringify(wanted)).digest('hex').slice(0, 16)}`
  const name = `t_${randomBytes(8).toString('hex')}`
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [template])
    const { rows: [there] } = await client.query<{ making: boolean }>('select datallowconn as making from pg_database where datname = $1', [template])
    // Whoever made it ended half way.
    if (there?.making) await client.query(`drop database ${template} with (force)`)
    if (!there || there.making) {
      await client.query(`create database ${template}`)
      await fill(at(adminUrl, template), wanted)
      await client.query(`alter database ${template} allow_connections false`)
    }
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [template])
    await client.query(`create database ${name} template ${template} strategy file_copy`)
  } finally {
    await client.end()
  }
  return Object.fromEntries(wanted.map(([schema]) => [schema, urlOf(at(adminUrl, name), schema, testSecret)])) as Record<Name, string>
}

async function fill(adminUrl: string, wanted: readonly (readonly [string, readonly Migration[]])[]): Promise<void> {
  const urls = await provision({ adminUrl, services: wanted.map(([schema]) => schema), secret: testSecret })
  for (const [schema, migrations] of wanted) {
    if (migrations.length === 0) continue
    const database = openDatabase({ url: urls[schema] ?? '', schema, poolMax: 1, applicationName: 'tables of tests' })
    try { await database.migrate(migrations) } finally { await database.close() }
  }
}

function at(adminUrl: string, database: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}
