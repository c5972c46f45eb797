import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFailure } from '@octavo/failure'
import type { Entry } from '../entry.ts'
import { formats } from '../formats.ts'
import { readDraft } from '../../products/check-draft.ts'

/* Formats of lines, against what is hostile by accident or design; what ONIX and archives can hide is tried beside them. */

const lamp = (asin: string, more: object = {}): string => JSON.stringify({ asin, title: 'Lamp', description: '', bullet_points: '', brand: '', color: '', price: 9.99, category: ['Home'], rating: 4, rating_count: 1, is_book: false, ...more })
const files = {
  csv: { head: 'key,title\n', one: (n: number, title = 'Emma') => `k${n},${title}` },
  goodbooks: { head: 'book_id,isbn,isbn13,authors,title\n', one: (n: number, title = 'Emma') => `${n},,,Jane Austen,${title}` },
  esci: { head: '', one: (n: number, title = 'Lamp') => lamp(`B00000000${n}`, { title }) },
} as const

async function entriesOf(format: keyof typeof files, bytes: AsyncIterable<Uint8Array>): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of formats[format].read(bytes, { from: { position: 0, line: 1 }, whole: true, options: {} })) entries.push(entry)
  return entries
}
async function* inPieces(bytes: Buffer, size = 64 * 1024): AsyncGenerator<Uint8Array> { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size) }
const read = (format: keyof typeof files, text: string | Buffer): Promise<Entry[]> => entriesOf(format, inPieces(Buffer.from(text as string)))
const told = (entries: readonly Entry[]): string[] => entries.map((entry) => {
  if ('reason' in entry) return entry.reason
  const checked = 'draft' in entry ? readDraft(entry.draft) : entry
  return 'reason' in checked ? checked.reason : 'well'
})

for (const format of ['csv', 'goodbooks', 'esci'] as const) {
  const { head, one } = files[format]

  test(`${format}: a line of a hundred megabytes is read past in little memory, and costs itself alone`, async () => {
    const block = Buffer.alloc(1 << 20, 'x')
    const before = process.memoryUsage().arrayBuffers
    let held = 0
    async function* long(): AsyncGenerator<Uint8Array> {
      const [start = '', end = ''] = one(2, '@').split('@')
      yield Buffer.from(`${head}${one(1)}\n${start}`)
      for (let megabyte = 0; megabyte < 100; megabyte++) { yield block; held = Math.max(held, process.memoryUsage().arrayBuffers) }
      yield Buffer.from(`${end}\n${one(3)}\n`)
    }
    const [first, second, third, ...rest] = told(await entriesOf(format, long()))
    assert.deepEqual([first, third, rest], ['well', 'well', []])
    assert.match(second ?? '', /longer than/)
    assert.ok(held - before < 64 << 20, `${(held - before) >> 20} MB were held`)
  })

  test(`${format}: bytes of another encoding are told, by the line where there are few, at once where nothing is in UTF-8`, async () => {
    const [start = '', end = ''] = one(2, '@').split('@')
    const latin = Buffer.concat([Buffer.from(`${head}${one(1)}\n${start}`), Buffer.from([0xe9, 0xff]), Buffer.from(`${end}\n${one(3)}\n`)])
    const [first, second, third] = told(await read(format, latin))
    assert.deepEqual([first, third], ['well', 'well'])
    assert.match(second ?? '', /not UTF-8/)
    for (const bytes of [Buffer.from(`${head}${one(1)}\n`, 'utf16le'), Buffer.from(`\uFEFF${head}${one(1)}\n`, 'utf16le'), Buffer.from(`${head}${one(1)}\n`, 'utf16le').swap16()]) {
      await assert.rejects(read(format, bytes), (error) => { assert.ok(isFailure(error, 'INVALID_INPUT'), String(error)); assert.match(error.message, /UTF-8/); return true })
    }
  })

  test(`${format}: the mark that some programs put before UTF-8 is no part of the first name`, async () => {
    assert.deepEqual(told(await read(format, `\uFEFF${head}${one(1)}\n`)), ['well'])
  })

  test(`${format}: noise is refused in words, and ends`, async () => {
    const noise = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7919 + (n >> 3) * 104_729) % 251 + 1))
    const words = await read(format, Buffer.concat([Buffer.from(head), noise])).then(told, (error: unknown) => { assert.ok(isFailure(error, 'INVALID_INPUT'), String(error)); return [error.message] })
    for (const word of words) assert.match(word, /\.$/)
  })
}

test('a table that was cut off inside quotation marks loses its last line, and says which', async () => {
  const entries = await read('csv', 'key,title\na,Emma\nb,"Persuas')
  assert.deepEqual(entries.map(({ line }) => line), [2, 3])
  assert.deepEqual([told(entries)[0], /quotation mark is not closed/.test(told(entries)[1] ?? '')], ['well', true])
})

test('quotation marks that are opened on every line and never closed cost their own lines, in time that grows with the file alone', async () => {
  const lines = 50_000
  const entries = await read('csv', `key,title\n${Array.from({ length: lines }, (_, n) => `k${n},"never ""closed""\n`).join('')}z,Emma\n`)
  assert.equal(told(entries).at(-1), 'well')
  assert.ok(entries.length <= lines + 1)
})

test('a line of JSON that is a hundred thousand lists deep, or names what objects are made of, is refused or read as what it says', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const entries = await read('esci', [lamp('B000000000'), deep, lamp('B000000001').replace('["Home"]', deep), `{"__proto__":{"title":"x"},${lamp('B000000002').slice(1)}`, lamp('B000000003')].join('\n'))
  const [before, first, second, third, fourth] = told(entries)
  assert.match(first ?? '', /the line/)
  assert.match(second ?? '', /category/)
  assert.deepEqual([before, third, fourth], ['well', 'well', 'well'])
  assert.equal(({} as { title?: string }).title, undefined)
})
