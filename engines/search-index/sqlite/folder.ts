import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NoSuchIndex } from '../port.ts'
import { IndexFile } from './index-file.ts'

const ending = '.sqlite'

/** The indexes of a folder, a file each, and what aliases stand for. */
export class Folder {
  readonly #folder: string
  readonly #open = new Map<string, IndexFile>()
  #opened = 0

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }

  create(name: string): void {
    if (!/^[a-z0-9-]{1,60}$/.test(name)) throw new TypeError(`${name} is no name of an index`)
    if (!this.#open.has(name)) this.#open.set(name, this.#openFile(name))
  }

  drop(name: string): void {
    this.#open.get(name)?.close()
    this.#open.delete(name)
    for (const tail of ['', '-wal', '-shm']) rmSync(this.#file(name) + tail, { force: true })
  }

  point(alias: string, name: string): void {
    this.index(name)
    const draft = `${this.#aliasFile}.new`
    writeFileSync(draft, JSON.stringify({ ...this.#aliases(), [alias]: name }), { mode: 0o600 })
    renameSync(draft, this.#aliasFile)
  }

  resolve = (alias: string): string | null => {
    const name = this.#aliases()[alias]
    return name !== undefined && existsSync(this.#file(name)) ? name : null
  }

  list = (): string[] => readdirSync(this.#folder).filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length))

  /** By its name or an alias. @throws {NoSuchIndex} */
  index(name: string): IndexFile {
    const known = this.#open.get(name)
    if (known) return known
    const real = this.#aliases()[name] ?? name
    let index = this.#open.get(real)
    if (!index) {
      if (!existsSync(this.#file(real))) throw new NoSuchIndex(`there is no index ${name}`)
      index = this.#openFile(real)
      this.#open.set(real, index)
    }
    return index
  }

  close(): void {
    for (const index of this.#open.values()) index.close()
    this.#open.clear()
  }

  #openFile = (name: string): IndexFile => new IndexFile(this.#file(name), ++this.#opened)
  #file = (name: string): string => join(this.#folder, `${name}${ending}`)
  get #aliasFile(): string { return join(this.#folder, 'aliases.json') }

  #aliases(): Record<string, string> {
    try { return JSON.parse(readFileSync(this.#aliasFile, 'utf8')) as Record<string, string> } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return {}
      throw error
    }
  }
}
