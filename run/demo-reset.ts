import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hold } from '@octavo/database/folder-hold'
import { inPlainWords } from '@octavo/database/folder-words'
import { BadConfig } from '@octavo/config'
import { environment, readRunConfig } from './config.ts'
import { notOpenYet, openHome } from './home.ts'
import { tell } from './process.ts'

/** What a first start makes again. The shop's secrets and its ports stay. */
const madeAgain = ['web', 'card-network', 'carrier', 'files', 'search']

let home = '.octavo'
try {
  const config = readRunConfig(environment)
  home = config.home
  if (config.demo === 'none') throw new BadConfig('OCTAVO_DEMO is none: this is no demo, and its data stays.')
  if (config.databaseUrl !== undefined) throw new BadConfig('OCTAVO_DATABASE_URL names a database outside, which is emptied there and not from here.')
  console.log(await reset(home))
} catch (error) {
  tell(inPlainWords(error, home))
  process.exitCode = 1
}

/**
 * Takes away the database and the builds of a shop that is closed, so that the next start is the first; gives what there is to say.
 * @throws {FolderInUse} {FolderUnusable}
 */
async function reset(folder: string): Promise<string> {
  await notOpenYet(folder)
  await openHome(folder)
  const there = await readdir(folder)
  const postgres = join(folder, 'postgres')
  const gone = `${postgres}.gone`
  if (there.includes('postgres')) {
    await hold(postgres) // nobody starts on it meanwhile; the hold goes with the folder
    await rm(gone, { recursive: true, force: true })
    await rename(postgres, gone) // all at once: a reset that breaks off leaves no half of a database
  }
  for (const name of [...madeAgain, 'postgres.gone']) await rm(join(folder, name), { recursive: true, force: true })
  return there.includes('postgres')
    ? `The demo in ${folder} is gone, with its orders and accounts. npm start makes it again.`
    : `There is no demo in ${folder} yet. npm start makes it.`
}
