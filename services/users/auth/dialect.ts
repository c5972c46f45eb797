import { CompiledQuery, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type DatabaseConnection, type Dialect, type Driver, type QueryResult } from 'kysely'
import type { Database, Queryable } from '@octavo/database'

/** Lets a Kysely query run over the service's own database, so that the sign-in library shares its pool, role and time-outs. */
export function dialectOver(database: Database): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver(database),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

interface Connection extends DatabaseConnection {
  transaction?: { readonly on: Queryable; end(commit: boolean): Promise<void> }
}

class RolledBack extends Error {}

function driver(database: Database): Driver {
  return {
    init: async () => {},
    destroy: async () => {},
    releaseConnection: async () => {},
    async acquireConnection() {
      const connection: Connection = {
        async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
          const on = connection.transaction?.on ?? database
          if (/^\s*(select|with)\b|\breturning\b/i.test(sql)) return { rows: await on.rows<Row>(sql, parameters) }
          return { rows: [], numAffectedRows: BigInt(await on.run(sql, parameters)) }
        },
        streamQuery: () => { throw new TypeError('streaming is not needed here') },
      }
      return connection
    },
    // The port runs a transaction around a function; Kysely begins and ends one by calls. The function waits for the call that ends it.
    async beginTransaction(connection: Connection) {
      const { promise: ended, resolve, reject } = Promise.withResolvers<void>()
      const begun = Promise.withResolvers<Queryable>()
      let runs = 0
      const done = database.transaction(async (tx) => {
        // The statements came from outside and cannot come again: run a second time, it would commit nothing and say that it did.
        if (runs++ > 0) throw new Error('the transaction could not be committed')
        begun.resolve(tx)
        await ended
      })
      done.catch(begun.reject)
      const on = await begun.promise
      connection.transaction = {
        on,
        async end(commit) {
          delete connection.transaction
          if (commit) { resolve(); await done; return }
          reject(new RolledBack())
          await done.catch((error: unknown) => { if (!(error instanceof RolledBack)) throw error })
        },
      }
    },
    commitTransaction: async (connection: Connection) => { await connection.transaction?.end(true) },
    rollbackTransaction: async (connection: Connection) => { await connection.transaction?.end(false) },
  }
}
