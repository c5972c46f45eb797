import { createHmac } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { binaries, initialise, runPostgres, type Running } from './embedded-process.ts'
import { freePort } from './free-port.ts'
import { FolderUnusable, inPlainWords } from './folder-words.ts'
import { hold, type Hold } from './folder-hold.ts'

export { FolderInUse } from './folder-hold.ts'
export { FolderUnusable } from './folder-words.ts'

export interface EmbeddedOptions {
  /** Everything stands below it: data, log, port. Made when it is not there. */
  readonly folder: string
  /** The superuser's password is derived from it. */
  readonly secret: string
  readonly maxConnections?: number
  readonly sharedBuffersMb?: number
  /** Off only where the data may be lost: in tests. */
  readonly durable?: boolean
  readonly step?: (words: string) => void
}

export interface EmbeddedPostgres {
  readonly adminUrl: string
  readonly port: number
  /** Ends it cleanly; done when its process has gone. */
  stop(): Promise<void>
}

const major = '18'

/**
 * Starts the PostgreSQL that ships with the packages: makes its data at first, recovers it after a crash, and ends with this process
 * however this ends (a watcher beside it hears a pipe close).
 * @throws {FolderInUse} naming the process that holds the folder
 * @throws {FolderUnusable} when the folder is full, read-only, not ours, or of another version
 */
export async function startEmbeddedPostgres({ folder, secret, maxConnections = 100, sharedBuffersMb = 128, durable = true, step = () => {} }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const data = join(folder, 'data')
  const password = createHmac('sha256', secret).update('database superuser').digest('hex')
  let held: Hold | undefined
  let running: Running | undefined
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    held = await hold(folder)
    const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined)
    if (version !== undefined && version.trim() !== major) throw new FolderUnusable(`${data} was made by PostgreSQL ${version.trim()}, and this is ${major}. Restore a backup into a fresh folder (see docs/operations).`)
    const paths = await binaries()
    if (version === undefined) {
      step('making the database')
      await rm(data, { recursive: true, force: true })
      const fresh = `${data}.new`
      await rm(fresh, { recursive: true, force: true })
      const passwordFile = join(folder, 'password.tmp')
      await writeFile(passwordFile, password, { mode: 0o600 })
      await initialise(paths, { data: fresh, passwordFile, log: join(folder, 'postgres.log'), durable })
      await rm(passwordFile, { force: true })
      await rename(fresh, data)
    }
    await chmod(data, 0o700).catch(() => {})
    const port = await freePort(join(folder, 'port'))
    const socket = await socketFolder(folder, port)
    step('starting the database')
    running = await runPostgres(paths, {
      data, port, log: join(folder, 'postgres.log'),
      settings: {
        listen_addresses: '127.0.0.1', unix_socket_directories: socket ?? '', max_connections: String(maxConnections), shared_buffers: `${sharedBuffersMb}MB`, max_wal_size: '2GB', jit: 'off',
        fsync: durable ? 'on' : 'off', synchronous_commit: durable ? 'on' : 'off', full_page_writes: durable ? 'on' : 'off', log_min_messages: 'warning', password_encryption: 'scram-sha-256',
        max_locks_per_transaction: '256', autovacuum_naptime: '30s', bgwriter_delay: '500ms', wal_writer_delay: '500ms', track_io_timing: 'off', timezone: 'UTC',
        // Passwords are made of 256 random bits, which no number of rounds makes harder to guess: rounds would only make connections dear.
        scram_iterations: '1',
        // What may be lost is short-lived: nobody restores it, copies it elsewhere, or reads it long enough to want it vacuumed.
        ...(!durable && { autovacuum: 'off', wal_level: 'minimal', max_wal_senders: '0' }),
      },
    })
    const adminUrl = `postgres://octavo:${password}@127.0.0.1:${port}/postgres${socket === undefined ? '' : `?host=${encodeURIComponent(socket)}`}`
    await answering(adminUrl, running)
    const { stop } = running
    const { release } = held
    return { adminUrl, port, async stop() { await stop(); await release() } }
  } catch (error) {
    await running?.stop().catch(() => {})
    await held?.release()
    throw inPlainWords(error, folder)
  }
}

/**
 * Where the database's socket stands: a statement through it costs half of what the loopback network takes of both sides. Undefined
 * where there are none, or the path is longer than the name of a socket may be; then it is reached by its port alone.
 */
async function socketFolder(folder: string, port: number): Promise<string | undefined> {
  const socket = join(folder, `.s.PGSQL.${port}`)
  if (process.platform === 'win32' || Buffer.byteLength(socket) > 100) return undefined
  // The folder is ours: what lies here is left from a database that was killed, whose number another process may have by now.
  for (const left of [socket, `${socket}.lock`]) await rm(left, { force: true })
  return folder
}

/** Waits until it takes connections: recovery after a crash may take its time. */
async function answering(url: string, running: Running): Promise<void> {
  for (let waited = 0; ; waited += 50) {
    if (running.ended()) throw new Error(`the database ended while it started:\n${await running.lastWords()}`)
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') throw new FolderUnusable(`The database does not know this shop's secret. Put back the secrets.json that was beside it (see docs/operations).`, { cause: error })
      if (waited > 120_000) throw error
      await client.end().catch(() => {})
      await pause(50)
    }
  }
}
