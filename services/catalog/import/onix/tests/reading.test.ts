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

test('a price holds for its time and where its currency is at home; what the file has none for is given by the import', async () => {
  const territory = (countries: string) => `<Territory><CountriesIncluded>${countries}</CountriesIncluded></Territory>`
  const until = '<PriceDate><PriceDateRole>15</PriceDateRole><Date>20200101</Date></PriceDate>'
  const supply = price('GBP', '1.00', until) + price('GBP', '12.99', territory('IE')) + price('GBP', '10.99', territory('GB'))
  const { variants: [variant] } = await draft(message(record({ supply })), { prices: [{ amountMinor: 1399, currency: 'EUR' }, { amountMinor: 1, currency: 'GBP' }] })
  assert.deepEqual(variant?.offers[0]?.prices, [{ amountMinor: 1099, currency: 'GBP' }, { amountMinor: 1399, currency: 'EUR' }])
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
