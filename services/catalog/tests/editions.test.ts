import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDraft } from '../products/check-draft.ts'
import { alternative, message, price, read, record } from '../import/onix/tests/messages.ts'
import { openShop } from './shop.ts'

const shop = await openShop()

/** What a message brings into the shop, a batch at a time. */
async function bring(...records: readonly string[]) {
  const { onixCategories } = await import('../import/onix/categories.ts')
  await shop.client({ kind: 'operator' }).putCategories(onixCategories.map(({ handle, name, parent }) => ({ handle, name, ...(parent !== undefined && { parent }) })))
  const drafts = (await read(message(...records))).map((entry) => { assert.ok('draft' in entry, JSON.stringify(entry)); const checked = readDraft(entry.draft); assert.ok('draft' in checked, JSON.stringify(checked)); return checked.draft })
  const outcomes = await shop.service.put('onix', drafts)
  await shop.settled()
  return outcomes
}
const page = (idOrHandle: string) => shop.shop.getProduct({ idOrHandle })

const paperback = record({ reference: 'p', related: alternative('9780393089059') })
const hardback = record({ reference: 'h', isbn: '9780393089059', form: 'BB', supply: price('GBP', '25.00') })

test('editions of one text become one product, whichever comes first and however far apart', async () => {
  const [first] = await bring(hardback)
  const [second] = await bring(paperback)
  assert.deepEqual([first?.outcome, second?.outcome], ['created', 'created'])
  assert.equal(first?.productId, second?.productId)
  const { variants } = await page(first?.productId ?? '')
  assert.deepEqual(variants.map(({ format, offers }) => [format, offers[0]?.price.amountMinor]), [['hardback', 2500], ['paperback', 999]])
})

test('the same message again changes nothing', async () => {
  const told = shop.told.length
  assert.deepEqual((await bring(hardback, paperback)).map(({ outcome }) => outcome), ['unchanged', 'unchanged'])
  assert.equal(shop.told.length, told)
})

test('a new price changes its edition and no other', async () => {
  const [outcome] = await bring(record({ reference: 'p', related: alternative('9780393089059'), supply: price('GBP', '8.49') }))
  assert.equal(outcome?.outcome, 'updated')
  const { variants } = await page(outcome.productId ?? '')
  assert.deepEqual(variants.map(({ offers }) => offers[0]?.price.amountMinor), [2500, 849])
})

test('a partial update says only what changed; the rest stays', async () => {
  const [outcome] = await bring(`<Product><RecordReference>p</RecordReference><NotificationType>04</NotificationType><ProductSupply><SupplyDetail><ProductAvailability>20</ProductAvailability>${price('GBP', '7.99')}</SupplyDetail></ProductSupply></Product>`)
  const { title, contributors, variants } = await page(outcome?.productId ?? '')
  assert.deepEqual([title, contributors.length], ['The Odyssey', 2])
  assert.deepEqual(variants.map(({ format, pages, offers }) => [format, pages, offers[0]?.price.amountMinor]), [['hardback', 560, 2500], ['paperback', 560, 799]])
})

test('an update may say that an edition is not to be had any more, or that nobody may sell it; a later one that it is', async () => {
  const update = (inside: string) => bring(`<Product><RecordReference>p</RecordReference><NotificationType>04</NotificationType>${inside}</Product>`)
  const supplied = (code: string, more = '') => `<ProductSupply><SupplyDetail><ProductAvailability>${code}</ProductAvailability>${more}</SupplyDetail></ProductSupply>`
  const offered = async ([outcome]: Awaited<ReturnType<typeof bring>>) => (await page(outcome?.productId ?? '')).variants.map(({ format, offers }) => [format, offers[0]?.price.amountMinor])
  const back = supplied('20', price('GBP', '7.99'))
  for (const gone of [supplied('43'), '<PublishingDetail><PublishingStatus>11</PublishingStatus></PublishingDetail>', `<PublishingDetail><PublishingStatus>01</PublishingStatus></PublishingDetail>${back}`]) {
    assert.deepEqual(await offered(await update(gone)), [['hardback', 2500], ['paperback', undefined]])
    assert.deepEqual(await offered(await update('<PublishingDetail><PublishingDate><PublishingDateRole>01</PublishingDateRole><Date>20180101</Date></PublishingDate></PublishingDetail>')), [['hardback', 2500], ['paperback', undefined]], 'a word on something else brings nothing back')
    assert.deepEqual(await offered(await update(back)), [['hardback', 2500], ['paperback', 799]])
  }
})

test('a deleted edition is offered no more; when none is left the product leaves every list and keeps its page', async () => {
  const [gone] = await bring('<Product><RecordReference>p</RecordReference><NotificationType>05</NotificationType></Product>')
  const { id, variants } = await page(gone?.productId ?? '')
  assert.deepEqual(variants.map(({ format, offers }) => [format, offers.length]), [['hardback', 1], ['paperback', 0]])
  await bring('<Product><RecordReference>h</RecordReference><NotificationType>05</NotificationType></Product>')
  assert.deepEqual((await shop.shop.listProducts({ category: 'poetry' })).items, [])
  assert.equal((await page(id)).title, 'The Odyssey')
  assert.equal(shop.told.at(-1)?.change, 'removed')
  await bring(paperback)
  assert.equal((await shop.shop.listProducts({ category: 'poetry' })).items.length, 1)
})

test('an edition that joins two products makes one of them; the other is withdrawn', async () => {
  const [one] = await bring(record({ reference: 'i1', isbn: '9780140268867', title: 'The Iliad' }))
  const [two] = await bring(record({ reference: 'i2', isbn: '9780374529055', title: 'The Iliad', form: 'BB' }))
  assert.notEqual(one?.productId, two?.productId)
  const [three] = await bring(record({ reference: 'i3', isbn: '9780226470498', title: 'The Iliad', form: 'EB', related: alternative('9780140268867') + alternative('9780374529055') }))
  assert.equal(three?.productId, one?.productId)
  assert.deepEqual((await page(one?.productId ?? '')).variants.map(({ format }) => format), ['paperback', 'hardback', 'ebook'])
  assert.equal((await shop.shop.listProducts({ category: 'poetry' })).items.filter(({ title }) => title === 'The Iliad').length, 1)
})

test('the markup of a description that does harm is left out', async () => {
  const [outcome] = await bring(record({ reference: 'x', isbn: '9780553213102', title: 'Harm' }))
  assert.equal((await page(outcome?.productId ?? '')).descriptionHtml, '<p>A <em>new</em> translation.</p>')
})
