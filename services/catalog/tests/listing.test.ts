import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { houseSellerId } from '@octavo/sellers/contract'
import { money } from '@octavo/money'
import type { Sort } from '../contract.ts'
import { book, openShop } from './shop.ts'

const shop = await openShop()
const { shop: catalog } = shop
await catalog.putCategories([{ handle: 'fiction', name: { en: 'Fiction', de: 'Romane' } }, { handle: 'sea', name: { en: 'The sea' }, parent: 'fiction' }])
await shop.put(
  book('a', { title: 'The Zebra', price: 500, featuredRank: 3, categories: ['sea'], series: [{ name: 'Beasts', position: '2' }], subjects: [{ scheme: 'thema', code: 'FBC' }, { scheme: 'keyword', code: 'stripes' }], variant: { publishedOn: '2020-05' } }),
  book('b', { title: 'Éclair', price: 300, featuredRank: 1, categories: ['sea'], variant: { publishedOn: '2024' } }),
  book('c', { title: 'Apples', price: 900, featuredRank: 2, categories: ['fiction'], series: [{ name: 'Beasts', position: '1' }], subjects: [{ scheme: 'bisac', code: 'FIC004000' }, { scheme: 'thema', code: 'FBC', label: 'Classic fiction' }], variant: { publishedOn: '1999-01-01' } }),
  book('d', { title: 'Unpriced', offers: [], featuredRank: 4, categories: ['fiction'] }),
)

async function titles(sort: Sort, of: { category?: string; contributor?: string; series?: string; subject?: string } = {}, limit = 2): Promise<string[]> {
  const found: string[] = []
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await catalog.listProducts({ ...of, sort, limit, ...(cursor !== undefined && { cursor }) })
    found.push(...items.map(({ title }) => title))
    if (nextCursor === null) return found
    cursor = nextCursor
  }
}

test('a list comes page by page in each order, everything in it once', async () => {
  assert.deepEqual(await titles('featured'), ['Éclair', 'Apples', 'The Zebra', 'Unpriced'])
  assert.deepEqual(await titles('newest'), ['Éclair', 'The Zebra', 'Apples', 'Unpriced'])
  assert.deepEqual(await titles('price'), ['Éclair', 'The Zebra', 'Apples', 'Unpriced'])
  assert.deepEqual(await titles('-price'), ['Apples', 'The Zebra', 'Éclair', 'Unpriced'])
  assert.deepEqual(await titles('title'), ['Apples', 'Éclair', 'Unpriced', 'The Zebra'])
})

test('a category has what stands below it; contributors and series have lists of their own', async () => {
  assert.deepEqual(await titles('title', { category: 'sea' }), ['Éclair', 'The Zebra'])
  assert.deepEqual((await titles('title', { category: 'fiction' })).length, 4)
  assert.deepEqual(await titles('title', { series: 'beasts' }), ['Apples', 'The Zebra'])
  assert.equal((await titles('title', { contributor: 'ada-author' })).length, 4)
  assert.deepEqual((await catalog.listCategories({ market: 'de' })).map(({ name, productCount }) => [name, productCount]), [['Romane', 4], ['The sea', 2]])
  await assert.rejects(catalog.listProducts({ category: 'nowhere' }), (error) => isFailure(error, 'NOT_FOUND'))
  await assert.rejects(catalog.listProducts({ category: 'sea', series: 'beasts' }), (error) => isFailure(error, 'INVALID_INPUT'))
})

test('a subject is a list with the words that somebody gave it; a keyword is none', async () => {
  assert.deepEqual(await titles('title', { subject: 'thema-fbc' }, 1), ['Apples', 'The Zebra'])
  assert.deepEqual(await titles('title', { subject: 'bisac-fic004000' }), ['Apples'])
  assert.deepEqual(await catalog.getSubject({ handle: 'thema-fbc' }), { handle: 'thema-fbc', scheme: 'thema', code: 'FBC', label: 'Classic fiction' })
  assert.deepEqual(await catalog.getSubject({ handle: 'bisac-fic004000' }), { handle: 'bisac-fic004000', scheme: 'bisac', code: 'FIC004000' })
  const { items: [zebra] } = await catalog.listProducts({ subject: 'thema-fbc', sort: '-price' }).then(({ items }) => ({ items: items.filter(({ title }) => title === 'The Zebra') }))
  assert.deepEqual((await catalog.getProduct({ idOrHandle: zebra?.handle ?? '' })).subjects, [{ scheme: 'thema', code: 'FBC', handle: 'thema-fbc' }, { scheme: 'keyword', code: 'stripes' }])
  for (const handle of ['keyword-stripes', 'thema-zzz']) await assert.rejects(catalog.getSubject({ handle }), (error) => isFailure(error, 'NOT_FOUND'))
  await assert.rejects(catalog.listProducts({ subject: 'thema-zzz' }), (error) => isFailure(error, 'NOT_FOUND'))
})

