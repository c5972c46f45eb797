import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProductDraft } from '../../../draft.ts'
import { readDraft } from '../../../products/check-draft.ts'
import { onix } from '../onix.ts'
import { referenceNames as shortNames } from '../tags.ts'
import { all, alternative, message, price, read, record } from './messages.ts'

const draft = async (xml: string, options = {}): Promise<ProductDraft> => {
  const [entry] = await read(xml, { options })
  assert.ok(entry && 'draft' in entry, JSON.stringify(entry))
  const checked = readDraft(entry.draft)
  assert.ok('draft' in checked, JSON.stringify(checked))
  return checked.draft
}

test('a record is one edition: who made it in their order, what it measures in our units, what it is about', async () => {
  const { title, contributors, language, subjects, variants: [variant], categories } = await draft(message(record()))
  assert.equal(title, 'The Odyssey')
  assert.deepEqual(contributors.map(({ name, role, sequence }) => [name, role, sequence]), [['Homer', 'author', 1], ['Emily Wilson', 'translator', 2]])
  assert.deepEqual(subjects, [{ scheme: 'thema', code: 'DCA' }, { scheme: 'keyword', code: 'epic' }, { scheme: 'keyword', code: 'Greece' }])
  assert.deepEqual([language, categories], ['en', ['poetry']])
  assert.deepEqual([variant?.format, variant?.pages, variant?.heightMm, variant?.weightGrams, variant?.publishedOn], ['paperback', 560, 198, 397, '2017-11-07'])
})

test('short tags say the same as reference names', async () => {
  const short = message(record()).replace('<ONIXMessage', '<ONIXmessage').replace('</ONIXMessage', '</ONIXmessage')
    .replaceAll(/<(\/?)(\w+)/g, (tag, slash: string, name: string) => { const found = Object.entries(shortNames).find(([, long]) => long === name); return found ? `<${slash}${found[0]}` : tag })
  assert.match(short, /<b203>The Odyssey<\/b203>/)
  assert.deepEqual(await draft(short), await draft(message(record())))
})

test('each price keeps where and when it holds; what is over is left out, and what the file has none for is given by the import', async () => {
  const territory = (countries: string) => `<Territory><CountriesIncluded>${countries}</CountriesIncluded></Territory>`
  const until = '<PriceDate><PriceDateRole>15</PriceDateRole><Date>20200101</Date></PriceDate>'
  const from = '<PriceDate><PriceDateRole>14</PriceDateRole><Date>20991201</Date></PriceDate>'
  const supply = price('GBP', '1.00', until) + price('GBP', '12.99', territory('IE')) + price('GBP', '10.99', territory('GB')) + price('GBP', '11.99', territory('GB') + from)
  const { variants: [variant] } = await draft(message(record({ supply })), { prices: [{ amountMinor: 1399, currency: 'EUR' }, { amountMinor: 1, currency: 'GBP' }] })
  const gbp = (amountMinor: number, country: string, more = {}) => ({ amountMinor, currency: 'GBP', countries: { included: [country], excluded: [] }, ...more })
  assert.deepEqual(variant?.offers[0]?.prices, [{ amountMinor: 1399, currency: 'EUR' }])
  assert.deepEqual(variant.offers[0]?.priceTerms, [gbp(1299, 'IE'), gbp(1099, 'GB'), gbp(1199, 'GB', { from: '2099-12-01' })])
})

test('prices are told as their markets show them, with tax or without; a fixed one goes before a recommended one, and those that are not for everybody are passed by', async () => {
  const prices = async (supply: string) => (await draft(message(record({ supply })))).variants[0]?.offers[0]?.prices.map(({ amountMinor, currency }) => `${currency} ${amountMinor}`)
  const typed = (type: string, amount: string, currency: string, before = '', more = '') => `<Price><PriceType>${type}</PriceType>${before}<PriceAmount>${amount}</PriceAmount>${more}<CurrencyCode>${currency}</CurrencyCode></Price>`
  assert.deepEqual(await prices(typed('01', '10.00', 'EUR') + typed('02', '10.70', 'EUR') + typed('04', '12.00', 'EUR')), ['EUR 1200'])
  assert.deepEqual(await prices(typed('01', '10.00', 'EUR', '', '<Tax><TaxType>01</TaxType><TaxRatePercent>7</TaxRatePercent></Tax>')), ['EUR 1070'])
  assert.deepEqual(await prices(typed('02', '21.40', 'USD', '', '<Tax><TaxType>01</TaxType><TaxRatePercent>7</TaxRatePercent></Tax>')), ['USD 2000'])
  assert.deepEqual(await prices(typed('01', '10.00', 'GBP')), ['GBP 1000'])
  assert.deepEqual(await prices(typed('02', '40.00', 'GBP', '<PriceQualifier>10</PriceQualifier>') + typed('02', '5.00', 'GBP', '<MinimumOrderQuantity>10</MinimumOrderQuantity>') + typed('02', '1.00', 'GBP', '<PriceCondition><PriceConditionType>06</PriceConditionType></PriceCondition>') + typed('02', '9.00', 'GBP')), ['GBP 900'])
})

