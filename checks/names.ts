import { posix } from 'node:path'
import type { Finding } from './finding.ts'

const vague = /^(utils?|utilities|common|commons|helpers?|shared|misc)$/i

/** No folder and no file is called after nothing in particular: such a place collects what has no owner. */
export function checkNames(paths: readonly string[]): Finding[] {
  return paths.filter((path) => vague.test(posix.basename(path).split('.')[0] ?? ''))
    .map((path) => ({ rule: 'names', where: path, what: 'is named after nothing in particular; name the noun it holds, or move what it holds to who uses it.' }))
}
