import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { products } from '@octavo/demo-shop'
import { book, openShop } from './shop.ts'

const shop = await openShop()
await shop.put(...products.filter(({ kind, language }) => kind === 'book' && language === 'en').map(({ title, handle, contributors, descriptionHtml = '', subjects }) =>
  ({ ...book(title, contributors[0]?.name ?? '', { descriptionHtml, subjects }), key: handle ?? title })))
await shop.service.embedded()

test('what is about the same is found behind what has the word', async () => {
  const { items, complete, total } = await shop.shop.search({ q: 'vampires', limit: 12 })
  assert.ok(items.slice(0, complete).some(({ title }) => title === 'Dracula'))
  assert.ok(total.value > complete && complete < 4, `${total.value} of which ${complete} have the word`)
  assert.ok(items.slice(complete).some(({ title }) => ['The Castle of Otranto', 'The Monk', 'The Mysteries of Udolpho'].includes(title)), items.map(({ title }) => title).join(', '))
})

test('what was chosen holds for what is about the same, and a phrase or a minus lets nothing join', async () => {
  const { items } = await shop.shop.search({ q: 'vampires', filters: { contributor: ['horace-walpole'] } })
  assert.deepEqual(items.map(({ title }) => title), ['The Castle of Otranto'])
  for (const q of ['"vampires"', 'vampires -whitby']) {
    const found = await shop.shop.search({ q })
    assert.equal(found.total.value, found.complete, q)
  }
})

test('a new book has its place at once, and a withdrawn one none', async () => {
  const nameless = book('Nameless', 'Nobody', { descriptionHtml: '<p>A count in Transylvania leaves his castle by night; in Whitby the letters and diaries of those whose blood he drank.</p>' })
  await shop.put(nameless)
  await shop.service.embedded()
  const found = async () => (await shop.shop.search({ q: 'vampires', limit: 30 })).items.some(({ title }) => title === 'Nameless')
  assert.ok(await found())
  await shop.put({ ...nameless, withdrawn: true })
  await shop.service.embedded()
  assert.ok(!(await found()))
})

test('what is about the same as a book is told, of what can be bought and without itself', async () => {
  const idOf = async (q: string) => (await shop.shop.search({ q })).items[0]?.id ?? ''
  const similar = async (productId: string) => (await shop.shop.moreLikeThis({ productId })).items
  const dracula = await idOf('Dracula')
  const near = await similar(dracula)
  assert.ok(near.length > 2 && near.every(({ id }) => id !== dracula))
  const first = near[0]
  assert.ok(first?.title === 'Carmilla', near.map(({ title }) => title).join(', '))
  const offerId = (await shop.catalog.getProduct({ idOrHandle: first.id })).variants[0]?.offers[0]?.id ?? ''
  const [{ stockItemId } = { stockItemId: null }] = await shop.catalog.getOffers({ offerIds: [offerId] })
  await shop.inventory.adjust({ stockItemId: stockItemId ?? '', change: -20, reason: 'sold' })
  await shop.settled()
  assert.ok(!(await similar(dracula)).some(({ title }) => title === 'Carmilla'))
  await assert.rejects(shop.shop.moreLikeThis({ productId: 'prd_none' }), (error) => isFailure(error, 'NOT_FOUND'))
})

test('an operator is told which model answers, and whether it has everything', async () => {
  const { products: there, likeness } = await shop.client({ kind: 'operator' }).indexState({})
  assert.match(likeness.model ?? '', /^fitted-/)
  assert.deepEqual([likeness.products, likeness.pending], [there, 0])
})
