/** Anything that can run a statement: a pool or a transaction. Values are positional ($1…). Every static text becomes a named prepared statement. */
export interface Queryable {
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Exactly one row; anything else is a bug and throws. */
  one<Row>(text: string, values?: readonly unknown[]): Promise<Row>
  /** The first row, or undefined. */
  maybe<Row>(text: string, values?: readonly unknown[]): Promise<Row | undefined>
  /** Runs it and gives the number of rows affected. */
  run(text: string, values?: readonly unknown[]): Promise<number>
}

export interface Transaction extends Queryable {
  /** Runs it without an answer: it travels with the next statement or COMMIT, and its failure ends the transaction. */
  send(text: string, values?: readonly unknown[]): void
  /** `COPY … FROM STDIN`, fed as it takes it; gives the number of rows. */
  copyIn(statement: string, source: AsyncIterable<string | Buffer>): Promise<number>
  /** Runs after COMMIT succeeded (to wake a relay, say); never after a rollback. */
  afterCommit(work: () => void): void
}

/** A service's own schema in some PostgreSQL from 15 on, reached as its own role. */
export interface Database extends Queryable {
  readonly schema: string
  /** Runs it again, up to three times, after a deadlock or a serialisation failure: the work must have no effect but by `tx`. */
  transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** LISTEN over the process's one listening connection. It comes back by itself, and then calls `heard('')`, so that the listener reads again. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
  notify(channel: string, payload?: string): Promise<void>
  /** Brings the schema to the newest migration, one process at a time. */
  migrate(migrations: readonly Migration[]): Promise<void>
  close(): Promise<void>
}

export interface TransactionOptions {
  readonly readOnly?: boolean
  readonly isolation?: 'repeatable read' | 'serializable'
}

/** A step of a schema. Its text is never changed once it has gone out; what follows expands before it contracts. */
export interface Migration {
  readonly number: number
  readonly name: string
  /** A first line `-- no-transaction` lets it hold what cannot run in one, such as `create index concurrently`. */
  readonly sql: string
}
