import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { categories, DEMO_PREFIX, houseSeller, products, sellers, type VariantDraft } from '../demo-shop.ts'
import { frontTable } from '../front-table.ts'

const variants = products.flatMap((product) => product.variants)
const offers = variants.flatMap((variant) => variant.offers)
const isbnOf = (variant: VariantDraft) => variant.identifiers.find(({ scheme }) => scheme === 'isbn13')?.value ?? ''
const twice = (list: string[]) => list.filter((value, i) => list.indexOf(value) !== i)

/** A second way to say it: the weighted digits of an EAN-13 sum to a multiple of ten. */
const hasRightCheckDigit = (isbn: string) =>
  /^\d{13}$/.test(isbn) && [...isbn].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 ? 3 : 1), 0) % 10 === 0

describe('the demo shop', () => {
  it('has forty works, some of them in two languages', () => {
    const byWork = Map.groupBy(products, (product) => product.work?.key)
    assert.equal(byWork.size, 40)
    const joined = [...byWork.values()].filter((group) => group.length > 1)
    assert.equal(joined.length, 9)
    for (const group of joined) {
      assert.equal(new Set(group.map((product) => product.language)).size, group.length)
      assert.equal(new Set(group.map((product) => product.work?.title)).size, 1)
    }
    const languages = new Set(products.map((product) => product.language))
    for (const language of ['en', 'de', 'fr', 'es', 'it', 'pt', 'ru', 'ja']) assert.ok(languages.has(language), language)
  })

  it('is the same every time', async () => {
    const copy = '../demo-shop.ts?again'
    const again = (await import(copy)) as typeof import('../demo-shop.ts')
    assert.equal(JSON.stringify(again.products), JSON.stringify(products))
    const folder = new URL('../', import.meta.url)
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (path.endsWith('.ts') && !path.startsWith('tests'))
        assert.doesNotMatch(readFileSync(new URL(path, folder), 'utf8'), /Math\.random|\bDate\b|randomUUID|process\./, path)
  })

  it('gives every edition an ISBN of its own, right in its check digit and in the demo’s range', () => {
    for (const variant of variants) {
      assert.ok(hasRightCheckDigit(isbnOf(variant)), variant.key)
      assert.ok(isbnOf(variant).startsWith(DEMO_PREFIX), variant.key)
    }
    assert.deepEqual(twice(variants.map(isbnOf)), [])
  })

  it('uses no key twice', () => {
    assert.deepEqual(twice(products.map((product) => product.key)), [])
    assert.deepEqual(twice(products.map((product) => product.handle ?? '')), [])
    assert.deepEqual(twice(variants.map((variant) => variant.key)), [])
    assert.deepEqual(twice(offers.map((offer) => offer.key)), [])
    assert.deepEqual(twice(offers.flatMap((offer) => offer.stock?.sku ?? [])), [])
  })

  it('puts every book in sections that exist, a parent before its children', () => {
    const handles = categories.map(({ handle }) => handle)
    for (const product of products) {
      assert.ok(product.categories.length > 0, product.key)
      for (const handle of product.categories) assert.ok(handles.includes(handle), `${handle} of ${product.key}`)
    }
    for (const [i, category] of categories.entries())
      if (category.parent) assert.ok(handles.slice(0, i).includes(category.parent), category.handle)
    for (const handle of handles) assert.ok(products.some((product) => product.categories.includes(handle)), handle)
  })

  it('prices every offer in pounds, euros and dollars', () => {
    for (const offer of offers) {
      assert.deepEqual(offer.prices.map(({ currency }) => currency), ['GBP', 'EUR', 'USD'], offer.key)
      for (const { amountMinor } of offer.prices) assert.ok(Number.isInteger(amountMinor) && amountMinor > 0, offer.key)
    }
  })

  it('sells through sellers that exist; used copies are described', () => {
    const known = [houseSeller, ...sellers].map(({ handle }) => handle)
    for (const offer of offers) {
      assert.ok(known.includes(offer.seller), offer.key)
      if (offer.condition === 'new') continue
      assert.ok(offer.conditionNote, offer.key)
      assert.notEqual(offer.seller, 'house')
    }
    for (const { handle } of sellers) assert.ok(offers.filter(({ seller }) => seller === handle).length >= 8, handle)
    assert.ok(offers.filter(({ condition }) => condition !== 'new').length >= 30)
  })

  it('counts stock for what is printed and none for what is downloaded', () => {
    for (const variant of variants)
      for (const offer of variant.offers) assert.equal(offer.stock === undefined, variant.digital, offer.key)
  })

  it('has plenty of most books, a few of some, none of a few', () => {
    const onHand = offers.filter(({ seller }) => seller === 'house').flatMap(({ stock }) => stock?.onHand ?? [])
    const none = onHand.filter((n) => n === 0).length
    const low = onHand.filter((n) => n > 0 && n < 5).length
    assert.ok(none >= 2 && none <= 6, `${none} sold out`)
    assert.ok(low >= 5, `${low} low`)
    assert.ok(onHand.filter((n) => n >= 8).length > onHand.length * 0.7)
    assert.ok(variants.some(({ format, offers: [first] }) => format === 'hardback' && first?.stock?.onHand === 0))
  })

  it('can fill a first page of twenty-four with thirty things to buy', () => {
    const first = products.filter(({ featuredRank = Infinity }) => featuredRank <= 24).flatMap((product) => product.variants)
    const ample = first.flatMap((variant) => variant.offers)
      .filter(({ seller, stock }) => seller === 'house' && (stock?.onHand ?? 0) >= 8)
    assert.ok(ample.length >= 30, `${ample.length}`)
  })

  it('ranks every book once, in the order of the front table', () => {
    assert.deepEqual(products.map(({ featuredRank }) => featuredRank), products.map((_, i) => i + 1))
    assert.deepEqual(products.map(({ handle }) => handle), frontTable)
  })

  it('measures what can be held and times what is heard', () => {
    for (const variant of variants) {
      const { key, format, digital, widthMm = 0, heightMm = 0, thicknessMm = 0, weightGrams = 0, pages, durationMinutes } = variant
      assert.equal(format === 'ebook' || format === 'audiobook', digital, key)
      if (format.startsWith('audiobook')) assert.ok((durationMinutes ?? 0) > 60, key)
      if (digital) {
        assert.equal(widthMm + heightMm + thicknessMm + weightGrams, 0, key)
        continue
      }
      assert.ok(widthMm >= 100 && widthMm <= 200 && heightMm >= 120 && heightMm <= 260, key)
      assert.ok(thicknessMm >= 3 && thicknessMm <= 90, `${key}: ${thicknessMm} mm`)
      assert.ok(weightGrams >= 40 && weightGrams <= 1600, `${key}: ${weightGrams} g`)
      if (format !== 'audiobook_cd') assert.ok((pages ?? 0) >= 20, key)
    }
  })

  it('describes each book in 60 to 150 words, without raising its voice', () => {
    for (const { key, descriptionHtml = '', language = 'en' } of products) {
      assert.match(descriptionHtml, /^(<p>([^<]|<\/?em>)+<\/p>)+$/, key)
      assert.doesNotMatch(descriptionHtml, /!|Discover|Unlock|curated/i, key)
      const text = descriptionHtml.replace(/<[^>]+>/g, ' ')
      const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter((part) => part.isWordLike).length
      assert.ok(words >= 60 && words <= 150, `${key}: ${words} words`)
    }
  })

  it('says who wrote it and who reads it', () => {
    for (const { key, contributors, language, originalLanguage, variants: editions } of products) {
      assert.equal(contributors[0]?.role, 'author', key)
      assert.deepEqual(contributors.map(({ sequence }) => sequence), contributors.map((_, i) => i + 1), key)
      assert.equal(contributors.some(({ role }) => role === 'translator'), language !== originalLanguage, key)
      for (const edition of editions)
        if (edition.format.startsWith('audiobook')) assert.equal(edition.contributors?.[0]?.role, 'narrator', edition.key)
    }
    assert.ok(products.some(({ contributors: [first] }) => /\p{Script=Cyrillic}/u.test(first?.name ?? '')))
    assert.ok(products.some(({ contributors: [first] }) => /\p{Script=Han}/u.test(first?.name ?? '')))
  })

  it('rates each book by the readers it counts', () => {
    for (const { key, rating } of products) {
      assert.ok(rating?.histogram, key)
      assert.equal(rating.histogram.reduce((sum, n) => sum + n, 0), rating.count, key)
      assert.ok(rating.average > 3 && rating.average <= 5, key)
    }
  })

  it('gives each product one to four editions', () => {
    for (const { key, variants: editions } of products) assert.ok(editions.length >= 1 && editions.length <= 4, key)
    const formats = new Set(variants.map(({ format }) => format))
    for (const format of ['paperback', 'hardback', 'ebook', 'audiobook', 'audiobook_cd', 'large_print', 'mass_market', 'board_book'])
      assert.ok(formats.has(format as VariantDraft['format']), format)
  })
})
