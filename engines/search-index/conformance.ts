import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { EngineAway, NoSuchIndex, offerFacets, productFacets, type Filters, type IndexedProduct, type SearchIndex, type SearchRequest, type TextQuery, type VersionedProduct } from './port.ts'

export interface SearchIndexAdapter {
  readonly name: string
  /** A fresh engine without indexes; with `again`, the same one opened anew. */
  open(test: TestContext): Promise<{ index: SearchIndex; again(): Promise<SearchIndex> }>
}

/** What every search index does. */
export function searchIndexConformance({ name, open }: SearchIndexAdapter): void {
  const filled = async (test: TestContext, products: readonly IndexedProduct[] = shelf) => {
    const { index, again } = await open(test)
    await index.create('books-1')
    await index.put('books-1', products.map((product) => at(1, product)))
    await index.point('books', 'books-1')
    return { index, again }
  }
  const ids = async (index: SearchIndex, request: Partial<SearchRequest>): Promise<string[]> => [...(await index.search('books', { ...everything, ...request })).ids]
  const words = (...all: string[]): TextQuery => ({ terms: all.map((word) => ({ any: [word] })), minimum: all.length, phrases: [], without: [], weights })

  describe(`search index: ${name}`, { timeout: 400_000 }, () => {
    it('finds by all words, in any form and any field, the title before the description', async (test) => {
      const { index } = await filled(test)
      assert.deepEqual(await ids(index, { text: words('whale') }), ['moby', 'voyage'])
      assert.deepEqual(await ids(index, { text: words('whales') }), ['moby', 'voyage'])
      assert.deepEqual(await ids(index, { text: words('melville', 'whale') }), ['moby'])
      assert.deepEqual(await ids(index, { text: words('melville', 'emma') }), [])
      assert.deepEqual(await ids(index, { text: { ...words('melville', 'emma'), minimum: 1 } }).then((found) => found.sort()), ['emma', 'moby', 'omoo'])
      assert.deepEqual(await ids(index, { text: words('strasse') }), ['strasse'])
    })

    it('goes on being written whatever was written before: words anew, then what says nothing new, again and again', async (test) => {
      const { index } = await filled(test)
      for (let version = 2; version < 8; version++) {
        const renamed = shelf.map((product) => ({ ...product, title: `${product.title} ${Math.floor(version / 2)}` }))
        assert.deepEqual((await index.put('books-1', renamed.map((product) => at(version, product)))).stale, [])
      }
      assert.deepEqual(await ids(index, { text: words('whale', '3') }), ['moby', 'voyage'])
    })

    it('takes the words of every language by their stems, accents and ligatures aside', async (test) => {
      const { index } = await filled(test)
      assert.deepEqual(await ids(index, { text: words('haus') }), ['strasse'])
      assert.deepEqual(await ids(index, { text: words('hauser') }), ['strasse'])
      assert.deepEqual(await ids(index, { text: words('ete') }), ['ete'])
    })

    it('looks for phrases word by word, for beginnings, for other words, and not for what is left out', async (test) => {
      const { index } = await filled(test)
      assert.deepEqual(await ids(index, { text: { ...words(), phrases: ['the white whale'] } }), ['moby'])
      assert.deepEqual(await ids(index, { text: { ...words(), phrases: ['whale white'] } }), [])
      assert.deepEqual(await ids(index, { text: { ...words(), terms: [{ any: ['melv'], prefix: true }], minimum: 1 } }).then((found) => found.sort()), ['moby', 'omoo'])
      assert.deepEqual(await ids(index, { text: { ...words(), terms: [{ any: ['cetacean', 'whale'] }], minimum: 1 } }), ['moby', 'voyage'])
      assert.deepEqual(await ids(index, { text: { ...words('whale'), without: ['voyage'] } }), ['moby'])
      assert.deepEqual(await ids(index, { text: { ...words('whale'), fields: ['title'] } }), ['moby'])
    })

    it('takes operators of query languages for what they are: marks without meaning', async (test) => {
      const { index } = await filled(test)
      for (const typed of ['whale" OR "', 'NEAR(whale', 'title:whale*', '(whale', 'whale~2', '/wh.*/', '*', '"', '\\', 'a AND NOT b', '{title} : x', '\u0000', '']) {
        await index.search('books', { ...everything, text: { ...words(typed), phrases: [typed], without: [`${typed} x`] } })
      }
    })

    it('asks that one offer of one variant satisfies all that tells offers apart, and says which', async (test) => {
      const { index } = await filled(test)
      // Omoo's paperback is sold out, and its hardback is dear.
      const wanted: Filters = { chosen: { contributor: ['herman-melville'], format: ['paperback'], availability: ['in_stock'] }, priceTo: 1000 }
      const found = await index.search('books', { ...everything, filters: wanted })
      assert.deepEqual(found.ids, ['moby'])
      assert.deepEqual(found.hits[0]?.matched, { variantId: 'moby-paperback', offerId: 'moby-paperback-0' })
      assert.deepEqual((await ids(index, { filters: { chosen: { contributor: ['herman-melville'], format: ['paperback', 'hardback'] }, priceTo: 1000 } })).sort(), ['moby', 'omoo'])
      assert.deepEqual((await index.read('books', ['omoo', 'none', 'moby'], { chosen: { format: ['hardback'] } }, 'GBP')).map(({ product, matched }) => [product.id, matched?.variantId]), [['omoo', 'omoo-hardback'], ['moby', undefined]])
    })

    it('offers nothing in a market where it has no price', async (test) => {
      const { index } = await filled(test)
      assert.deepEqual(await ids(index, { filters: { chosen: {}, priceFrom: 0 }, currency: 'EUR' }), ['strasse'])
      assert.deepEqual(await ids(index, { filters: { chosen: { seller: ['house'] } }, currency: 'EUR' }), ['strasse'])
    })

    it('counts each facet as if it were not chosen itself, and the others with it', async (test) => {
      const { index } = await filled(test)
      const { facets, total, cut } = await index.search('books', { ...everything, filters: { chosen: { format: ['hardback'] } } })
      const counts = (facet: keyof typeof facets) => Object.fromEntries((facets[facet] ?? []).map(({ value, count }) => [value, count]))
      assert.deepEqual([total, cut], [{ value: 1, exact: true }, false])
      assert.deepEqual(counts('format'), { paperback: 6, hardback: 1 })
      assert.deepEqual(counts('contributor'), { 'herman-melville': 1 })
      assert.deepEqual(counts('category'), { fiction: 1 })
      const both = await index.search('books', { ...everything, filters: { chosen: { contributor: ['herman-melville'], category: ['fiction'] } } })
      assert.deepEqual(both.facets.contributor?.map(({ value, label, count }) => [value, label, count]).sort(), [['herman-melville', 'Herman Melville', 2], ['jane-austen', 'Jane Austen', 1]])
    })

    it('counts price bands, ratings and decades, each as if it were not chosen', async (test) => {
      const { index } = await filled(test)
      const { priceBands, ratings, facets, ids: found } = await index.search('books', { ...everything, filters: { chosen: {}, priceTo: 700, ratingFrom: 4 } })
      assert.deepEqual(found, ['emma'])
      assert.deepEqual(priceBands, [0, 1, 0])
      assert.deepEqual(ratings, [1, 1, 1, 1])
      assert.deepEqual(facets.decade?.map(({ value, count }) => [value, count]), [['1810', 1]])
      assert.deepEqual((await ids(index, { filters: { chosen: {}, yearFrom: 1840, yearTo: 1851 } })).sort(), ['moby', 'omoo'])
    })

    it('keeps attributes of different names apart: values of one widen, another narrows', async (test) => {
      const { index } = await filled(test, [thing('red-s', { colour: 'red', size: 's' }), thing('red-l', { colour: 'red', size: 'l' }), thing('blue-s', { colour: 'blue', size: 's' })])
      assert.deepEqual((await ids(index, { filters: { chosen: { attribute: ['colour:red', 'colour:blue', 'size:s'] } } })).sort(), ['blue-s', 'red-s'])
      const { facets } = await index.search('books', { ...everything, filters: { chosen: { attribute: ['colour:red'] } } })
      assert.deepEqual(facets.attribute?.map(({ value, label, count }) => `${value} ${label} ${count}`).sort(), ['colour:blue blue 1', 'colour:red red 2', 'size:l l 1', 'size:s s 1'])
    })

    it('sorts by price, age, title, rating and popularity', async (test) => {
      const { index } = await filled(test)
      const few = { filters: { chosen: { category: ['fiction'] } } }
      assert.deepEqual(await ids(index, { ...few, sort: 'price' }), ['emma', 'moby', 'omoo'])
      assert.deepEqual(await ids(index, { ...few, sort: '-price' }), ['omoo', 'moby', 'emma'])
      assert.deepEqual(await ids(index, { ...few, sort: 'newest' }), ['omoo', 'moby', 'emma'])
      assert.deepEqual(await ids(index, { ...few, sort: 'title' }), ['emma', 'moby', 'omoo'])
      assert.deepEqual(await ids(index, { ...few, sort: 'rating' }), ['emma', 'moby', 'omoo'])
      assert.deepEqual(await ids(index, { ...few, sort: 'popularity' }), ['moby', 'emma', 'omoo'])
      assert.deepEqual(await ids(index, { ...few, sort: 'price', limit: 2 }), ['emma', 'moby'])
    })

    it('never lets an old fact overwrite a newer one, and forgets what is gone', async (test) => {
      const { index } = await filled(test)
      assert.deepEqual(await index.put('books', [at(3, { ...book('moby', 'The Whale'), description: '' })]), { stale: [] })
      assert.deepEqual(await index.put('books', [at(2, moby), at(1, omoo)]), { stale: ['moby', 'omoo'] })
      assert.deepEqual(await ids(index, { text: words('moby') }), [])
      assert.deepEqual(await index.put('books', [{ id: 'moby', version: 4, product: null }]), { stale: [] })
      assert.deepEqual(await index.put('books', [at(3, moby)]), { stale: ['moby'] })
      assert.equal(await index.count('books'), shelf.length - 1)
      assert.deepEqual(await index.suggest('books', ['moby'], 5), [])
      assert.deepEqual(await index.versions('books', ['moby', 'omoo', 'none']), { moby: 4, omoo: 1 })
      await index.put('books', [at(5, moby)])
      assert.deepEqual(await ids(index, { text: words('moby') }), ['moby'])
    })

    it('finds by identifiers and names', async (test) => {
      const { index } = await filled(test)
      assert.deepEqual(await index.identify('books', ['9780000000001', 'none']), ['moby'])
      assert.deepEqual(await index.named('books', 'contributor', 'HERMAN melville'), { value: 'herman-melville', label: 'Herman Melville' })
      assert.equal(await index.named('books', 'contributor', 'melville'), null)
    })

    it('suggests from the first letter on what has the words and begins with the last', async (test) => {
      const { index } = await filled(test)
      const suggested = async (...typed: string[]) => (await index.suggest('books', typed, 5)).map(({ kind, text, handle }) => `${kind} ${text} ${handle}`)
      assert.ok((await suggested('m')).includes('product Moby-Dick; or, The Whale moby'))
      assert.deepEqual(await suggested('melv'), ['contributor Herman Melville herman-melville'])
      assert.deepEqual(await suggested('herman', 'm'), ['contributor Herman Melville herman-melville'])
      assert.deepEqual(await suggested('austen', 'j'), ['contributor Jane Austen jane-austen'])
      assert.deepEqual(await suggested('nothing'), [])
    })

    it('knows real words near a typed one: by letters, transpositions counting one, the first letter too, frequent ones first', async (test) => {
      const { index } = await filled(test)
      const near = async (word: string) => (await index.spell('books', [word]))[0]?.nearby[0]?.word
      assert.equal(await near('whael'), 'whale')
      assert.equal(await near('melvlle'), 'melville')
      assert.equal(await near('xelville'), 'melville')
      assert.equal(await near('nelvylle'), 'melville')
      assert.equal(await near('wha'), undefined)
      assert.equal(await near('whalxy'), undefined)
      assert.equal((await index.spell('books', ['melville']))[0]?.frequency, 2)
    })

    it('points an alias at once at another index, and is opened again with all it had', async (test) => {
      const { index, again } = await filled(test)
      await index.create('books-2')
      await index.put('books-2', [at(1, emma)])
      assert.equal(await index.count('books'), shelf.length)
      await index.point('books', 'books-2')
      assert.equal(await index.count('books'), 1)
      await index.drop('books-1')
      assert.deepEqual(await index.list(), ['books-2'])
      await index.close()
      const opened = await again()
      assert.equal(await opened.resolve('books'), 'books-2')
      assert.deepEqual([...(await opened.search('books', { ...everything, text: words('emma') })).ids], ['emma'])
      assert.deepEqual((await opened.suggest('books', ['em'], 5)).map(({ text }) => text), ['Emma'])
      await assert.rejects(opened.count('books-1'), NoSuchIndex)
    })

    it('says that it is away once it is closed', async (test) => {
      const { index } = await filled(test)
      await index.close()
      await assert.rejects(index.count('books'), EngineAway)
    })
  })
}

