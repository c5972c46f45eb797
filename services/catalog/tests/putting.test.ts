import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categories, products } from '@octavo/demo-shop'
import { isFailure } from '@octavo/failure'
import { book, openShop } from './shop.ts'

const shop = await openShop({ sellers: { getSellers: async ({ idsOrHandles }) => idsOrHandles.filter((handle) => handle !== 'nobody').map((handle) => ({ id: `sel_${handle}`, handle, name: handle.toUpperCase(), about: '', standing: 'good' as const, house: handle === 'house' })) } })

test('a draft becomes a product with a readable address, a page, a card and one event', async () => {
  const [outcome] = await shop.put(book('one', { title: 'A Tale of Two Cities', descriptionHtml: '<p>It was the best of times.</p>' }))
  assert.equal(outcome?.outcome, 'created')
  const product = await shop.shop.getProduct({ idOrHandle: 'a-tale-of-two-cities' })
  assert.equal(product.id, outcome.productId)
  assert.equal(product.version, 1)
  assert.equal(product.contributors[0]?.handle, 'ada-author')
  assert.deepEqual(product.variants[0]?.offers.map(({ price, availability, seller }) => ({ price, availability, seller: seller.name })), [{ price: { amountMinor: 999, currency: 'GBP' }, availability: 'in_stock', seller: 'HOUSE' }])
  assert.deepEqual((await shop.shop.getCards({ productIds: [product.id] })).map(({ price, priceVaries, formats }) => ({ price, priceVaries, formats })), [{ price: { amountMinor: 999, currency: 'GBP' }, priceVaries: false, formats: ['paperback'] }])
  assert.deepEqual(shop.told.map(({ productId, change, version, offers }) => ({ productId, change, version, offers: offers.length })), [{ productId: product.id, change: 'created', version: 1, offers: 1 }])
})

test('who asks for goods right after they were put hears what the tables have, and is not kept waiting for them', async () => {
  const drafts = ['memory', 'later'].map((key) => book(key, {
    title: `Of ${key}`, subtitle: 'A novel', descriptionHtml: '<p>Fish &amp; chips.</p>', contributors: [{ name: 'Mia Memory', role: 'author', sequence: 1 }, { name: 'Tom Translator', role: 'translator', sequence: 2 }],
    series: [{ name: 'Minds', position: '2' }], subjects: [{ scheme: 'thema', code: 'FBC', label: 'Classic fiction' }, { scheme: 'keyword', code: 'forgetting' }], attributes: { paper: 'wove' }, rating: { average: 4.5, count: 3 }, featuredRank: 7, firstPublishedYear: 1901,
    variant: { publishedOn: '1999-03', pages: 200, identifiers: [{ scheme: 'isbn13', value: '978-0-14-043911-3' }], contributors: [{ name: 'Ned Narrator', role: 'narrator', sequence: 1 }] },
    offers: [{ key: `${key}:a`, seller: 'house', condition: 'used_good', conditionNote: 'a little worn', prices: [{ amountMinor: 500, currency: 'GBP' }, { amountMinor: 600, currency: 'EUR' }], stock: { sku: `${key} sku`, onHand: 3 } }],
  }))
  const ids = (await shop.put(...drafts)).map(({ productId }) => productId as string)
  const byId = async () => (await shop.shop.getGoods({ productIds: [...ids, 'prd_of_nobody'] })).toSorted((a, b) => a.handle.localeCompare(b.handle))
  const [first, second] = [await byId(), await byId()]
  assert.equal(first.length, 2)
  assert.deepEqual(first, second)
  assert.deepEqual(first.map(({ variants }) => variants[0]?.offers[0]?.availability), ['low_stock', 'low_stock'])

  await shop.put(...drafts.map((draft) => ({ ...draft, subtitle: 'A second novel' })))
  await shop.database.run(`update product set title = 'Written behind its back' where id = $1`, [ids[0]])
  assert.deepEqual((await byId()).map(({ title, subtitle }) => `${title}: ${subtitle}`), ['Of later: A second novel', 'Of memory: A second novel'], 'nobody looks into the tables')
  assert.deepEqual((await byId()).map(({ title }) => title), ['Of later', 'Written behind its back'])

  await shop.put(...drafts)
  await shop.inventory.adjust({ stockItemId: shop.told.at(-1)?.offers[0]?.stockItemId as string, change: -3, reason: 'lost' })
  await shop.settled()
  assert.deepEqual(new Set((await byId()).map(({ variants }) => variants[0]?.offers[0]?.availability)), new Set(['low_stock', 'out_of_stock']), 'what changed since is read anew')
})

test('the same draft again changes nothing and tells nobody', async () => {
  const before = shop.told.length
  const [outcome] = await shop.put(book('one', { title: 'A Tale of Two Cities', descriptionHtml: '<p>It was the best of times.</p>' }))
  assert.equal(outcome?.outcome, 'unchanged')
  assert.equal(shop.told.length, before)
})

test('a changed draft keeps every id and the address, raises the version once and tells one event', async () => {
  const was = await shop.shop.getProduct({ idOrHandle: 'a-tale-of-two-cities' })
  const before = shop.told.length
  const [outcome] = await shop.put(book('one', { title: 'A Tale of Three Cities', price: 1099 }))
  assert.deepEqual(outcome, { key: 'one', outcome: 'updated', productId: was.id })
  const now = await shop.shop.getProduct({ idOrHandle: was.id })
  assert.equal(now.handle, 'a-tale-of-two-cities')
  assert.equal(now.version, 2)
  assert.equal(now.variants[0]?.id, was.variants[0]?.id)
  assert.equal(now.variants[0]?.offers[0]?.id, was.variants[0]?.offers[0]?.id)
  assert.equal(now.variants[0]?.offers[0]?.price.amountMinor, 1099)
  assert.deepEqual(shop.told.slice(before).map(({ change, version }) => ({ change, version })), [{ change: 'updated', version: 2 }])
  assert.ok(shop.purged.includes(`product:${was.id}`))
})

