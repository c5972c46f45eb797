import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FolderInUse } from '@octavo/database/embedded'
import { FolderUnusable, inPlainWords } from '@octavo/database/folder-words'
import { findShop } from './control.ts'

/** What may be in a home before its first start: a mounted disk's own, pages built beforehand, remembered ports, a start broken off. */
const beforehand = new Set(['lost+found', 'web', 'ports'])
const secretsFile = 'secrets.json'

/**
 * Makes the folder for everything that the shop keeps, or sees that it is a shop's and this user's.
 * @throws {FolderUnusable} saying what to do
 */
export async function openHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 }).catch((error: { code?: string }) => {
      // What Node says of a disk that can only be read.
      throw error.code === 'ENOENT' ? new FolderUnusable(`${home}: No folder can be made there. Point OCTAVO_HOME to one that can be written.`, { cause: error }) : error
    })
    const entries = await readdir(home)
    if (entries.includes(secretsFile)) {
      const { uid } = await stat(join(home, secretsFile))
      const me = process.getuid?.()
      if (me !== undefined && uid !== me) throw new FolderUnusable(`${home}: The shop in it belongs to another user (${uid}). Start it as that user, or point OCTAVO_HOME elsewhere.`)
      return
    }
    if (entries.includes('postgres')) throw new FolderUnusable(`${home}: There is a database and no ${secretsFile}, which opens it. Put that file back from the backup, or point OCTAVO_HOME elsewhere.`)
    const foreign = entries.filter((name) => !beforehand.has(name) && !name.startsWith(secretsFile))
    if (foreign.length) throw new FolderUnusable(`${home}: There are files that are not a shop's (${foreign.slice(0, 3).join(', ')}${foreign.length > 3 ? ', …' : ''}). Point OCTAVO_HOME to a folder that is empty or not there yet.`)
  } catch (error) {
    throw inPlainWords(error, home)
  }
}

/**
 * Looks before anything is started.
 * @throws {FolderInUse} when the shop of this home is open
 */
export async function notOpenYet(home: string): Promise<void> {
  const shop = await findShop(home)
  if (shop) throw new FolderInUse(`${home} is in use by process ${shop.pid}: that shop is open at ${shop.url}. Stop it first, or start another beside it with another OCTAVO_HOME and PORT.`)
}