test('a cursor belongs to its list and order', async () => {
  const { nextCursor } = await catalog.listProducts({ sort: 'title', limit: 1 })
  await assert.rejects(catalog.listProducts({ sort: 'price', limit: 1, cursor: nextCursor! }), (error) => isFailure(error, 'INVALID_INPUT'))
})

test('a new price moves a product in its lists and raises its version once, with one event', async () => {
  const { id, variants, version } = await catalog.getProduct({ idOrHandle: 'the-zebra' })
  const before = shop.told.length
  assert.deepEqual(await catalog.setPrice({ offerId: variants[0]!.offers[0]!.id, price: money(100, 'GBP') }), { version: version + 1 })
  await shop.settled()
  assert.equal((await titles('price'))[0], 'The Zebra')
  assert.deepEqual(shop.told.slice(before).map(({ productId, change, version: told }) => [productId, change, told]), [[id, 'updated', version + 1]])
})

test('sold out and back again: the card says so, and each is told', async () => {
  const { id, variants } = await catalog.getProduct({ idOrHandle: 'apples' })
  const offerId = variants[0]!.offers[0]!.id
  const stockItemId = (await catalog.getOffers({ offerIds: [offerId] }))[0]?.stockItemId ?? ''
  const availability = async () => (await catalog.getCards({ productIds: [id] }))[0]?.availability
  const move = async (change: number, key: string) => {
    await shop.inventory.adjust({ stockItemId, change, reason: 'count', key })
    await shop.settled()
  }
  await move(-18, 'few')
  assert.equal(await availability(), 'low_stock')
  assert.equal((await catalog.getOffers({ offerIds: [offerId] }))[0]?.left, 2)
  await move(-2, 'none')
  assert.equal(await availability(), 'out_of_stock')
  await move(30, 'many')
  assert.equal(await availability(), 'in_stock')
  assert.equal(shop.told.filter(({ productId, change }) => productId === id && change === 'availability').length, 3)
})

test('what a suspended seller offers is shown to nobody and sold to nobody, until the standing is good again', async () => {
  const { id, variants } = await catalog.getProduct({ idOrHandle: 'eclair' })
  const offerId = variants[0]!.offers[0]!.id
  const stand = (standing: 'good' | 'suspended', version: number) =>
    shop.tellSeller({ sellerId: houseSellerId, handle: 'house', name: 'Octavo', standing, version })
  await stand('suspended', 7)
  assert.deepEqual((await catalog.getProduct({ idOrHandle: id })).variants[0]?.offers, [])
  assert.equal((await catalog.getOffers({ offerIds: [offerId] }))[0]?.price, null)
  assert.equal((await catalog.getCards({ productIds: [id] }))[0]?.price, null)
  await stand('good', 6) // older news
  assert.equal((await catalog.getOffers({ offerIds: [offerId] }))[0]?.price, null)
  await stand('good', 8)
  assert.deepEqual((await catalog.getCards({ productIds: [id] }))[0]?.price, money(300, 'GBP'))
})

test('the snapshot has every product once with the version of its last event', async () => {
  const seen = new Map<string, number>()
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await catalog.snapshot({ limit: 3, ...(cursor !== undefined && { cursor }) })
    for (const { productId, version } of items) seen.set(productId, version)
    if (nextCursor === null) break
    cursor = nextCursor
  }
  assert.deepEqual(seen, new Map(shop.told.toSorted((a, b) => a.version - b.version).map(({ productId, version }) => [productId, version])))
})

test('the newest begin with what is out; what is to come stands behind it, the next first', async () => {
  const to = (key: string, publishedOn: string) => book(key, { title: key, categories: ['awaited'], variant: { publishedOn } })
  await catalog.putCategories([{ handle: 'awaited', name: { en: 'Awaited' } }])
  await shop.put(to('in 9998', '9998'), to('in a May to come', '9998-05'), to('in 9999', '9999-12-31'), to('last year', '2001-01-01'), to('also in 9999', '9999-12-31'), book('no day', { title: 'no day', categories: ['awaited'] }))
  const expected = ['last year', 'no day', 'in 9998', 'in a May to come', 'also in 9999', 'in 9999']
  for (const limit of [1, 2, 3, 4, 10]) assert.deepEqual(await titles('newest', { category: 'awaited' }, limit), expected, `pages of ${limit}`)
})
