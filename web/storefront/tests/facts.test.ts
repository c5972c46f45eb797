import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Product } from '@octavo/catalog/contract'
import { builtInMarkets, type Market } from '@octavo/market'
import { editionsOf, otherCopies, type Offer, type Variant } from '../book/editions.ts'
import { factsOf } from '../book/facts.ts'
import { structured } from '../book/structured.ts'
import { sitemap, sitemapIndex } from '../page/sitemap.ts'
import { viewOf } from '../page/view.ts'

const [uk] = builtInMarkets as readonly [Market]
const view = viewOf(uk, builtInMarkets)

const offer = (id: string, amountMinor: number, more: Partial<Offer> = {}): Offer => ({
  id, price: { amountMinor, currency: 'GBP' }, condition: 'new', availability: 'in_stock', seller: { id: 'sel_1', handle: 'house', name: 'Octavo' }, ...more,
})
const paperback = {
  id: 'var_1', format: 'paperback', identifiers: [{ scheme: 'isbn13', value: '9780140449136' }], pages: 320, publishedOn: '2003', digital: false, contributors: [],
  offers: [offer('off_1', 999), offer('off_2', 450, { condition: 'used_good' })],
} as unknown as Variant
const product = {
  id: 'prd_1', handle: 'a-book', kind: 'book', title: 'A Book </script>', descriptionHtml: '<p>About a <em>book</em>.</p>', language: 'en', originalLanguage: 'ru',
  contributors: [{ id: 'ctb_1', handle: 'an-author', name: 'An Author', role: 'author' }], series: [{ id: 'ser_1', handle: 'a-series', name: 'A Series', position: '2' }],
  subjects: [], categories: [], attributes: {}, media: [], rating: { average: 4.1, count: 12 }, firstPublishedYear: -400, variants: [paperback],
} as unknown as Product

describe('the editions of a book', () => {
  it('stand for the best new copy, and the others are listed below, cheapest first', () => {
    const [edition] = editionsOf(product)
    assert.equal(edition?.offer?.id, 'off_1')
    assert.deepEqual(otherCopies(editionsOf(product)).map((copy) => copy.offer.id), ['off_2'])
  })

  it('that can be bought come before those that cannot', () => {
    const sold = { ...paperback, id: 'var_0', offers: [offer('off_0', 100, { availability: 'out_of_stock' })] }
    assert.deepEqual(editionsOf({ variants: [sold, paperback] }).map(({ variant }) => variant.id), ['var_1', 'var_0'])
  })
})

describe('the particulars', () => {
  it('tell what an e-book does for whoever reads it otherwise, in the reader’s language', () => {
    const readable = { ...product, attributes: { accessibility: 'Single logical reading order; Something newer', ages: '9 to 12' } } as Product
    const told = (words: ReturnType<typeof viewOf>) => factsOf(readable, undefined, words).slice(-2).map(({ name, values }) => [name, values.map(({ value }) => value)])
    assert.deepEqual(told(view), [['Accessibility', ['Single logical reading order', 'Something newer']], ['Ages', ['9 to 12']]])
    assert.deepEqual(told(viewOf(builtInMarkets[1] as Market, builtInMarkets)), [['Barrierefreiheit', ['Eine klare Lesereihenfolge', 'Something newer']], ['Alter', ['9 to 12']]])
  })

  const facts = factsOf(product, paperback, view)
  const fact = (name: string) => facts.find((each) => each.name === name)

  it('lead to the series and say the volume', () => assert.deepEqual(fact('Series'), { name: 'Series', values: [{ value: 'A Series, 2', href: '/series/a-series' }] }))
  it('tell years before our era as people write them', () => assert.equal(fact('First published')?.values[0]?.value, 'about 400 BCE'))
  it('tell the language it was written in when that is another', () => assert.equal(fact('Written in')?.values[0]?.value, 'Russian'))
  it('lead to each subject that has a list, by its words or else its code', () => {
    const subjects = [{ scheme: 'thema', code: 'FBC', label: 'Classic fiction', handle: 'thema-fbc' }, { scheme: 'bisac', code: 'FIC004000', handle: 'bisac-fic004000' }, { scheme: 'keyword', code: 'whales' }]
    assert.deepEqual(factsOf({ ...product, subjects }, paperback, view).find(({ name }) => name === 'Subjects')?.values, [{ value: 'Classic fiction', href: '/subjects/thema-fbc' }, { value: 'FIC004000', href: '/subjects/bisac-fic004000' }])
  })
  it('leave out what nobody knows', () => assert.equal(fact('Weight'), undefined))
})

describe('what search engines read', () => {
  it('is the book, its editions and every offer, by schema.org', () => {
    const facts = structured(product, 'https://shop.example/b/a-book') as Record<string, unknown>
    assert.deepEqual(facts['@type'], ['Book', 'Product'])
    assert.deepEqual(facts['author'], [{ '@type': 'Person', name: 'An Author' }])
    assert.equal(facts['description'], 'About a book.')
    assert.deepEqual((facts['workExample'] as Record<string, unknown>[]).map(({ isbn, bookFormat }) => ({ isbn, bookFormat })), [{ isbn: '9780140449136', bookFormat: 'https://schema.org/Paperback' }])
    assert.deepEqual((facts['offers'] as Record<string, unknown>[]).map(({ price, priceCurrency, itemCondition }) => ({ price, priceCurrency, itemCondition })), [
      { price: '9.99', priceCurrency: 'GBP', itemCondition: 'https://schema.org/NewCondition' }, { price: '4.50', priceCurrency: 'GBP', itemCondition: 'https://schema.org/UsedCondition' },
    ])
  })

  it('is no book when it is a thing', () => {
    const facts = structured({ ...product, kind: 'other' }, 'https://shop.example/b/a-lamp') as Record<string, unknown>
    assert.equal(facts['@type'], 'Product')
    assert.equal(facts['author'], undefined)
  })

  it('is a site map whose addresses are escaped', () => {
    assert.match(sitemap([{ url: 'https://shop.example/b/a?x=1&y=2', changed: '2026-11-24T10:00:00.000Z' }]), /<url><loc>https:\/\/shop\.example\/b\/a\?x=1&amp;y=2<\/loc><lastmod>2026-11-24T10:00:00\.000Z<\/lastmod><\/url>/)
    assert.match(sitemapIndex(['https://shop.example/sitemaps/1.xml']), /<sitemapindex xmlns="[^"]+"><sitemap><loc>https:\/\/shop\.example\/sitemaps\/1\.xml<\/loc><\/sitemap><\/sitemapindex>/)
  })
})
