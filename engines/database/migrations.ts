import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Migration } from './port.ts'

/** The schema in the database and the one in the code cannot be brought together. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused'
}

/** Reads `0001-name.sql` and so on out of a folder, in order. */
export async function loadMigrations(folder: URL): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(files.map(async (file) => {
    const [, number, name] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? []
    if (!number || !name) throw new TypeError(`a migration is called 0001-name.sql, not ${file}`)
    return { number: Number(number), name, sql: await readFile(new URL(file, folder), 'utf8') }
  }))
}

interface Applied { readonly number: number; readonly name: string; readonly checksum: string }
type Ask = <Row>(text: string, values?: unknown[]) => Promise<Row[]>

/** Whether these migrations have been applied, and no others. */
export async function areApplied(ask: Ask, schema: string, migrations: readonly Migration[]): Promise<boolean> {
  const applied = await readApplied(ask, schema)
  return applied !== undefined && applied.length === migrations.length && applied.every(({ number, checksum }) => migrations.some((one) => one.number === number && checksumOf(one) === checksum))
}

/** Undefined where nothing ever was. */
async function readApplied(ask: Ask, schema: string): Promise<Applied[] | undefined> {
  const [there] = await ask<{ found: string | null }>('select to_regclass($1)::text as found', [`${schema}.schema_migration`])
  return there?.found ? ask<Applied>('select number, name, checksum from schema_migration order by number') : undefined
}

/**
 * Applies what is missing, in order, each in a transaction of its own, while an advisory lock keeps other processes waiting.
 * @throws {MigrationRefused} when an applied text was changed, or the database is newer than this code
 */
export async function migrate(connection: pg.ClientConfig, schema: string, migrations: readonly Migration[]): Promise<void> {
  const wanted = migrations.toSorted((a, b) => a.number - b.number)
  const twice = wanted.find((one, at) => wanted[at + 1]?.number === one.number)
  if (twice) throw new MigrationRefused(`${schema}: two migrations have the number ${twice.number}`)
  const client = new pg.Client({ ...connection, statement_timeout: 0 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`octavo migrations ${schema}`])
    const known = await readApplied(async (text, values) => (await client.query<never>(text, values)).rows, schema)
    if (!known) await client.query('create table schema_migration (number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())')
    const applied = known ?? []
    for (const { number, name, checksum } of applied) {
      const ours = wanted.find((one) => one.number === number)
      if (!ours) throw new MigrationRefused(`The database's schema ${schema} is newer than this version of Octavo: it has migration ${number} (${name}). Start the newer version, or restore a backup.`)
      if (checksumOf(ours) !== checksum) throw new MigrationRefused(`Migration ${number} (${ours.name}) of ${schema} was changed after it had been applied. Put its text back and write a new one.`)
    }
    const done = new Set(applied.map(({ number }) => number))
    for (const one of wanted) if (!done.has(one.number)) await apply(client, one)
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const { number, name, sql } = migration
  const record = { text: 'insert into schema_migration (number, name, checksum) values ($1, $2, $3)', values: [number, name, checksumOf(migration)] }
  if (sql.startsWith('-- no-transaction')) {
    await client.query(sql)
    await client.query(record)
    return
  }
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query(record)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new Error(`migration ${number} (${name}) failed: ${(error as Error).message}`, { cause: error })
  }
}

const checksumOf = ({ sql }: Migration): string => createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
