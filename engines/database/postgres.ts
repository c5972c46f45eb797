import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { listenerOf } from './listener.ts'
import { migrate } from './migrations.ts'
import type { Database, Migration, Queryable, Transaction, TransactionOptions } from './port.ts'

export interface DatabaseOptions {
  /** With the service's own role in it. */
  readonly url: string
  readonly schema: string
  /** Connections at the most; see `connectionBudget`. More make contended work slower. */
  readonly poolMax: number
  readonly applicationName: string
  readonly statementTimeoutMs?: number
  readonly idleInTransactionTimeoutMs?: number
  /** Told of connections that broke while idle. */
  readonly broke?: (error: Error) => void
}

const repeatable = new Set(['40001', '40P01'])

/** A pool that begins empty, opens connections as they are needed, and lets idle ones go after ten seconds. */
export function openDatabase({ url, schema, poolMax, applicationName, statementTimeoutMs = 30_000, idleInTransactionTimeoutMs = 10_000, broke = () => {} }: DatabaseOptions): Database {
  const settings = `-c search_path=${schema},extensions -c statement_timeout=${statementTimeoutMs} -c idle_in_transaction_session_timeout=${idleInTransactionTimeoutMs}`
  const connection = { connectionString: url, application_name: applicationName, types: { getTypeParser }, options: settings }
  const pool = new pg.Pool({ ...connection, min: 0, max: poolMax, idleTimeoutMillis: 10_000, connectionTimeoutMillis: 10_000, allowExitOnIdle: true })
  pool.on('error', broke)
  const listener = listenerOf(connection)

  return {
    schema,
    ...queryable((text, values) => pool.query({ name: nameOf(text), text, values: values as unknown[] })),
    async transaction(work, options) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(pool, work, options)
        } catch (error) {
          if (attempt >= 4 || !repeatable.has((error as { code?: string }).code ?? '')) throw error
          await pause(5 * 2 ** attempt * (0.5 + Math.random()))
        }
      }
    },
    listen: listener.listen,
    async notify(channel, payload = '') { await pool.query({ name: 'notify', text: 'select pg_notify($1, $2)', values: [channel, payload] }) },
    migrate: (migrations: readonly Migration[]) => migrate(connection, schema, migrations),
    async close() {
      await listener.release()
      await pool.end()
    },
  }
}

async function once<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>, options: TransactionOptions | undefined): Promise<T> {
  const client = await pool.connect()
  const after: (() => void)[] = []
  let broken: Error | undefined
  const onError = (error: Error) => { broken = error }
  client.on('error', onError)
  try {
    // BEGIN needs no answer of its own before the first statement is queued behind it.
    const begun = client.query(beginText(options))
    begun.catch(() => {})
    const tx: Transaction = {
      ...queryable((text, values) => client.query({ name: nameOf(text), text, values: values as unknown[] })),
      async copyIn(statement, source) {
        const stream = client.query(copyFrom(statement))
        await pipeline(Readable.from(source), stream)
        return stream.rowCount ?? 0
      },
      afterCommit: (callback) => { after.push(callback) },
    }
    const result = await work(tx)
    await begun
    const { command } = await client.query('commit')
    if (command === 'ROLLBACK') throw new Error('the transaction was rolled back: one of its statements had failed and its error was swallowed')
    client.off('error', onError)
    client.release(broken)
    for (const callback of after) callback()
    return result
  } catch (error) {
    const rolledBack = await client.query('rollback').then(() => true, () => false)
    client.off('error', onError)
    client.release(rolledBack ? broken : true)
    throw error
  }
}

function beginText({ readOnly, isolation }: TransactionOptions = {}): string {
  return `begin${isolation ? ` isolation level ${isolation}` : ''}${readOnly ? ' read only' : ''}`
}

function queryable(query: (text: string, values: readonly unknown[] | undefined) => Promise<pg.QueryResult>): Queryable {
  return {
    rows: async <Row>(text: string, values?: readonly unknown[]) => (await query(text, values)).rows as Row[],
    async one<Row>(text: string, values?: readonly unknown[]) {
      const { rows } = await query(text, values)
      if (rows.length !== 1) throw new Error(`one row was expected and ${rows.length} came: ${text.slice(0, 200)}`)
      return rows[0] as Row
    },
    maybe: async <Row>(text: string, values?: readonly unknown[]) => (await query(text, values)).rows[0] as Row | undefined,
    run: async (text, values) => (await query(text, values)).rowCount ?? 0,
  }
}

/** Statements are prepared once a connection: planning a join costs more than running it. */
const names = new Map<string, string>()
function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = `s${names.size + 1}`
    names.set(text, name)
  }
  return name
}

const { builtins } = pg.types
const whole = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a whole number here`)
  return value
}
const asText = (text: string): string => text
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, whole],
  [builtins.DATE, asText],
  [builtins.NUMERIC, asText],
  // int8[] and date[]
  [1016, (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(whole))],
])
function getTypeParser(oid: number, format?: string): never {
  return (parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as never
}