const weights = { title: 8, subtitle: 3, series: 4, contributors: 5, subjects: 2, brand: 3, description: 1 }
const everything: SearchRequest = { filters: { chosen: {} }, currency: 'GBP', sort: 'relevance', limit: 100, top: 10, facets: [...productFacets, ...offerFacets], priceBands: [0, 500, 1000], facetValues: 20, withinMs: 10_000 }

const at = (version: number, product: IndexedProduct): VersionedProduct => ({ id: product.id, version, product })

interface Sold { readonly format: string; readonly price: number; readonly currency?: string; readonly availability?: string }

function book(id: string, title: string, { sold = [{ format: 'paperback', price: 900 }], ...more }: Partial<IndexedProduct> & { readonly sold?: readonly Sold[] } = {}): IndexedProduct {
  return {
    id, handle: id, title, series: [], contributors: [], subjects: [], description: '', language: 'en', identifiers: [], categories: [], attributes: [], publishedOn: 0, popularity: 0.1,
    variants: sold.map(({ format, price, currency = 'GBP', availability = 'in_stock' }) => ({
      id: `${id}-${format}`, format, offers: [{ id: `${id}-${format}-0`, seller: { value: 'house', label: 'Octavo' }, condition: 'new', availability, prices: { [currency]: price } }],
    })),
    ...more,
  }
}

