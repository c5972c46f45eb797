import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { quoted, type ImportLine } from '@octavo/catalog/http'
import { Trouble } from '../command.ts'

type Reject = Extract<ImportLine, { type: 'reject' }>

export interface Rejects {
  tell(reject: Reject): Promise<void>
  close(): Promise<void>
}

/**
 * A table of what did not come in: line, identity, reason. An import that goes on adds to it.
 * @throws {Trouble} when it cannot be written
 */
export async function rejectFile(path: string, goesOn: boolean): Promise<Rejects> {
  const file = createWriteStream(path, { flags: goesOn ? 'a' : 'w' })
  await once(file, 'open').catch((error: unknown) => { throw new Trouble(`The file for rejects cannot be written: ${(error as Error).message}`) })
  let broken: Error | undefined
  file.on('error', (error) => { broken = error })
  const write = async (text: string): Promise<void> => {
    if (broken) throw new Trouble(`The file for rejects cannot be written: ${broken.message}`)
    if (!file.write(text)) await Promise.race([once(file, 'drain'), once(file, 'close')])
  }
  if (!goesOn) await write('line,identity,reason\n')
  return {
    tell: ({ line, identity, reason }) => write(`${line},${quoted(identity)},${quoted(reason)}\n`),
    close: async () => { if (!broken) { file.end(); await once(file, 'close') } },
  }
}

/** Without a file the first few are shown. */
export function shownRejects(err: Writable, hint: string, most = 10): Rejects {
  let told = 0
  return {
    async tell({ line, identity, reason }) {
      told++
      if (told <= most) err.write(`  line ${line}${identity === '' ? '' : ` (${identity})`}: ${reason}\n`)
      if (told === most + 1) err.write(`  … and more. ${hint}\n`)
    },
    close: async () => {},
  }
}
