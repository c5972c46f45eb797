import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDraft } from '../../../products/check-draft.ts'
import type { Entry } from '../../entry.ts'
import type { ImportOptions } from '../../wire.ts'
import { esci } from '../esci.ts'

const lamp = { title: 'Reading lamp', description: 'Bends & stays.', bullet_points: 'Warm light\nTwo <heights>', brand: 'Lumen', color: 'Brass', price: 29.97, category: ['Home', 'Lamps'], rating: 4.5, rating_count: 12, is_book: false, query_id: ['67'], asin: 'B000LAMP01' }

async function read(text: string, { options = {}, pieces = 50 }: { options?: ImportOptions; pieces?: number } = {}): Promise<Entry[]> {
  const bytes = Buffer.from(text)
  async function* piecewise() { for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces) }
  const entries: Entry[] = []
  for await (const entry of esci.read(piecewise(), { from: { position: 0, line: 1 }, whole: true, options })) entries.push(entry)
  return entries
}
const draftIn = (entry: Entry | undefined) => {
  assert.ok(entry && 'draft' in entry, JSON.stringify(entry))
  const checked = readDraft(entry.draft)
  assert.ok('draft' in checked, JSON.stringify(checked))
  return checked.draft
}

test('a thing comes in with its brand, its colour, its points, its place and its price in dollars', async () => {
  const [entry] = await read(JSON.stringify(lamp), { options: { prices: [{ amountMinor: 2500, currency: 'GBP' }], stock: 3 } })
  const { title, kind, brand, attributes, categories, descriptionHtml, rating, variants: [variant] } = draftIn(entry)
  assert.deepEqual([title, kind, brand, attributes, categories], ['Reading lamp', 'other', 'Lumen', { colour: 'Brass' }, ['home-lamps']])
  assert.equal(descriptionHtml, '<p>Bends &amp; stays.</p><ul><li>Warm light</li><li>Two &lt;heights&gt;</li></ul>')
  assert.deepEqual(rating, { average: 4.5, count: 12 })
  assert.deepEqual(variant?.identifiers, [{ scheme: 'asin', value: 'B000LAMP01' }])
  assert.deepEqual([variant?.offers[0]?.prices, variant?.offers[0]?.stock], [[{ amountMinor: 2997, currency: 'USD' }, { amountMinor: 2500, currency: 'GBP' }], { sku: 'B000LAMP01', onHand: 3 }])
  assert.deepEqual(entry?.categories, [{ handle: 'home', name: { en: 'Home' } }, { handle: 'home-lamps', name: { en: 'Lamps' }, parent: 'home' }])
})

test('a book is known by its ISBN, which is its ASIN; without a price it is not for sale', async () => {
  const { kind, variants: [variant] } = draftIn((await read(JSON.stringify({ ...lamp, asin: '0735219095', price: null, is_book: true })))[0])
  assert.deepEqual([kind, variant?.identifiers[1], variant?.taxClass, variant?.offers], ['book', { scheme: 'isbn13', value: '9780735219090' }, 'book', []])
})

test('which queries name a thing is nowhere in what comes in', async () => {
  assert.doesNotMatch(JSON.stringify(await read(JSON.stringify({ ...lamp, query_id: ['5550123'] }))), /5550123/)
})

test('a bad line says why and does not stop the rest', async () => {
  const entries = await read(`${JSON.stringify(lamp)}\n{"asin":"B000LAMP02"}\n\n[1]\n{\n${JSON.stringify({ ...lamp, asin: 'B000LAMP03' })}`)
  assert.deepEqual(entries.map((entry) => [entry.line, entry.identity, 'reason' in entry ? entry.reason.replace(/:.*/s, '') : 'well']), [
    [1, 'B000LAMP01', 'well'], [2, 'B000LAMP02', 'title'], [4, '', 'the line'], [5, '', 'The line is no JSON object.'], [6, 'B000LAMP03', 'well'],
  ])
})

test('reading goes on where another stopped', async () => {
  const text = `${JSON.stringify(lamp)}\n${JSON.stringify({ ...lamp, asin: 'B000LAMP02', title: 'Lámpara' })}\n`
  const [first] = await read(text)
  async function* rest() { yield Buffer.from(text).subarray(first?.next.position) }
  const entries: Entry[] = []
  for await (const entry of esci.read(rest(), { from: first?.next ?? assert.fail(), whole: true, options: {} })) entries.push(entry)
  assert.deepEqual(entries.map(({ identity, line }) => [identity, line]), [['B000LAMP02', 2]])
})

test('what is no such file is told at once', async () => {
  await assert.rejects(read('title,price\nLamp,9.99\n'), /not a file of products/)
})
