import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A living process of this machine has the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

export interface Hold { release(): Promise<void> }
interface Holder { readonly pid: number; readonly began: string; readonly since: string }

/**
 * Takes a folder for this process. A holder that died leaves its note behind: it is told from a living one by its process id and,
 * where the system tells it, by when that process began. A database of a dead holder that is still shutting down is waited for.
 */
export async function hold(folder: string): Promise<Hold> {
  const note = join(folder, 'holder.json')
  const mine: Holder = { pid: process.pid, began: beganAt(process.pid) ?? '', since: new Date().toISOString() }
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await put(note, mine)) {
      await orphanGone(join(folder, 'data', 'postmaster.pid'))
      return { release: () => rm(note, { force: true }) }
    }
    await takeDead(note, folder)
  }
  throw new FolderInUse(`${folder} was taken by another process just now. Start again.`)
}

/** Puts the note there whole, if there is none: nobody ever reads a part of one. */
async function put(note: string, mine: Holder): Promise<boolean> {
  const beside = `${note}.${randomUUID()}`
  await writeFile(beside, JSON.stringify(mine), { mode: 0o600 })
  try {
    await link(beside, note)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(beside, { force: true })
  }
}

/** Takes a dead holder's note away, of several starts only once: whoever gets hold of a living one's puts it back. */
async function takeDead(note: string, folder: string): Promise<void> {
  refuseLiving(await read(note), folder)
  const taken = `${note}.${randomUUID()}`
  try { await rename(note, taken) } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return
    throw error
  }
  try {
    refuseLiving(await read(taken), folder)
  } catch (error) {
    await link(taken, note).catch(() => {})
    throw error
  } finally {
    await rm(taken, { force: true })
  }
}

function refuseLiving(holder: Holder | undefined, folder: string): void {
  if (holder && isAlive(holder)) throw new FolderInUse(`${folder} is in use by process ${holder.pid} since ${holder.since}. Stop that one first, or start this one with another OCTAVO_HOME (and PORT).`)
}

async function read(note: string): Promise<Holder | undefined> {
  try { return JSON.parse(await readFile(note, 'utf8')) as Holder } catch { return undefined }
}

function isAlive({ pid, began }: Holder): boolean {
  try { process.kill(pid, 0) } catch (error) { if ((error as { code?: string }).code === 'ESRCH') return false }
  const now = beganAt(pid)
  return now === undefined || began === '' || now === began
}

/** When a process began, in the system's own ticks; undefined where there is no /proc. */
function beganAt(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? '' : fields[19]
  } catch { return undefined }
}

/** A database whose holder died is being ended by its watcher; after a while it is ended from here. */
async function orphanGone(pidFile: string): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += 50) {
    const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0])
    if (!(pid > 0)) return
    // Dead and not buried yet: PostgreSQL would take its number for a living one's. Its backends end at once when it dies.
    if (isUnburied(pid)) {
      if (waitedMs >= 2000) { await rm(pidFile, { force: true }); return }
    } else if (!isPostgres(pid)) return
    if (waitedMs === 3000) process.kill(pid, 'SIGINT')
    if (waitedMs === 10_000) process.kill(pid, 'SIGQUIT')
    if (waitedMs > 20_000) throw new FolderInUse(`A database process (${pid}) of an earlier start does not end. End it, then start again.`)
    await pause(50)
  }
}

function isUnburied(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch { return false }
}

function isPostgres(pid: number): boolean {
  try { process.kill(pid, 0) } catch (error) { if ((error as { code?: string }).code === 'ESRCH') return false }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    if (stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')) return false
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch { return process.platform !== 'linux' }
}
