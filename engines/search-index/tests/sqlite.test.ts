import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { searchIndexConformance } from '../conformance.ts'
import { EngineAway, type VersionedProduct } from '../port.ts'
import { firstMatches } from '../sqlite/index-file.ts'
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
  const products = Array.from({ length: firstMatches + 1 }, (_, n): VersionedProduct => ({ id: `b${n}`, version: 1, product: {
    id: `b${n}`, handle: `b${n}`, title: 'Sea', series: [], contributors: [], subjects: [], description: '', identifiers: [], categories: [], attributes: [], publishedOn: 0, popularity: 0, variants: [{ id: `v${n}`, format: 'paperback', offers: [] }],
  } }))
  await index.put('books-1', products)
  const look = (withinMs: number) => index.search('books-1', {
    text: { terms: [{ any: ['sea'] }], minimum: 1, phrases: [], without: [], weights: { title: 1, subtitle: 1, series: 1, contributors: 1, subjects: 1, brand: 1, description: 1 } },
    filters: { chosen: {} }, currency: 'GBP', sort: 'relevance', limit: 10, top: 1, facets: ['format'], priceBands: [], facetValues: 5, withinMs,
  })
  const whole = await look(60_000)
  assert.deepEqual([whole.cut, whole.total, whole.facets.format?.[0]?.count], [false, { value: firstMatches + 1, exact: true }, firstMatches + 1])
  const cut = await look(-60_000)
  assert.deepEqual([cut.cut, cut.total, cut.facets.format?.[0]?.count, cut.hits[0]?.product.title], [true, { value: firstMatches, exact: false }, firstMatches, 'Sea'])
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
