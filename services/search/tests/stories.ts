import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isFailure } from '@octavo/failure'
import { book, type openShop } from './shop.ts'

/** What is found by what people type, whichever engine finds it. */
export async function findingStories(shop: Awaited<ReturnType<typeof openShop>>): Promise<void> {
  await shop.put(
    book('Moby-Dick; or, The Whale', 'Herman Melville', {
      descriptionHtml: '<p>A captain hunts the <em>white</em> whale &amp; loses.</p>', firstPublishedYear: 1851, featuredRank: 1,
      copies: [{ price: 1299, isbn: '9780140449136' }, { format: 'hardback', price: 2500 }],
    }),
    book('Omoo', 'Herman Melville', { firstPublishedYear: 1847, copies: [{ price: 700, onHand: 0 }, { format: 'hardback', price: 2000 }] }),
    book('Emma', 'Jane Austen', { copies: [{ price: 799 }] }),
    book('Paperback Writer', 'A. Hand', { copies: [{ format: 'hardback', price: 1500 }] }),
    book('Die Häuser am See', 'Karl Weber', { language: 'de', copies: [{ price: 1100 }] }),
  )

  describe('finding', () => {
    it('takes a title, half a title, an author, a word of the description', async () => {
      for (const q of ['moby dick', 'MOBY', 'the whale', 'captain whale', 'melville whale']) assert.equal((await shop.titles(q))[0], 'Moby-Dick; or, The Whale', q)
      assert.deepEqual(await shop.titles('haus see', { market: 'de' }), ['Die Häuser am See'])
    })

    it('takes an ISBN with or without dashes, and its short form', async () => {
      for (const q of ['9780140449136', '978-0-14-044913-6', 'ISBN 978 0 14 044913 6', '0140449132']) assert.deepEqual(await shop.titles(q), ['Moby-Dick; or, The Whale'], q)
    })

    it('reads format, price and stock out of the words, and one offer satisfies them together', async () => {
      const found = await shop.shop.search({ q: 'melville hardback under £22 in stock' })
      assert.deepEqual(found.readings.map(({ id }) => id), ['format:hardback', 'price:-2200', 'availability:in_stock'])
      assert.deepEqual(found.items.map(({ title, matched }) => [title, matched?.format, matched?.price?.amountMinor]), [['Omoo', 'hardback', 2000]])
      // Its paperback is sold out and its hardback is dear.
      assert.ok(!(await shop.titles('omoo', { filters: { format: ['paperback'], availability: ['in_stock'] } })).includes('Omoo'))
    })

    it('takes back a reading by its id, and by itself when nothing is like that', async () => {
      const undone = await shop.shop.search({ q: 'melville hardback', undo: ['format:hardback'] })
      assert.deepEqual(undone.readings, [])
      const emma = await shop.shop.search({ q: 'emma hardback' })
      assert.deepEqual([emma.items.map(({ title }) => title), emma.readings, emma.undone.map(({ id }) => id)], [['Emma'], [], ['format:hardback']])
    })

    it('reads nothing out of what is a title', async () => {
      const found = await shop.shop.search({ q: 'paperback writer' })
      assert.deepEqual([found.items[0]?.title, found.readings], ['Paperback Writer', []])
    })

    it('narrows to an author that it knows by name', async () => {
      const found = await shop.shop.search({ q: 'books by herman melville' })
      assert.deepEqual(found.items.map(({ title }) => title).sort(), ['Moby-Dick; or, The Whale', 'Omoo'])
      assert.equal(found.readings[0]?.label, 'By Herman Melville')
    })

    it('corrects what finds nothing, says so, and leaves what was meant as typed', async () => {
      const found = await shop.shop.search({ q: 'melvlle whale' })
      assert.deepEqual([found.items[0]?.title, found.corrected, found.didYouMean], ['Moby-Dick; or, The Whale', true, 'melville whale'])
      assert.equal((await shop.shop.search({ q: 'melvlle', verbatim: true })).matching, 'popular')
    })

    it('lets words go when nothing has all of them, and says how many stayed', async () => {
      const found = await shop.shop.search({ q: 'whale captain submarine' })
      assert.deepEqual([found.items[0]?.title, found.matching], ['Moby-Dick; or, The Whale', 'most'])
      assert.equal((await shop.shop.search({ q: 'emma submarine' })).matching, 'any')
    })

    it('is never a dead end: what is liked is shown, and that nothing was found', async () => {
      const found = await shop.shop.search({ q: 'xyzzyq' })
      assert.deepEqual([found.matching, found.total.value, found.items[0]?.title], ['popular', 0, 'Moby-Dick; or, The Whale'])
    })

    it('leaves out words with a minus, and holds words in quotation marks together', async () => {
      assert.deepEqual(await shop.titles('melville -whale'), ['Omoo'])
      assert.deepEqual(await shop.titles('"white whale"'), ['Moby-Dick; or, The Whale'])
      assert.equal((await shop.shop.search({ q: '"whale white"' })).matching, 'popular')
    })

    it('marks in titles and descriptions why something was found', async () => {
      const [item] = (await shop.shop.search({ q: 'whales' })).items
      assert.deepEqual(item?.highlights.title.filter(({ hit }) => hit).map(({ text }) => text), ['Whale'])
      assert.deepEqual(item?.highlights.description.map(({ text }) => text).join(''), 'A captain hunts the white whale & loses.')
    })

    it('counts facets as if they were not chosen, and hides those that narrow nothing', async () => {
      const { facets } = await shop.shop.search({ filters: { format: ['hardback'] } })
      const format = facets.find(({ name }) => name === 'format')
      assert.deepEqual(format?.values.map(({ value, count, selected }) => [value, count, selected]), [['paperback', 4, false], ['hardback', 3, true]])
      assert.equal(facets.find(({ name }) => name === 'condition'), undefined)
    })

    it('sorts as wished for in words, and as chosen', async () => {
      // Omoo's paperback would be cheaper and is sold out.
      assert.deepEqual(await shop.titles('cheapest melville'), ['Moby-Dick; or, The Whale', 'Omoo'])
      assert.deepEqual(await shop.titles('melville', { sort: '-price' }), ['Omoo', 'Moby-Dick; or, The Whale'])
    })

    it('tells an operator, and nobody else, what each feature gave', async () => {
      const { items: [item] } = await shop.client({ kind: 'operator' }).search({ q: 'moby dick', explain: true })
      assert.ok(item?.explain && item.explain.features['titleExact'] === 1 && item.explain.shares['titleExact'] !== undefined)
      await assert.rejects(shop.client({ kind: 'anonymous' }).search({ q: 'moby dick', explain: true }), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
    })
  })

  describe('paging', () => {
    it('keeps a query’s order, whatever changes meanwhile', async () => {
      const first = await shop.shop.search({ limit: 2 })
      await shop.catalog.setPrice({ offerId: (await shop.catalog.getProduct({ idOrHandle: 'emma' })).variants[0]?.offers[0]?.id ?? '', price: { amountMinor: 1, currency: 'GBP' } })
      await shop.settled()
      const rest = [...(await shop.shop.search({ limit: 2, cursor: first.nextCursor ?? '' })).items, ...(await shop.shop.search({ limit: 2, cursor: (await shop.shop.search({ limit: 2, cursor: first.nextCursor ?? '' })).nextCursor ?? '' })).items]
      assert.equal(new Set([...first.items, ...rest].map(({ id }) => id)).size, 5)
    })

    it('refuses a cursor of another search, and one that was made up', async () => {
      const { nextCursor } = await shop.shop.search({ limit: 2 })
      assert.ok(nextCursor)
      for (const asked of [{ q: 'melville', cursor: nextCursor }, { cursor: 'made-up' }, { cursor: Buffer.from('["search",1,2,3]').toString('base64url') }]) {
        await assert.rejects(shop.shop.search(asked), (error) => isFailure(error, 'INVALID_INPUT'))
      }
    })
  })

  describe('suggesting', () => {
    it('begins with the first letter, and takes names in any order and other spellings', async () => {
      const suggested = async (q: string) => (await shop.shop.suggest({ q })).items.map(({ text, url }) => `${text} ${url}`)
      assert.ok((await suggested('m')).includes('Moby-Dick; or, The Whale /b/moby-dick-or-the-whale'))
      assert.deepEqual(await suggested('melville her'), ['Herman Melville /contributors/herman-melville'])
      assert.deepEqual(await suggested('melvlle'), ['Herman Melville /contributors/herman-melville'])
      assert.deepEqual(await suggested('?!'), [])
    })
  })

  describe('what nobody should type', () => {
    it('is answered sensibly or refused, never broken and never slow', async () => {
      for (const q of ['"""', '***', '(((((', 'a AND b OR NOT c', '-', '- -', '--x', '"', 'NEAR/3', '\u202e\u0007', '{}[]^~?:\\/', 'ﬁnd', '£', '-- drop table', 'a '.repeat(249), '0'.repeat(500), '£10–£5', '10-20-30', 'under under under', 'by by by', 'without without']) {
        const found = await shop.shop.search({ q })
        assert.ok(!found.degraded && found.items.length > 0, q)
        await shop.shop.suggest({ q })
      }
      await assert.rejects(shop.shop.search({ q: 'a'.repeat(501) }))
    })
  })
}
