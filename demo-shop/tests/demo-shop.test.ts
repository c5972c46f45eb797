import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { categories, DEMO_PREFIX, houseSeller, products, sellers, type VariantDraft } from '../demo-shop.ts'
import { frontTable } from '../front-table.ts'

const books = products.filter(({ kind }) => kind === 'book')
const things = products.filter(({ kind }) => kind === 'other')
const variants = products.flatMap((product) => product.variants)
const offers = variants.flatMap((variant) => variant.offers)
const printed = books.flatMap((product) => product.variants)
const isbnOf = (variant: VariantDraft) => variant.identifiers.find(({ scheme }) => scheme === 'isbn13')?.value ?? ''
const twice = (list: string[]) => list.filter((value, i) => list.indexOf(value) !== i)

/** A second way to say it: the weighted digits of an EAN-13 sum to a multiple of ten. */
const hasRightCheckDigit = (isbn: string) =>
  /^\d{13}$/.test(isbn) && [...isbn].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 ? 3 : 1), 0) % 10 === 0

const parentOf = new Map<string, string | undefined>(categories.map(({ handle, parent }) => [handle, parent]))
const isWithin = (own: string | undefined, section: string): boolean => own !== undefined && (own === section || isWithin(parentOf.get(own), section))

describe('the demo shop', () => {
  it('has three hundred works and more, some of them in two languages', () => {
    const byWork = Map.groupBy(books, (product) => product.work?.key)
    assert.ok(byWork.size >= 300, `${byWork.size} works`)
    const joined = [...byWork.values()].filter((group) => group.length > 1)
    assert.ok(joined.length >= 9, `${joined.length} in two languages`)
    for (const group of joined) {
      const key = group[0]?.key ?? ''
      assert.equal(new Set(group.map((product) => product.language)).size, group.length)
      assert.equal(new Set(group.map((product) => product.work?.title)).size, 1, key)
      assert.equal(new Set(group.map((product) => product.firstPublishedYear)).size, 1, key)
    }
    const languages = new Set(books.map((product) => product.language))
    for (const language of ['en', 'de', 'fr', 'es', 'it', 'pt', 'ru', 'ja', 'zh']) assert.ok(languages.has(language), language)
  })

  it('has sixty things and more that are not books, each of a brand and with what to compare it by', () => {
    assert.ok(things.length >= 60, `${things.length} things`)
    for (const { key, brand, attributes = {}, contributors, variants: choices } of things) {
      assert.ok(brand, key)
      assert.ok(Object.keys(attributes).length >= 1, key)
      assert.deepEqual(contributors, [], key)
      assert.ok(choices.every(({ format, taxClass }) => format === 'other' && taxClass === 'standard'), key)
      if (choices.length > 1) assert.deepEqual(twice(choices.map(({ title = '' }) => title)), [], key)
    }
    for (const section of ['stationery', 'lamps', 'games', 'records'])
      assert.ok(things.filter((thing) => thing.categories.some((own) => isWithin(own, section))).length >= 5, section)
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
    for (const variant of printed) {
      assert.ok(hasRightCheckDigit(isbnOf(variant)), variant.key)
      assert.ok(isbnOf(variant).startsWith(DEMO_PREFIX), variant.key)
    }
    assert.deepEqual(twice(printed.map(isbnOf)), [])
  })

  it('numbers what is no book in the range that the trade leaves to shops', () => {
    const numbers = things.flatMap((thing) => thing.variants).flatMap(({ identifiers }) => identifiers)
    for (const { scheme, value } of numbers) {
      assert.equal(scheme, 'gtin')
      assert.ok(hasRightCheckDigit(value) && value.startsWith('29'), value)
    }
    assert.deepEqual(twice(numbers.map(({ value }) => value)), [])
  })

  it('uses no key twice', () => {
    assert.deepEqual(twice(products.map((product) => product.key)), [])
    assert.deepEqual(twice(products.map((product) => product.handle ?? '')), [])
    assert.deepEqual(twice(variants.map((variant) => variant.key)), [])
    assert.deepEqual(twice(offers.map((offer) => offer.key)), [])
    assert.deepEqual(twice(offers.flatMap((offer) => offer.stock?.sku ?? [])), [])
  })

  it('puts every product in sections that exist, a parent before its children', () => {
    const handles = categories.map(({ handle }) => handle)
    for (const product of products) {
      assert.ok(product.categories.length > 0, product.key)
      for (const handle of product.categories) assert.ok(handles.includes(handle), `${handle} of ${product.key}`)
    }
    for (const [i, category] of categories.entries())
      if (category.parent) assert.ok(handles.slice(0, i).includes(category.parent), category.handle)
    for (const handle of handles) {
      const filled = products.filter((product) => product.categories.some((own) => isWithin(own, handle))).length
      assert.ok(filled >= 4, `${filled} in ${handle}`)
    }
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
    assert.ok(none >= 5 && none <= 20, `${none} sold out`)
    assert.ok(low >= 20, `${low} low`)
    assert.ok(onHand.filter((n) => n >= 8).length > onHand.length * 0.7)
    assert.ok(variants.some(({ format, offers: [first] }) => format === 'hardback' && first?.stock?.onHand === 0))
  })

  it('takes orders for a few things that are still being made', () => {
    const promised = variants.flatMap(({ publishedOn, offers: all }) => all.flatMap(({ stock }) => stock?.promiseLimit === undefined ? [] : [{ publishedOn, offered: all.length, ...stock }]))
    assert.ok(promised.length >= 4 && promised.length <= 12, `${promised.length} promised`)
    for (const { publishedOn, offered, onHand, promiseLimit = 0, availableOn = '', sku } of promised) {
      assert.ok(onHand === 0 && promiseLimit > 0, sku)
      assert.equal(offered, 1, `nobody has ${sku} yet`)
      assert.ok(availableOn >= '2031', sku)
      assert.ok(publishedOn === undefined || publishedOn === availableOn, sku)
    }
  })

  it('can fill a first page of twenty-four with thirty things to buy', () => {
    const first = products.filter(({ featuredRank = Infinity }) => featuredRank <= 24).flatMap((product) => product.variants)
    const ample = first.flatMap((variant) => variant.offers)
      .filter(({ seller, stock }) => seller === 'house' && (stock?.onHand ?? 0) >= 8)
    assert.ok(ample.length >= 30, `${ample.length}`)
  })

  it('ranks every product once, the front table first and then no shelf twice running', () => {
    assert.deepEqual(products.map(({ featuredRank }) => featuredRank), products.map((_, i) => i + 1))
    assert.deepEqual(products.slice(0, frontTable.length).map(({ handle }) => handle), frontTable)
    const next = products.slice(frontTable.length, frontTable.length + 48)
    assert.ok(new Set(next.map(({ categories: all }) => all.join())).size >= 8)
    assert.ok(next.some(({ kind }) => kind === 'other'))
  })

  it('measures what can be held and times what is heard', () => {
    for (const variant of printed) {
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

  it('describes each in two to four sentences, without raising its voice', () => {
    for (const { key, descriptionHtml = '' } of products) {
      assert.match(descriptionHtml, /^(<p>([^<]|<\/?em>)+<\/p>){1,2}$/, key)
      assert.doesNotMatch(descriptionHtml, /!|\bdiscover\b|unlock|curated|must-read|timeless|beloved|unforgettable|masterpiece/i, key)
      const [first = ''] = descriptionHtml.replace(/<\/?em>|^<p>/g, '').split('</p>')
      const sentences = first.split(/(?<=[.?…][”’»]?) +(?=\S)|(?<=[。？])(?=.)/u)
      assert.ok(sentences.length >= 2 && sentences.length <= 4, `${key}: ${sentences.length} sentences`)
    }
    assert.deepEqual(twice(products.map(({ descriptionHtml = '' }) => descriptionHtml)), [])
  })

  it('says who wrote it and who reads it', () => {
    for (const { key, contributors, language, originalLanguage, variants: editions } of books) {
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

  it('gives each book two to four editions, of formats that differ', () => {
    for (const { key, variants: editions } of books) {
      assert.ok(editions.length >= 2 && editions.length <= 4, `${key}: ${editions.length}`)
      assert.deepEqual(twice(editions.map(({ format }) => format)), [], key)
      assert.ok(editions.every(({ offers: [first] }) => first !== undefined), key)
    }
    const formats = new Set(printed.map(({ format }) => format))
    for (const format of ['paperback', 'hardback', 'ebook', 'audiobook', 'audiobook_cd', 'large_print', 'mass_market', 'board_book'])
      assert.ok(formats.has(format as VariantDraft['format']), format)
  })

  it('gives a person one name to be sorted by, and a series its volumes once in a language', () => {
    const sortNames = Map.groupBy(books.flatMap(({ contributors }) => contributors), ({ name }) => name)
    for (const [name, same] of sortNames) assert.equal(new Set(same.map(({ sortName }) => sortName)).size, 1, name)
    const volumes = books.flatMap(({ language, series = [] }) => series.map(({ name, position }) => `${name} ${position} ${language}`))
    assert.deepEqual(twice(volumes), [])
  })
})
