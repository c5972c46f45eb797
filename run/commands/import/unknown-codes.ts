import type { ImportLine } from '@octavo/catalog/http'
import { number } from '../command.ts'

type Told = Extract<ImportLine, { type: 'unknown-code' }>

/** Codes that a message has and its lists have not, counted over the whole file. */
export interface UnknownCodes {
  readonly all: readonly Omit<Told, 'type'>[]
  count(told: Told): void
  /** A line each, for a person. */
  told(): string
}

const shown = 20

export function unknownCodes(): UnknownCodes {
  const counts = new Map<string, Omit<Told, 'type'>>()
  const all = (): Omit<Told, 'type'>[] => [...counts.values()].sort((a, b) => b.count - a.count)
  return {
    get all() { return all() },
    count({ type: _, ...code }) {
      const key = `${code.element} ${code.code}`
      const known = counts.get(key)
      counts.set(key, { ...code, ...known, count: (known?.count ?? 0) + code.count })
    },
    told: () => all().slice(0, shown).map(({ list, element, code, count, line, identity }) =>
      `  ${element} ${code} is not in list ${list}: ${number(count)} ${count === 1 ? 'record' : 'records'}, the first ${identity} in line ${line}\n`).join('')
      + (counts.size > shown ? `  … and ${number(counts.size - shown)} codes more. All of them: --json\n` : ''),
  }
}