const thing = (id: string, attributes: Readonly<Record<string, string>>): IndexedProduct => book(id, id, { attributes: Object.entries(attributes).map(([name, value]) => ({ value: `${name}:${value}`, label: value })) })

const melville = [{ value: 'herman-melville', label: 'Herman Melville' }]
const moby = book('moby', 'Moby-Dick; or, The Whale', {
  contributors: melville, description: 'A captain hunts the white whale.', identifiers: ['9780000000001'], categories: ['fiction'], year: 1851, publishedOn: 20200101, popularity: 0.9, rating: { average: 3.9, count: 100 },
})
const omoo = book('omoo', 'Omoo', {
  contributors: melville, categories: ['fiction'], year: 1847, publishedOn: 20210101, popularity: 0.2,
  sold: [{ format: 'paperback', price: 950, availability: 'out_of_stock' }, { format: 'hardback', price: 2500 }],
})
const emma = book('emma', 'Emma', { contributors: [{ value: 'jane-austen', label: 'Jane Austen' }], categories: ['fiction'], year: 1815, publishedOn: 20100101, popularity: 0.8, rating: { average: 4.4, count: 50 }, sold: [{ format: 'paperback', price: 700 }] })
const shelf: readonly IndexedProduct[] = [
  moby, omoo, emma,
  book('voyage', 'A Voyage South', { description: 'Ice, whales and weather.' }),
  book('strasse', 'Die Häuser der Straße', { language: 'de', sold: [{ format: 'paperback', price: 1100, currency: 'EUR' }] }),
  book('ete', 'L’Été', { language: 'fr', sold: [{ format: 'paperback', price: 1500 }] }),
]
