import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standingClock } from '@octavo/clock'
import { isFailure } from '@octavo/failure'
import { money } from '@octavo/money'
import { openShop } from './shop.ts'

/** A Monday, ten in the morning in London. */
const clock = standingClock('2026-03-02T10:00:00Z')
const { shop, desk } = await openShop({ clock })
const items = money(2000, 'GBP')
const to = (country: string) => ({ market: 'gb', destination: { country } })
const parcel = (weightGrams: number, sellerId = 'sel_house') => ({ sellerId, weightGrams, items })

test('a quote is the rate of the zone for the weight, cheapest first', async () => {
  const [standard, express] = await shop.quote({ ...to('GB'), parcels: [parcel(300)] })
  assert.deepEqual([standard?.id, standard?.price, express?.id, express?.price], ['standard', money(299, 'GBP'), 'express', money(599, 'GBP')])
  assert.deepEqual((await shop.quote({ ...to('GB'), parcels: [parcel(250)] }))[0]?.price, money(199, 'GBP'))
  assert.deepEqual((await shop.quote({ ...to('FR'), parcels: [parcel(300)] }))[0]?.price, money(799, 'GBP'))
  assert.deepEqual((await shop.quote({ ...to('JP'), parcels: [parcel(300)] }))[0]?.price, money(1199, 'GBP'))
})

test('an option is one service level over all sellers: its price is the sum of their rates, kept by seller', async () => {
  const [standard] = await shop.quote({ ...to('GB'), parcels: [parcel(300), parcel(200, 'sel_small')] })
  assert.deepEqual(standard?.parts, [{ sellerId: 'sel_house', price: money(299, 'GBP') }, { sellerId: 'sel_small', price: money(199, 'GBP') }])
  assert.deepEqual(standard.price, money(498, 'GBP'))
})

test('a seller\'s own table holds in place of the shop\'s, whole: what is not in it is not sent', async () => {
  const rates = [{ zone: 'domestic', level: 'standard' as const, upToGrams: 1000, priceMinor: 150 }]
  await desk.putRates({ sellerId: 'sel_own', market: 'gb', rates })
  assert.deepEqual(await desk.getRates({ sellerId: 'sel_own', market: 'gb' }), { own: true, rates })
  assert.deepEqual((await shop.quote({ ...to('GB'), parcels: [parcel(900, 'sel_own')] })).map(({ id, price }) => [id, price]), [['standard', money(150, 'GBP')]])
  // One basket of two sellers has the levels that both offer.
  assert.deepEqual((await shop.quote({ ...to('GB'), parcels: [parcel(900, 'sel_own'), parcel(300)] })).map(({ id, price }) => [id, price]), [['standard', money(449, 'GBP')]])
  for (const refused of [{ ...to('GB'), parcels: [parcel(1001, 'sel_own')] }, { ...to('FR'), parcels: [parcel(300, 'sel_own')] }]) {
    await assert.rejects(shop.quote(refused), (error) => isFailure(error, 'NO_DELIVERY'))
  }
  await desk.putRates({ sellerId: 'sel_own', market: 'gb', rates: [] })
  assert.equal((await desk.getRates({ sellerId: 'sel_own', market: 'gb' })).own, false)
  assert.equal((await shop.quote({ ...to('FR'), parcels: [parcel(300, 'sel_own')] })).length, 2)
})

test('only an operator sets rates, and only such as make sense', async () => {
  const rate = { zone: 'domestic', level: 'standard' as const, upToGrams: 1000, priceMinor: 150 }
  await assert.rejects(shop.putRates({ sellerId: 'sel_x', market: 'gb', rates: [rate, rate] }), (error) => isFailure(error, 'INVALID_INPUT'))
  await assert.rejects(shop.putRates({ sellerId: 'sel_x', market: 'gb', rates: [{ ...rate, zone: 'moon' }] }), (error) => isFailure(error, 'INVALID_INPUT'))
})

test('what is too heavy for any parcel is not sent', async () => {
  await assert.rejects(shop.quote({ ...to('GB'), parcels: [parcel(30_001)] }), (error) => isFailure(error, 'NO_DELIVERY') && error.data?.['country'] === 'GB')
})

test('digital goods alone need no delivery; beside a parcel they cost none', async () => {
  assert.deepEqual((await shop.quote({ ...to('GB'), parcels: [parcel(0)] })).map(({ id, price, parts }) => [id, price, parts]), [['digital', money(0, 'GBP'), []]])
  assert.deepEqual((await shop.quote({ ...to('GB'), parcels: [parcel(300), parcel(0, 'sel_ebooks')] }))[0]?.parts.map(({ sellerId }) => sellerId), ['sel_house'])
})

test('promised days count working days from the day it leaves: today before the cut-off hour, else the next working day', async () => {
  const promised = async (now: string) => {
    clock.set(now)
    const [standard] = await shop.quote({ ...to('GB'), parcels: [parcel(300)] })
    return [standard?.earliest, standard?.latest]
  }
  assert.deepEqual(await promised('2026-03-02T14:59:00Z'), ['2026-03-04', '2026-03-05']) // Monday, just in time
  assert.deepEqual(await promised('2026-03-02T15:00:00Z'), ['2026-03-05', '2026-03-06']) // Monday, too late
  assert.deepEqual(await promised('2026-03-06T15:30:00Z'), ['2026-03-11', '2026-03-12']) // Friday, too late: leaves on Monday
  assert.deepEqual(await promised('2026-03-07T08:00:00Z'), ['2026-03-11', '2026-03-12']) // Saturday
  assert.deepEqual(await promised('2026-06-01T14:30:00Z'), ['2026-06-04', '2026-06-05']) // half past three by London's summer clock
})
