import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { quoted } from '@octavo/catalog/http'
import type { Source } from './source.ts'

/**
 * books.csv with the readers' shelves of each book as one column more, where tags.csv and book_tags.csv lie beside it; undefined where
 * they do not.
 */
export async function joinedGoodbooks(books: string, folder: string): Promise<Source | undefined> {
  const [tags, bookTags] = [join(folder, 'tags.csv'), join(folder, 'book_tags.csv')]
  if (!(await are(tags, bookTags)) || !(await firstLine(books))?.startsWith(begins)) return undefined
  const shelves = await shelvesOf(await namesOf(tags), bookTags)
  const hash = createHash('sha256')
  let size = 0
  for await (const part of joined(books, shelves)) { hash.update(part); size += part.length }
  return {
    name: `${basename(books)} with tags`, size, fingerprint: hash.digest('hex'),
    async *bytes(from) {
      let before = 0
      for await (const part of joined(books, shelves)) {
        if (before + part.length > from) yield part.subarray(Math.max(0, from - before))
        before += part.length
      }
    },
  }
}

const begins = 'book_id,goodreads_book_id,'
/** Of each book's many. */
const shelvesKept = 30

async function are(...files: readonly string[]): Promise<boolean> {
  return (await Promise.allSettled(files.map((file) => access(file)))).every(({ status }) => status === 'fulfilled')
}

async function firstLine(file: string): Promise<string | undefined> {
  const opened = await open(file).catch(() => undefined)
  if (!opened) return undefined
  try {
    return (await opened.read(Buffer.alloc(1000), 0, 1000, 0)).buffer.toString().replace(/^\uFEFF/, '')
  } finally {
    await opened.close()
  }
}

const linesOf = (file: string): AsyncIterable<string> => createInterface({ input: createReadStream(file), crlfDelay: Infinity })

async function namesOf(tags: string): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for await (const line of linesOf(tags)) {
    const [, id = '', name = ''] = /^(\d+),"?([a-z][a-z-]*)"?$/.exec(line) ?? []
    if (id !== '') names.set(id, name)
  }
  return names
}

/** `fantasy:1203|young-adult:88` by the book's other number, best first. */
async function shelvesOf(names: ReadonlyMap<string, string>, bookTags: string): Promise<ReadonlyMap<string, string>> {
  const counted = new Map<string, [name: string, count: number][]>()
  for await (const line of linesOf(bookTags)) {
    const [book = '', tag = '', count = ''] = line.split(',')
    const name = names.get(tag)
    if (name === undefined) continue
    const shelves = counted.get(book)
    if (!shelves) counted.set(book, [[name, Number(count)]])
    else if (shelves.push([name, Number(count)]) > 4 * shelvesKept) keepBest(shelves)
  }
  return new Map([...counted].map(([book, shelves]) => [book, keepBest(shelves).map(([name, count]) => `${name}:${count}`).join('|')]))
}

function keepBest(shelves: [string, number][]): [string, number][] {
  shelves.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  shelves.length = Math.min(shelves.length, shelvesKept)
  return shelves
}

async function* joined(books: string, shelves: ReadonlyMap<string, string>): AsyncGenerator<Buffer> {
  let record = ''
  let first = true
  for await (const line of linesOf(books)) {
    record = record === '' ? line : `${record}\n${line}`
    if (((record.match(/"/g)?.length ?? 0) % 2) === 1) continue // a line end inside quotation marks
    const book = record.split(',', 2)[1] ?? ''
    yield Buffer.from(`${record},${first ? 'shelves' : quoted(shelves.get(book) ?? '')}\n`)
    record = ''
    first = false
  }
}
