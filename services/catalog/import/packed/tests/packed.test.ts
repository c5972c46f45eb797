import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { isFailure } from '@octavo/failure'
import type { ImportFormatName } from '../../wire.ts'
import { openContents } from '../contents.ts'
import { unpackedLimits } from '../inflated.ts'
import { fileOf, zipOf } from './archives.ts'

const table = 'key,title\na,Emma\nb,Persuasion\n'
const open = (bytes: Buffer, format: ImportFormatName = 'csv', limits = unpackedLimits) => openContents(fileOf(bytes), format, limits)
const inside = async (bytes: Buffer, format: ImportFormatName = 'csv', from = 0): Promise<string> => (await buffer((await open(bytes, format)).read(from))).toString()
const refused = (bytes: Buffer, words: RegExp, format: ImportFormatName = 'csv', limits = unpackedLimits): Promise<void> =>
  assert.rejects(open(bytes, format, limits), (error) => { assert.ok(isFailure(error, 'INVALID_INPUT'), String(error)); assert.match(error.message, words); return true })

test('a file is read as it is, from gzip and from zip, from its beginning and from a place on', async () => {
  const two = Buffer.concat([gzipSync(table.slice(0, 12)), gzipSync(table.slice(12))])
  for (const bytes of [Buffer.from(table), gzipSync(table), two, zipOf({ name: 'books.csv', text: table }), zipOf({ name: 'books.csv', text: table, method: 0 })]) {
    assert.equal((await open(bytes)).sizeBytes, table.length)
    assert.equal(await inside(bytes), table)
    for (const from of [9, 17, table.length]) assert.equal(await inside(bytes, 'csv', from), table.slice(from))
  }
  assert.equal(await inside(Buffer.alloc(0)), '')
})

test('of a zip the one file is taken that is of the format; what systems put beside it is passed by', async () => {
  const aside = [{ name: 'spring/', text: '' }, { name: '__MACOSX/._spring.xml', text: 'x' }, { name: 'spring/.DS_Store', text: 'x' }, { name: 'read-me.txt', text: 'Dear bookseller' }]
  assert.equal(await inside(zipOf(...aside, { name: 'spring/spring.XML', text: '<ONIXMessage/>' }), 'onix'), '<ONIXMessage/>')
  assert.equal(await inside(zipOf({ name: 'goodbooks-10k/books.csv', text: table }, { name: 'goodbooks-10k/tags.csv', text: 'x' }, { name: 'goodbooks-10k/samples/books.csv', text: 'x' }), 'goodbooks'), table)
  assert.equal(await inside(zipOf({ name: 'products.jsonl', text: '{}' }, { name: 'LICENCE', text: 'x' }), 'esci'), '{}')
  assert.equal(await inside(zipOf({ name: 'export of today', text: table })), table, 'whatever it is called, when it is alone')
})

test('a zip that is not one file to import says what to do', async () => {
  await refused(zipOf(), /zip is empty/)
  await refused(zipOf({ name: 'empty/', text: '' }), /zip is empty/)
  await refused(zipOf({ name: 'a.xml', text: 'x' }, { name: 'b.xml', text: 'x' }), /several files \(a\.xml, b\.xml\)\. Pack each alone/, 'onix')
  await refused(zipOf(...Array.from({ length: 1001 }, (_, n) => ({ name: `${n}.csv`, text: 'x' }))), /more than 1000 files/)
  await refused(zipOf({ name: '[Content_Types].xml', text: '<x/>' }, { name: 'xl/workbook.xml', text: '<x/>' }), /Excel workbook.*CSV UTF-8/, 'csv')
  await refused(zipOf({ name: 'a.csv', text: table, flags: 1 }), /locked by a password/)
  await refused(zipOf({ name: 'a.csv', text: table, method: 14 }), /method 14.*ordinary zip/)
  await refused(zipOf({ name: 'a.csv.gz', text: gzipSync(table) }), /packed again. Unpack it once/)
  await refused(gzipSync(zipOf({ name: 'a.csv', text: table })), /packed again/)
  await refused(gzipSync(Buffer.concat([Buffer.alloc(257), Buffer.from('ustar'), Buffer.alloc(250)])), /tar archive/)
})

test('names that lead out of the archive’s folder are refused, whatever else is in it', async () => {
  for (const name of ['../../etc/passwd', '/etc/passwd', 'C:\\books.csv', 'a/../../b.csv', '..\\..\\b.csv']) await refused(zipOf({ name: 'books.csv', text: table }, { name, text: 'x' }), /leads out of its folder/)
})

test('what was made to become a thousand times as long is refused while it is still small', async () => {
  const zeros = Buffer.alloc(65 << 20)
  for (const bomb of [gzipSync(zeros), zipOf({ name: 'a.csv', text: zeros }), zipOf({ name: 'a.csv', text: zeros, saysBytes: 100 })]) {
    assert.ok(bomb.length < 200_000)
    await refused(bomb, /more than 200 times as long as packed.*made to fill a disk/)
  }
})

test('however long a file is unpacked, little of it is held', async () => {
  const piece = gzipSync(Buffer.alloc(10 << 20))
  const bytes = Buffer.concat(Array.from({ length: 20 }, () => piece))
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  const watching = setInterval(() => { most = Math.max(most, process.memoryUsage().arrayBuffers) }, 1)
  const { sizeBytes } = await open(bytes, 'csv', { ...unpackedLimits, mostTimes: Infinity })
  clearInterval(watching)
  assert.equal(sizeBytes, 200 << 20)
  assert.ok(most - before < 64 << 20, `${(most - before) >> 20} MB were held`)
})

test('what is longer than any catalogue is refused, however little it shrinks', async () => {
  await refused(gzipSync(Buffer.alloc(20 << 20)), /longer than 0.01 GB. Split the catalogue/, 'csv', { ...unpackedLimits, mostBytes: 10 << 20 })
})

test('an archive that is cut off, or was changed, is damaged; no bytes of it ever come in wrong', async () => {
  const long = Array.from({ length: 500 }, (_, n) => `k${n},Title ${n * 7919}\n`).join('')
  for (const whole of [gzipSync(long), zipOf({ name: 'a.csv', text: long }), zipOf({ name: 'a.csv', text: long, method: 0 })]) {
    for (const length of [8, 100, whole.length - 30, whole.length - 1]) await refused(whole.subarray(0, length), /damaged/)
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] as number) ^ flip
      const read = await inside(changed).catch((error: unknown) => { assert.ok(isFailure(error, 'INVALID_INPUT'), String(error)) })
      // What is no archive any more is read as it is.
      if (at > 3) assert.ok(read === undefined || read === long, `byte ${at}`)
    }), { numRuns: 100 })
  }
  await refused(zipOf({ name: 'a.csv', text: table, saysSum: 1 }), /check sum does not fit/)
  await refused(zipOf({ name: 'a.csv', text: table, saysBytes: table.length + 1 }), /check sum does not fit/)
})

test('a disk that fails is not taken for a damaged file', async () => {
  const whole = fileOf(gzipSync(table))
  const failing = Object.assign(new Error('read failed'), { code: 'EIO' })
  const file = { ...whole, read: (from: number, to: number) => (to > 4 ? whole.read(from, to).map((part: Buffer) => { if (part.length > 4) throw failing; return part }) : whole.read(from, to)) }
  await assert.rejects(openContents(file, 'csv'), (error) => error === failing)
})
