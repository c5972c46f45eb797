import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standingClock } from '@octavo/clock'
import { money } from '@octavo/money'
import { book, openShop } from './shop.ts'

const clock = standingClock('2026-11-26T08:00:00Z')
const shop = await openShop({ clock })
const card = async (handle: string) => (await shop.shop.listProducts({ limit: 100 })).items.find((one) => one.handle === handle)

/** The day comes, and whatever looks for what is due looks. */
const itBecomes = async (day: string) => { clock.set(`${day}T00:00:01Z`); await shop.settled() }

test('a price that begins or ends on a day takes effect on that day, in lists, on the page and in the basket, and is told once', async () => {
  await shop.put(book('sale', { offers: [{
    key: 'o', seller: 'house', condition: 'new', prices: [money(1000, 'GBP')], priceTerms: [{ ...money(700, 'GBP'), from: '2026-11-28', until: '2026-11-29' }], stock: { sku: 's', onHand: 9 },
  }] }))
  const told = () => shop.told.filter(({ handle }) => handle === 'the-book-sale').length
  const prices = async () => {
    const page = await shop.shop.getProduct({ idOrHandle: 'the-book-sale' })
    const offer = page.variants[0]?.offers[0]
    const [sale] = await shop.shop.getOffers({ offerIds: [offer?.id ?? ''] })
    return [(await card('the-book-sale'))?.price?.amountMinor, offer?.price.amountMinor, sale?.price?.amountMinor]
  }
  const before = told()
  assert.deepEqual(await prices(), [1000, 1000, 1000])
  await itBecomes('2026-11-27')
  assert.equal(told(), before)
  await itBecomes('2026-11-28')
  assert.deepEqual([await prices(), told()], [[700, 700, 700], before + 1])
  await itBecomes('2026-11-30')
  assert.deepEqual([await prices(), told()], [[1000, 1000, 1000], before + 2])
  await shop.settled()
  assert.equal(told(), before + 2)
})

test('a book that was awaited is there on the day it comes out, in its card too', async () => {
  await shop.put(book('awaited', { onHand: 0, offers: [{ key: 'o', seller: 'house', condition: 'new', prices: [money(1000, 'GBP')], stock: { sku: 'awaited', onHand: 0, promiseLimit: 5 } }], variant: { publishedOn: '2026-12-05' } }))
  assert.equal((await card('the-book-awaited'))?.availability, 'preorder')
  await itBecomes('2026-12-05')
  assert.equal((await card('the-book-awaited'))?.availability, 'backorder')
})
