import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { arrayLiteral } from './array-literal.ts'
import { listenerInside, listenerOf } from './listener.ts'
import { areApplied, migrate } from './migrations.ts'
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
  /** The server ends a statement by itself; what has not been heard of it this much later went the way of the connection. */
  readonly answerGraceMs?: number
  /** No other process uses this database: NOTIFY then stays in this one. */
  readonly alone?: boolean
  /** Told of connections that broke while idle. */
  readonly broke?: (error: Error) => void
}

const repeatable = new Set(['40001', '40P01'])

/** A pool that begins empty, opens connections as they are needed, and lets idle ones go after ten seconds. */
export function openDatabase({ url, schema, poolMax, applicationName, statementTimeoutMs = 30_000, idleInTransactionTimeoutMs = 10_000, answerGraceMs = 5_000, alone = false, broke = () => {} }: DatabaseOptions): Database {
  // One plan for all values, made when a connection first asks: the tables may be empty then, so it must not be one that reads them whole.
  const plans = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off'
  const settings = `-c search_path=${schema},extensions ${plans} -c statement_timeout=${statementTimeoutMs} -c idle_in_transaction_session_timeout=${idleInTransactionTimeoutMs}`
  // Probed after ten idle seconds: a machine that has gone is noticed before somebody asks it.
  const connection = { connectionString: url, application_name: applicationName, types: { getTypeParser }, options: settings, keepAlive: true, keepAliveInitialDelayMillis: 10_000 }
  const pool = new pg.Pool({ ...connection, query_timeout: statementTimeoutMs + answerGraceMs, min: 0, max: poolMax, idleTimeoutMillis: 10_000, connectionTimeoutMillis: 10_000, allowExitOnIdle: true })
  // A pool that is ended may hear its server go before its connections have.
  pool.on('error', (error) => { if (!pool.ending) broke(error) })
  const listener = listenerOf(connection)
  const inside = alone ? listenerInside(url) : undefined

  return {
    schema,
    ...queryable((text, values) => pool.query({ name: nameOf(text), text, values: given(values) })),
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
    listen: inside?.listen ?? listener.listen,
    async notify(channel, payload = '') {
      if (inside) return inside.notify(channel, payload)
      await pool.query({ name: 'notify', text: 'select pg_notify($1, $2)', values: [channel, payload] })
    },
    async migrate(migrations: readonly Migration[]) {
      // Most starts find everything done: seen over a connection that stays, without one of its own and a lock.
      if (!await areApplied(async (text, values) => (await pool.query<never>(text, values)).rows, schema, migrations)) await migrate(connection, schema, migrations)
    },
    async close() {
      await listener.release()
      await pool.end()
    },
  }
}

async function once<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>, options: TransactionOptions | undefined): Promise<T> {
  const client = await pool.connect()
  const wire = wireOf(client)
  const query = (text: string, values: readonly unknown[] | undefined) => {
    gather(wire)
    const answer = client.query({ name: nameOf(text), text, values: given(values) })
    last = answer
    return answer
  }
  let last: Promise<unknown> | undefined
  const after: (() => void)[] = []
  const unheard: Promise<unknown>[] = []
  let copying = 0
  let broken: Error | undefined
  const onError = (error: Error) => { broken = error }
  client.on('error', onError)
  try {
    // Nothing waits for BEGIN alone: what is asked before its answer travels with it.
    wire.pipeline = true
    gather(wire)
    const begun = client.query(beginText(options))
    begun.catch(() => {})
    const tx: Transaction = {
      ...queryable(query),
      send(text, values) {
        const answer = query(text, values)
        answer.catch(() => {})
        unheard.push(answer)
      },
      async copyIn(statement, source) {
        // Rows go out under their own statement's answer: nothing else may be on its way.
        await (last ?? begun).catch(() => {})
        copying += 1
        wire.pipeline = false
        try {
          const stream = client.query(copyFrom(statement))
          await pipeline(Readable.from(source), stream)
          return stream.rowCount ?? 0
        } finally {
          copying -= 1
          wire.pipeline = copying === 0
        }
      },
      afterCommit: (callback) => { after.push(callback) },
    }
    const result = await work(tx)
    gather(wire)
    const { command } = await client.query('commit')
    await begun
    // What failed inside a savepoint and was taken back does not count: then the commit succeeds.
    if (command === 'ROLLBACK') await Promise.all(unheard)
    if (command === 'ROLLBACK') throw new Error('the transaction was rolled back: one of its statements had failed and its error was swallowed')
    client.off('error', onError)
    wire.pipeline = false
    client.release(broken)
    for (const callback of after) callback()
    return result
  } catch (error) {
    const rolledBack = await client.query('rollback').then(() => true, () => false)
    client.off('error', onError)
    wire.pipeline = false
    client.release(rolledBack ? broken : true)
    throw error
  }
}

/** What the driver's client has beside its types: whether statements go out before the last one's answer came, and its connection. */
interface Wire {
  pipeline: boolean
  readonly connection: { readonly stream: Writable }
}
const wireOf = (client: pg.PoolClient): Wire => client

/** What is asked before this process turns to something else goes out in one packet. */
function gather({ connection: { stream } }: Wire): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
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

const given = (values: readonly unknown[] | undefined): unknown[] => values?.map((value) => (Array.isArray(value) ? arrayLiteral(value) ?? value : value)) as unknown[]

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
