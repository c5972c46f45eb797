import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { test } from 'node:test'
import { book, openShop } from './shop.ts'

test('a new price, sold-out stock and a withdrawn book are found as they are', async () => {
  const shop = await openShop()
  await shop.put(book('Emma', 'Jane Austen', { copies: [{ price: 900, onHand: 1 }] }))
  const product = await shop.catalog.getProduct({ idOrHandle: 'emma' })
  const offerId = product.variants[0]?.offers[0]?.id ?? ''
  await shop.catalog.setPrice({ offerId, price: { amountMinor: 400, currency: 'GBP' } })
  await shop.settled()
  const [item] = (await shop.shop.search({ q: 'emma', filters: { priceTo: 500 } })).items
  assert.equal(item?.matched?.price?.amountMinor, 400)
  const [{ stockItemId } = { stockItemId: null }] = await shop.catalog.getOffers({ offerIds: [offerId] })
  await shop.inventory.adjust({ stockItemId: stockItemId ?? '', change: -1, reason: 'sold' })
  await shop.settled()
  assert.equal((await shop.shop.search({ q: 'emma', filters: { availability: ['in_stock', 'low_stock'] } })).matching, 'popular')
  await shop.put({ ...book('Emma', 'Jane Austen'), withdrawn: true })
  assert.equal((await shop.shop.search({ q: 'emma' })).total.value, 0)
})

test('with the engine dead the shop answers by titles, says so, and catches up when it is back', async () => {
  const shop = await openShop()
  await shop.put(book('Emma', 'Jane Austen'))
  const revive = await shop.embedded.kill()
  const { outcomes } = await shop.catalog.putProducts({ source: 'test', drafts: [book('Evelina', 'Frances Burney')] })
  assert.equal(outcomes[0]?.outcome, 'created')
  const found = await shop.shop.search({ q: 'eve' })
  assert.deepEqual([found.degraded, found.items.map(({ title }) => title)], [true, ['Evelina']])
  assert.deepEqual((await shop.shop.suggest({ q: 'eve' })).items, [])
  revive()
  await shop.settled()
  assert.deepEqual(await shop.titles('burney'), ['Evelina'])
})

test('an index that says nothing is not waited for: titles are told, and what it finds once it has time again', async () => {
  const shop = await openShop({ budgetMs: 20 })
  await shop.put(book('Emma', 'Jane Austen'))
  const { name } = await shop.databases.search.one<{ name: string }>('select name from search_index')
  const busy = shop.embedded.put(name, Array.from({ length: 100_000 }, (_, n) => ({ id: `b${n}`, version: 1, product: null })))
  const found = await shop.shop.search({ q: 'em' })
  assert.deepEqual([found.degraded, found.items.map(({ title }) => title)], [true, ['Emma']])
  await busy
  while ((await shop.shop.search({ q: 'em' })).degraded) { /* it has more to do than one search on a busy machine has time for */ }
})

test('an index whose file is lost is made again from the projection', async () => {
  const shop = await openShop()
  await shop.put(book('Emma', 'Jane Austen'))
  const revive = await shop.embedded.kill()
  await rm(shop.folder, { recursive: true })
  revive()
  await shop.settled()
  assert.deepEqual(await shop.titles('emma'), ['Emma'])
})

test('what no event told of is found by comparing with the catalogue, and mended', async () => {
  const shop = await openShop()
  const [emma = ''] = await shop.put(book('Emma', 'Jane Austen'), book('Omoo', 'Herman Melville'))
  assert.deepEqual(await shop.service.look(), { mended: 0, end: true })
  await shop.databases.search.run('delete from projection where product_id = $1', [emma])
  assert.deepEqual(await shop.service.look(), { mended: 1, end: true })
  assert.equal((await shop.databases.search.maybe<{ title: string }>(`select product ->> 'title' as title from projection where product_id = $1`, [emma]))?.title, 'Emma')
})

test('what the engine lost is found by comparing versions, and told to it again', async () => {
  const shop = await openShop()
  await shop.put(book('Emma', 'Jane Austen'))
  const { name } = await shop.databases.search.one<{ name: string }>('select name from search_index')
  await shop.embedded.drop(name)
  await shop.embedded.create(name)
  assert.equal(await shop.embedded.count(name), 0)
  assert.deepEqual(await shop.service.look(), { mended: 1, end: true })
  await shop.settled()
  assert.deepEqual(await shop.titles('emma'), ['Emma'])
})
