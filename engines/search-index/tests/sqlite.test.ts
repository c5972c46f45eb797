import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { searchIndexConformance } from '../conformance.ts'
import { EngineAway, type VersionedProduct } from '../port.ts'
import { firstFound, mostScored } from '../sqlite/matches.ts'
import { sqliteSearchIndex } from '../sqlite/sqlite.ts'

async function open(context: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-search-'))
  let index = sqliteSearchIndex({ folder })
  context.after(async () => { await index.close(); await rm(folder, { recursive: true, force: true }) })
  return { index, again: async () => { index = sqliteSearchIndex({ folder }); return index } }
}

searchIndexConformance({ name: 'SQLite FTS5', open })

test('a thread that died fails what it was asked, and the next call starts another with all that was written', async (context) => {
  const { index } = await open(context)
  await index.create('books-1')
  await index.put('books-1', [{ id: 'a', version: 1, product: null }])
  // Long work, which the thread is in the middle of.
  const asked = index.put('books-1', Array.from({ length: 100_000 }, (_, n) => ({ id: `b${n}`, version: 1, product: null })))
  const [, revive] = await Promise.all([assert.rejects(asked, EngineAway), index.kill()])
  await assert.rejects(index.count('books-1'), EngineAway)
  revive()
  assert.deepEqual(await index.versions('books-1', ['a']), { a: 1 })
})

test('a search whose time is over answers with what it has found, and says that there may be more', async (context) => {
  const { index } = await open(context)
  await index.create('books-1')
  const products = Array.from({ length: firstFound + 1 }, (_, n): VersionedProduct => ({ id: `b${n}`, version: 1, product: {
    id: `b${n}`, handle: `b${n}`, title: 'Sea', series: [], contributors: [], subjects: [], description: '', identifiers: [], categories: [], attributes: [], publishedOn: 0, popularity: 0, variants: [{ id: `v${n}`, format: 'paperback', offers: [] }],
  } }))
  await index.put('books-1', products)
  const look = (withinMs: number) => index.search('books-1', {
    text: { terms: [{ any: ['sea'] }], minimum: 1, phrases: [], without: [], weights: { title: 1, subtitle: 1, series: 1, contributors: 1, subjects: 1, brand: 1, description: 1 } },
    filters: { chosen: {} }, currency: 'GBP', sort: 'relevance', limit: 10, top: 1, facets: ['format'], priceBands: [], facetValues: 5, withinMs,
  })
  const whole = await look(60_000)
  assert.deepEqual([whole.cut, whole.total, whole.facets.format?.[0]?.count], [false, { value: firstFound + 1, exact: true }, firstFound + 1])
  const cut = await look(-60_000)
  assert.deepEqual([cut.cut, cut.total, cut.facets.format?.[0]?.count, cut.hits[0]?.product.title], [true, { value: firstFound, exact: false }, firstFound, 'Sea'])
})

test('of what very many have, the most asked for come first that are called so, and all of it is counted', async (context) => {
  const { index } = await open(context)
  await index.create('books-1')
  const product = (n: number, more: object = {}): VersionedProduct => ({ id: `b${n}`, version: 1, product: {
    id: `b${n}`, handle: `b${n}`, title: 'One Long Tale More of the Sea and Wind', series: [], contributors: [], subjects: [], description: '', identifiers: [], categories: [], attributes: [], publishedOn: 0, popularity: 0.1,
    variants: [{ id: `v${n}`, format: n % 2 ? 'paperback' : 'hardback', offers: [{ id: `o${n}`, seller: { value: 'house' }, condition: 'new', availability: 'in_stock', prices: { GBP: 100 + n } }] }], ...more,
  } })
  await index.put('books-1', [
    ...Array.from({ length: mostScored }, (_, n) => product(n)),
    product(90_001, { title: 'Salt', description: 'Of the sea.', popularity: 0.9 }), product(90_002, { title: 'The Wide and Endless Grey Sea', popularity: 0.8 }), product(90_003, { title: 'The Sea', popularity: 0.7 }),
    product(90_004, { title: 'Narwhal', popularity: 0.2 }),
  ])
  const look = (words: readonly string[], minimum: number, chosen: object = {}, more: object = {}) => index.search('books-1', {
    text: { terms: words.map((word) => ({ any: [word] })), minimum, phrases: [], without: [], weights: { title: 8, subtitle: 1, series: 1, contributors: 1, subjects: 1, brand: 1, description: 1 } },
    filters: { chosen, ...more }, currency: 'GBP', sort: 'relevance', limit: 5, top: 5, facets: ['format', 'seller'], priceBands: [0, 200], facetValues: 5, withinMs: 60_000,
  })
  const sea = await look(['sea'], 1)
  assert.deepEqual(sea.ids.slice(0, 2), ['b90003', 'b90002'])
  assert.ok(!sea.ids.includes('b90001'), 'what only tells of the sea stands behind what is called so')
  assert.deepEqual(sea.facets.format?.map(({ value, count }) => [value, count]), [['paperback', mostScored / 2 + 2], ['hardback', mostScored / 2 + 1]])
  assert.deepEqual([sea.facets.seller?.[0]?.count, sea.priceBands], [mostScored + 3, [100, mostScored - 97]])
  const hardback = await look(['sea'], 1, { format: ['hardback'] }, { priceTo: 199 })
  assert.deepEqual([hardback.total.value, hardback.facets.format?.map(({ count }) => count), hardback.priceBands], [50, [50, 50], [50, mostScored / 2 + 1 - 50]])
  // The word that most have says little beside one that few have.
  assert.deepEqual((await look(['sea', 'narwhal'], 1)).ids, ['b90004'])
})

test('a product that was sent before and is written anew is sent anew', async (context) => {
  const { index } = await open(context)
  await index.create('books-1')
  const product = { id: 'a', handle: 'a', title: 'Sea', series: [], contributors: [], subjects: [], description: 'Salt.', identifiers: [], categories: [], attributes: [], publishedOn: 0, popularity: 0, variants: [{ id: 'v', format: 'paperback', offers: [] }] }
  const told = async () => (await index.read('books-1', ['a'], { chosen: {} }, 'GBP')).map(({ product: { title, description } }) => [title, description])
  await index.put('books-1', [{ id: 'a', version: 1, product }])
  assert.deepEqual([await told(), await told()], [[['Sea', 'Salt.']], [['Sea', 'Salt.']]])
  await index.put('books-1', [{ id: 'a', version: 2, product: { ...product, description: 'Sand.' } }])
  assert.deepEqual(await told(), [['Sea', 'Sand.']])
  const revive = await index.kill()
  revive()
  assert.deepEqual(await told(), [['Sea', 'Sand.']])
})