test('the second product of a title gets a numbered address', async () => {
  await shop.put(book('two', { title: 'Poems' }), book('three', { title: 'Poems!' }), book('four', { handle: 'poems-2', title: 'Poems, the second book' }), book('five', { title: 'poems' }))
  const { items } = await shop.shop.listProducts({ contributor: 'ada-author', sort: 'title' })
  assert.equal(new Set(items.map(({ handle }) => handle)).size, 5)
  assert.ok(items.some(({ handle }) => handle === 'poems'))
  assert.ok(items.some(({ handle }) => handle === 'poems-2'))
})

test('a bad draft is answered with a reason a person understands, and the others come in', async () => {
  const good = book('good')
  const outcomes = await shop.put(
    { ...book('bad'), variants: [{ ...book('bad').variants[0], publishedOn: 'last spring' }] }, good, 'not even an object', good,
    book('stranger', { offers: [{ key: 'x', seller: 'nobody', condition: 'new', prices: [], stock: { sku: 'x', onHand: 1 } }] }),
    book('lost', { categories: ['atlantis'] }),
    book('bare', { offers: [{ key: 'x', seller: 'house', condition: 'new', prices: [] }] }),
  )
  assert.deepEqual(outcomes.map(({ key, outcome }) => `${key} ${outcome}`), ['bad rejected', 'good created', ' rejected', 'good rejected', 'stranger rejected', 'lost rejected', 'bare rejected'])
  assert.match(outcomes[0]?.reason ?? '', /variants 1, publishedOn/)
  assert.match(outcomes[3]?.reason ?? '', /twice in this batch/)
  assert.equal(outcomes[4]?.reason, 'there is no seller "nobody"')
  assert.equal(outcomes[5]?.reason, 'there is no category "atlantis"')
  assert.match(outcomes[6]?.reason ?? '', /says nothing of its stock/)
})

test('markup that could harm is taken out on the way in', async () => {
  await shop.put(book('html', { title: 'Markup', descriptionHtml: '<p onclick="x()">Good <b>and</b> <a href="javascript:x()">bad</a></p><script>x()</script><img src=x onerror=x()><ul><li>one</ul>' }))
  const { descriptionHtml } = await shop.shop.getProduct({ idOrHandle: 'markup' })
  assert.equal(descriptionHtml, '<p>Good <strong>and</strong> bad</p><ul><li>one</li></ul>')
})

test('what is on sale is listed by its address for site maps, and what was withdrawn is not', async () => {
  await shop.put(book('kept', { title: 'Kept on the map' }), book('withdrawn', { title: 'Taken off the map', withdrawn: true }))
  const { parts, items } = await shop.shop.listHandles({ part: 1 })
  assert.equal(parts, 1)
  assert.ok(items.some(({ handle }) => handle === 'kept-on-the-map'))
  assert.ok(!items.some(({ handle }) => handle === 'taken-off-the-map'))
  assert.deepEqual((await shop.shop.listHandles({ part: 2 })).items, [])
})

test('the sections that every page shows count what was put a moment ago', async () => {
  const counted = async () => (await shop.shop.listCategories({})).find(({ handle }) => handle === 'counted')?.productCount
  assert.equal(await counted(), undefined)
  await shop.shop.putCategories([{ handle: 'counted', name: { en: 'Counted' } }])
  assert.equal(await counted(), 0)
  await shop.put(book('one-more', { categories: ['counted'] }))
  assert.equal(await counted(), 1)
})

test('the demo shop comes in whole, twice over as once', async () => {
  await shop.shop.putCategories(categories.map(({ handle, name, parent }) => ({ handle, name, ...(parent && { parent }) })))
  const first = await shop.put(...products)
  assert.deepEqual(first.filter(({ outcome }) => outcome !== 'created'), [])
  assert.deepEqual((await shop.put(...products)).filter(({ outcome }) => outcome !== 'unchanged'), [])
  const fiction = (await shop.shop.listCategories({})).find(({ handle }) => handle === 'fiction')
  let listed = 0
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { items, nextCursor } = await shop.shop.listProducts({ category: 'fiction', limit: 100, ...(cursor !== undefined && { cursor }) })
    listed += items.length
    cursor = nextCursor
  }
  assert.ok(listed > 0)
  assert.equal(fiction?.productCount, listed)
  const moby = await shop.shop.getProduct({ idOrHandle: 'moby-dick', market: 'de' })
  assert.deepEqual(moby.categories[0]?.map(({ name }) => name), ['Belletristik', 'Das Meer'])
  assert.ok(moby.variants.every(({ offers }) => offers.every(({ price }) => price.currency === 'EUR')))
})

test('batches with the same products at the same time make each once', async () => {
  const drafts = Array.from({ length: 60 }, (_, n) => book(`race-${n}`))
  const all = await Promise.all([shop.shop.putProducts({ source: 'race', drafts }), shop.shop.putProducts({ source: 'race', drafts: drafts.toReversed() }), shop.shop.putProducts({ source: 'race', drafts })])
  const made = all.flatMap(({ outcomes }) => outcomes)
  assert.equal(made.filter(({ outcome }) => outcome === 'created').length, 60)
  assert.equal(made.filter(({ outcome }) => outcome === 'unchanged').length, 120)
})

test('only an operator, or the shop itself, puts products', async () => {
  const guest = shop.client({ kind: 'guest', guestId: 'gst_1' })
  await assert.rejects(guest.putProducts({ source: 'test', drafts: [book('x')] }), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
})
