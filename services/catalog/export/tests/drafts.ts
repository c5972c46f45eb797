import fc from 'fast-check'
import { conditionSchema, formatSchema, type ProductDraft } from '../../draft.ts'

/** Words as people write them and as they never would, without blanks around them, as drafts have them. */
const words = (most: number): fc.Arbitrary<string> =>
  fc.oneof(fc.constantFrom('Homer', 'a; b | c \\ d', '"quoted", twice', 'line\nline', 'carriage\r\nreturn', '<p>&amp;</p>', '坊っちゃん', 'twice  blank', '=1+1', '\\', ';', '|', 'x\\;', 'ends with |'), fc.string({ unit: 'binary', minLength: 1, maxLength: Math.min(most, 12) }))
    // What XML cannot hold is no word.
    .map((text) => text.replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (found) => (/\s/.test(found) && found > '\b' && found !== '\v' && found !== '\f' ? found : '')).trim()).filter((text) => text !== '')

const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined })
const whole = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: most })
const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const country = fc.constantFrom('GB', 'IE', 'DE', 'AT', 'US', 'CA', 'AU')
const countries = fc.oneof(
  fc.uniqueArray(country, { maxLength: 4 }).map((included) => ({ included, excluded: [] as string[] })),
  fc.uniqueArray(country, { maxLength: 4 }).map((excluded) => ({ included: ['WORLD'], excluded })))
const currency = fc.constantFrom('GBP', 'EUR', 'USD', 'JPY', 'KWD')
const amountMinor = fc.integer({ min: 0, max: 99_999_999 })

const people = fc.array(fc.record({ name: words(300), sortName: optional(words(300)), role: fc.constantFrom('author', 'translator', 'illustrator', 'editor', 'narrator', 'foreword', 'other') }), { maxLength: 3 })
  .map((found) => found.map((one, at) => ({ ...one, sequence: at + 1 }))) as fc.Arbitrary<ProductDraft['contributors']>

const subject = fc.oneof(
  fc.record({ scheme: fc.constantFrom('bisac', 'thema'), code: fc.constantFrom('FIC004000', 'DCA', '1DDU', '5AH'), label: optional(words(300)) }),
  fc.record({ scheme: fc.constant('keyword'), code: words(200) }))

const offer = (at: number) => fc.record({
  key: words(200).map((key) => `${at} ${key}`), seller: fc.constantFrom('house', 'old-salt-books'), condition: fc.constantFrom(...conditionSchema.options), conditionNote: optional(words(500)),
  prices: fc.uniqueArray(fc.record({ amountMinor, currency }), { maxLength: 3, selector: (price) => price.currency }),
  priceTerms: optional(fc.array(fc.record({ amountMinor, currency, countries: optional(countries.filter(({ included }) => included.length > 0)), from: day, until: optional(day) }), { minLength: 1, maxLength: 3 })),
  stock: fc.record({ sku: words(200), onHand: fc.nat(1000), unitsPerSale: optional(fc.integer({ min: 2, max: 5 })), promiseLimit: optional(whole(100)), availableOn: optional(day) }),
})

const variant = (at: number) => fc.record({
  key: words(200).map((key) => `${at} ${key}`), format: fc.constantFrom(...formatSchema.options), digital: fc.boolean(), taxClass: fc.constantFrom('book', 'ebook', 'audiobook', 'standard'),
  identifiers: fc.subarray([{ scheme: 'isbn13', value: '9780140449136' }, { scheme: 'isbn10', value: '0140449132' }, { scheme: 'gtin', value: '4006381333931' }, { scheme: 'gtin', value: '12345678' }, { scheme: 'asin', value: 'B000FA64PK' }, { scheme: 'sku', value: 'A-1' }]),
  replaces: fc.subarray(['9781999000196', '9780140449136']),
  title: optional(words(1000)), edition: optional(words(200)), imprint: optional(words(300)), publisher: optional(words(300)), language: optional(fc.constantFrom('en', 'pt-BR', 'zh-Hant', 'nds')),
  publishedOn: optional(fc.oneof(day, day.map((one) => one.slice(0, 7)), day.map((one) => one.slice(0, 4)), fc.constant('-0700'))),
  pages: optional(whole(9999)), durationMinutes: optional(whole(9999)), heightMm: optional(whole(999)), widthMm: optional(whole(999)), thicknessMm: optional(whole(99)), weightGrams: optional(whole(9999)),
  contributors: optional(people.filter((found) => found.length > 0)), salesRights: optional(countries),
  offers: fc.tuple(offer(1), offer(2)).chain((both) => fc.subarray(both)),
}).map((one) => (one.digital ? { ...one, offers: one.offers.map(({ stock: _, ...digital }) => digital) } : one))

/** Drafts as an export makes them of goods. */
export const drafts = fc.record({
  key: words(200), handle: fc.constantFrom('the-odyssey', 'emma-2'), kind: fc.constantFrom('book', 'other'), title: words(1000), subtitle: optional(words(1000)),
  language: optional(fc.constantFrom('en', 'de', 'pt-BR', 'nds')), originalLanguage: optional(fc.constantFrom('grc', 'fr')), descriptionHtml: optional(fc.constantFrom('<p>A <em>new</em> one &amp; all.<br />x</p>', 'plain &lt;p&gt; text', '<ul><li>one</li></ul>\n<p>two</p>')),
  contributors: people, series: fc.array(fc.record({ name: words(300), position: optional(words(40)) }), { maxLength: 2 }), subjects: fc.array(subject, { maxLength: 4 }),
  categories: fc.subarray(['fiction', 'classics', 'poetry']), work: optional(fc.record({ key: words(200), title: words(1000) })), brand: optional(words(200)),
  attributes: fc.dictionary(words(100).filter((name) => name !== '__proto__'), words(1000), { maxKeys: 3 }), media: fc.array(fc.record({ kind: fc.constantFrom('cover', 'image'), url: fc.constantFrom('/media/a.jpg', 'https://example.com/b;c|d.png'), alt: optional(words(500)) }), { maxLength: 2 }),
  rating: optional(fc.record({ average: fc.integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100), count: fc.nat(100_000), histogram: optional(fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 })) })),
  featuredRank: optional(fc.nat(1_000_000)), firstPublishedYear: optional(fc.integer({ min: -800, max: 2030 })), withdrawn: optional(fc.constant(true)),
  variants: fc.tuple(variant(1), variant(2)).chain((both) => fc.subarray(both, { minLength: 1 })),
}) as unknown as fc.Arbitrary<ProductDraft>
