import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standingClock } from '@octavo/clock'
import { samples } from '../import/onix/tests/samples.ts'
import { openRawDoor } from './raw-door.ts'
import { openShop } from './shop.ts'

const clock = standingClock('2026-11-26T08:00:00Z')
const shop = await openShop({ clock })
const door = await openRawDoor(shop.service.raw)

async function bring(name: keyof typeof samples) {
  const { rejects, ended } = await door.bring({ format: 'onix', text: samples[name], name, options: { stock: 20 } })
  assert.deepEqual([rejects, ended?.type], [[], 'done'])
  await shop.settled()
}
const page = (idOrHandle: string, market?: string) => shop.shop.getProduct({ idOrHandle, ...(market !== undefined && { market }) })
const byIsbn = async (isbn: string) => (await shop.shop.listProducts({ identifier: `isbn13:${isbn}` })).items.map(({ handle }) => handle)
const priceOf = async (handle: string, market: string) => (await page(handle, market)).variants[0]?.offers[0]?.price.amountMinor

test('what is announced can be ordered before it is out, for the day its supplier names', async () => {
  await bring('preorder')
  const [variant] = (await page('moby-dick')).variants
  assert.deepEqual([variant?.publishedOn, variant?.offers[0]?.availability, variant?.offers[0]?.price.amountMinor], ['2099-09-14', 'preorder', 1899])
  const [offer] = await shop.shop.getOffers({ offerIds: [variant?.offers[0]?.id ?? ''] })
  const [level] = await shop.inventory.getLevels({ stockItemIds: [offer?.stockItemId ?? ''] })
  assert.deepEqual([level?.onHand, (level?.promiseLimit ?? 0) > 0, level?.availableOn], [0, true, '2099-09-10'])
})

test('a price that is announced to change changes on its day', async () => {
  await bring('price-change')
  assert.equal(await priceOf('typee', 'gb'), 899)
  clock.set('2030-02-01T00:00:01Z')
  await shop.settled()
  assert.equal(await priceOf('typee', 'gb'), 1099)
  clock.set('2026-11-26T08:00:00Z')
})

test('each market is told the price for its country, and none where there is none', async () => {
  await bring('markets')
  assert.deepEqual(await Promise.all(['gb', 'de', 'us'].map((market) => priceOf('omoo', market))), [999, 1290, 1400])
})

test('where it may be sold stands beside the offer, for whoever sells it', async () => {
  await bring('rights')
  const [variant] = (await page('redburn')).variants
  const [offer] = await shop.shop.getOffers({ offerIds: [variant?.offers[0]?.id ?? ''] })
  assert.deepEqual(offer?.salesRights, { included: ['AT', 'CH', 'DE'], excluded: [] })
})

test('what is deleted keeps its page and is offered no more', async () => {
  await bring('delete')
  assert.deepEqual((await page('typee')).variants.map(({ offers }) => offers.length), [0])
  assert.ok(!(await shop.shop.listProducts({ limit: 100 })).items.some(({ handle }) => handle === 'typee'))
})

test('the old number of a book leads to the edition that took its place, whether the old one was ever here or not', async () => {
  await bring('replacement')
  const [old] = await byIsbn('9781999000196')
  const [now] = await byIsbn('9781999000202')
  assert.deepEqual([old, await byIsbn('9781999000196')], [now, [now]])
  assert.deepEqual((await page(now ?? '')).variants.map(({ offers }) => offers.length), [0, 1])
  const alone = samples['replacement'].replace(/<Product>[\s\S]*?<\/Product>/, '').replaceAll('1999000196', '1999000226').replaceAll('1999000202', '1999000233').replaceAll('harbour.mardi', 'harbour.pierre').replaceAll('Mardi and a Voyage Thither', 'Pierre')
  await door.bring({ format: 'onix', text: alone, name: 'alone' })
  assert.deepEqual(await byIsbn('9781999000226'), ['pierre'])
})

test('an e-book comes with who made it in their order, what it is about and how it can be read', async () => {
  await bring('e-book')
  const { contributors, attributes, subjects, variants } = await page('billy-budd-sailor')
  assert.deepEqual(contributors.map(({ name, role }) => `${role} ${name}`), ['author Herman Melville', 'editor Harrison Hayford', 'editor Merton M. Sealts'])
  assert.deepEqual(subjects.map(({ scheme, code }) => `${scheme} ${code}`), ['thema FBC', 'keyword sea', 'keyword navy', 'keyword mutiny'])
  assert.deepEqual([attributes['audience'], attributes['ages']], ['General', 'from 14'])
  assert.match(attributes['accessibility'] ?? '', /EPUB Accessibility 1\.1; Table of contents navigation; .*without sight; .*WCAG level AA/)
  assert.deepEqual(variants.map(({ digital, pages, offers }) => [digital, pages, offers[0]?.availability]), [[true, 152, 'in_stock']])
})

test('an e-book that is not out yet cannot be bought, as it could not be handed over', async () => {
  await door.bring({ format: 'onix', text: samples['e-book'].replaceAll('20240305', '20990914').replaceAll('harbour.billy', 'harbour.later').replaceAll('9781999000219', '9781999000240').replaceAll('Billy Budd, Sailor', 'Later'), name: 'later' })
  const [offer] = (await page('later')).variants[0]?.offers ?? []
  assert.equal(offer?.availability, 'out_of_stock')
  assert.equal((await shop.shop.getOffers({ offerIds: [offer.id] }))[0]?.availability, 'out_of_stock')
})
