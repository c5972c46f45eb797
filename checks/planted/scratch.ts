import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Planted } from './planted.ts'

const left = new Set(['node_modules', '.git', '.octavo', '.types', 'dist', '.astro'])

/** A copy of the project to plant bugs in: its own packages are the copy's, those of others are the project's. */
export function copyOf(root: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'octavo-planted-')))
  cpSync(root, folder, { recursive: true, filter: (source) => !left.has(basename(source)) })
  const installed = join(root, 'node_modules')
  mkdirSync(join(folder, 'node_modules', '@octavo'), { recursive: true })
  for (const name of readdirSync(installed)) if (name !== '@octavo' && name !== '.cache') symlinkSync(join(installed, name), join(folder, 'node_modules', name))
  for (const name of readdirSync(join(installed, '@octavo'))) symlinkSync(readlinkSync(join(installed, '@octavo', name)), join(folder, 'node_modules', '@octavo', name))
  return folder
}

type Before = ReadonlyMap<string, string>

/** Brings the bug into the copy; gives what stood there, or says in words which text is not there any more. */
export function plant(folder: string, { at, edits }: Planted): Before | string {
  const before = new Map<string, string>()
  for (const { find, put, at: place = at } of edits) {
    const target = join(folder, place)
    const files = statSync(target, { throwIfNoEntry: false })?.isDirectory() ? globSync('*', { cwd: target }).map((name) => join(target, name)) : [target]
    const having = files.filter((file) => statSync(file, { throwIfNoEntry: false }) && readFileSync(file, 'utf8').includes(find))
    if (having.length === 0) {
      unplant(before)
      return `${place} does not say any more: ${find}`
    }
    for (const file of having) {
      const text = readFileSync(file, 'utf8')
      if (!before.has(file)) before.set(file, text)
      writeFileSync(file, text.replaceAll(find, () => put))
    }
  }
  return before
}

export function unplant(before: Before): void {
  for (const [file, text] of before) writeFileSync(file, text)
}