test('rights say where it may be sold, and what is not for sale anywhere else is not', async () => {
  const rights = (type: string, inside: string) => `<SalesRights><SalesRightsType>${type}</SalesRightsType><Territory>${inside}</Territory></SalesRights>`
  const world = await draft(message(record({ publishing: rights('01', '<RegionsIncluded>WORLD</RegionsIncluded><CountriesExcluded>US CA</CountriesExcluded>') })))
  assert.deepEqual(world.variants[0]?.salesRights, { included: ['WORLD'], excluded: ['CA', 'US'] })
  const some = await draft(message(record({ publishing: rights('01', '<CountriesIncluded>GB IE</CountriesIncluded>') + rights('03', '<CountriesIncluded>IE US</CountriesIncluded>') })))
  assert.deepEqual(some.variants[0]?.salesRights, { included: ['GB'], excluded: [] })
  assert.equal((await draft(message(record()))).variants[0]?.salesRights, undefined)
})

test('characters come as the message says it is written, and by their names in release 2.1', async () => {
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE ONIXMessage SYSTEM "onix.dtd"><ONIXMessage><Product><RecordReference>1</RecordReference><NotificationType>03</NotificationType><ProductForm>BB</ProductForm><Title><TitleType>01</TitleType><TitleText>Gr\u00f6\u00dfe &eacute;tude &#8211; x</TitleText></Title></Product></ONIXMessage>', 'latin1')
  const [entry] = await read(latin)
  assert.ok(entry && 'draft' in entry)
  assert.equal(entry.draft.title, 'Größe étude – x')
  assert.equal(entry.draft.variants[0]?.format, 'hardback')
})

test('reading goes on where another stopped, wherever the pieces end', async () => {
  const xml = Buffer.from(message(record({ reference: 'a' }), '<!-- <Product> -->', record({ reference: 'b' }), record({ reference: 'c', title: '<![CDATA[</Product>]]>' })))
  for (const pieces of [7, 64, 100_000]) assert.deepEqual((await read(xml, { pieces })).map(({ identity }) => identity), ['a', 'b', 'c'])
  const [first] = await read(xml)
  assert.ok(first)
  async function* rest(): AsyncGenerator<Uint8Array> { yield xml.subarray(first?.next.position) }
  const entries = await all(onix.read(rest(), { from: JSON.parse(JSON.stringify(first.next)) as typeof first.next, whole: true, options: {} }))
  assert.deepEqual(entries.map(({ identity }) => identity), ['b', 'c'])
})

test('a bad record says why and does not stop the others', async () => {
  const entries = await read(message(record({ reference: 'a', title: '' }), '<Product><b></Product>', record({ reference: 'c' }), record({ reference: 'd', related: alternative('9780393356250') })))
  assert.deepEqual(entries.map((entry) => ('reason' in entry ? entry.reason.replace(/: .*/, '') : entry.identity)), ['The record has no title (TitleDetail with TitleType 01).', 'The record is not well formed', 'c', 'd'])
})

test('codes that no list has are told, with the list and where they stand, and what they stand beside is read all the same', async () => {
  const more = '<Audience><AudienceCodeType>01</AudienceCodeType><AudienceCodeValue>77</AudienceCodeValue></Audience><Audience><AudienceCodeType>22</AudienceCodeType><AudienceCodeValue>77</AudienceCodeValue></Audience>'
  const [entry] = await read(message(record({ more }).replace('<ContributorRole>A01', '<ContributorRole>Q99').replace('<ProductForm>BC', '<ProductForm>QQ')))
  assert.deepEqual(entry?.unknownCodes, [{ list: 150, element: 'ProductForm', code: 'QQ' }, { list: 17, element: 'ContributorRole', code: 'Q99' }, { list: 28, element: 'AudienceCodeValue', code: '77' }])
  assert.ok('draft' in entry)
  assert.deepEqual(entry.draft.contributors.map(({ name, role }) => [name, role]), [['Homer', 'other'], ['Emily Wilson', 'translator']])
  assert.equal((await read(message(record())))[0]?.unknownCodes, undefined)
})
