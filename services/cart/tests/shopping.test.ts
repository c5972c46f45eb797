import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inProcessCache } from '@octavo/cache/in-process'
import { testDatabase } from '@octavo/database/testing'
import { logTables, testEvents } from '@octavo/events/testing'
import { isFailure } from '@octavo/failure'
import { money } from '@octavo/money'
import { maxLines, maxQuantity } from '../contract.ts'
import { startTestCart } from '../testing.ts'
import { openShop } from './shop.ts'

const shop = await openShop()
shop.put({ offerId: 'off_a', title: 'Emma', author: 'Jane Austen' }, 899)
shop.put({ offerId: 'off_b', title: 'Persuasion' }, 1200)

test('what a guest puts in is priced, added up, and told of as an event with a version', async () => {
  const ada = shop.guest('gst_ada')
  const { id, lines, subtotal } = await ada.createCart({})
  assert.deepEqual({ lines, subtotal }, { lines: [], subtotal: money(0, 'GBP') })
  await ada.addLine({ cartId: id, offerId: 'off_a', quantity: 2 })
  const cart = await ada.addLine({ cartId: id, offerId: 'off_b', quantity: 1 })
  assert.deepEqual(cart.lines.map(({ title, author, quantity, unitPrice, lineTotal }) => ({ title, author, quantity, unitPrice, lineTotal })), [
    { title: 'Emma', author: 'Jane Austen', quantity: 2, unitPrice: money(899, 'GBP'), lineTotal: money(1798, 'GBP') },
    { title: 'Persuasion', author: undefined, quantity: 1, unitPrice: money(1200, 'GBP'), lineTotal: money(1200, 'GBP') },
  ])
  assert.deepEqual([cart.subtotal, cart.itemCount, cart.changes], [money(2998, 'GBP'), 3, []])
  await shop.heard()
  assert.deepEqual(shop.told.filter(({ cartId }) => cartId === id).map(({ version, lines: told }) => [version, told.length]), [[2, 1], [3, 2]])
})

test('the same offer again adds to its line; a line can be changed and taken out', async () => {
  const ada = shop.guest('gst_again')
  const { id: cartId } = await ada.createCart({})
  await ada.addLine({ cartId, offerId: 'off_a', quantity: 1 })
  const { lines: [line, ...others] } = await ada.addLine({ cartId, offerId: 'off_a', quantity: 2 })
  assert.deepEqual([line?.quantity, others.length], [3, 0])
  assert.equal((await ada.setQuantity({ cartId, lineId: line!.id, quantity: 1 })).itemCount, 1)
  assert.deepEqual((await ada.removeLine({ cartId, lineId: line!.id })).lines, [])
  await assert.rejects(ada.removeLine({ cartId, lineId: line!.id }), (error) => isFailure(error, 'NOT_FOUND'))
})

test('ninety-eight adds at the same moment lose nothing', async () => {
  const ada = shop.guest('gst_many')
  const { id: cartId } = await ada.createCart({})
  // The last of them waits for all the others, on a busy machine longer than a call may take by itself.
  const context = { deadlineMs: Date.now() + 300_000 }
  await Promise.all(Array.from({ length: 98 }, (_, n) => ada.addLine({ cartId, offerId: n % 2 ? 'off_a' : 'off_b', quantity: 1 }, { context })))
  const cart = await ada.getCart({ cartId })
  assert.deepEqual(new Map(cart.lines.map(({ offerId, quantity }) => [offerId, quantity])), new Map([['off_a', 49], ['off_b', 49]]))
})

test('two adds that meet in two processes lose nothing: each has read the basket before either writes', async () => {
  const ada = shop.guest('gst_meeting')
  const elsewhere = await shop.elsewhere('gst_meeting')
  const { id: cartId } = await ada.createCart({})
  const blocked = async () => (await shop.database.one<{ many: number }>('select count(*)::int as many from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0')).many
  const { both } = await shop.database.transaction(async (tx) => {
    await tx.run('select from cart where id = $1 for update', [cartId])
    const both = Promise.all([ada.addLine({ cartId, offerId: 'off_a', quantity: 1 }), elsewhere.addLine({ cartId, offerId: 'off_b', quantity: 1 })])
    while (await blocked() < 2);
    return { both }
  })
  await both
  assert.deepEqual(new Map((await ada.getCart({ cartId })).lines.map(({ offerId, quantity }) => [offerId, quantity])), new Map([['off_a', 1], ['off_b', 1]]))
})

test('a cart is its owner\'s alone, and nobody\'s without a cookie or a sign-in', async () => {
  const { id: cartId } = await shop.guest('gst_mine').createCart({})
  for (const other of [shop.guest('gst_other'), shop.account('acc_other')]) {
    await assert.rejects(other.getCart({ cartId }), (error) => isFailure(error, 'NOT_FOUND'))
    await assert.rejects(other.addLine({ cartId, offerId: 'off_a', quantity: 1 }), (error) => isFailure(error, 'NOT_FOUND'))
  }
  await assert.rejects(shop.client({ kind: 'anonymous' }).createCart({}), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
  await assert.rejects(shop.guest('gst_mine').freeze({ cartId, owner: 'gst_mine', checkoutId: 'chk_x', attempt: 1, fence: 1 }), (error) => isFailure(error, 'FORBIDDEN'))
})

test('a basket has limits: of one thing, of different things, and of what is left', async () => {
  const ada = shop.guest('gst_greedy')
  const { id: cartId } = await ada.createCart({})
  await ada.addLine({ cartId, offerId: 'off_a', quantity: maxQuantity })
  await assert.rejects(ada.addLine({ cartId, offerId: 'off_a', quantity: 1 }), (error) => isFailure(error, 'QUANTITY_LIMIT') && error.data?.['most'] === maxQuantity)
  shop.put({ offerId: 'off_few', availability: 'low_stock', left: 2 })
  shop.put({ offerId: 'off_none', availability: 'out_of_stock' })
  shop.put({ offerId: 'off_elsewhere' }, null)
  await assert.rejects(ada.addLine({ cartId, offerId: 'off_few', quantity: 3 }), (error) => isFailure(error, 'OUT_OF_STOCK') && error.data?.['left'] === 2)
  await assert.rejects(ada.addLine({ cartId, offerId: 'off_none', quantity: 1 }), (error) => isFailure(error, 'OUT_OF_STOCK'))
  await assert.rejects(ada.addLine({ cartId, offerId: 'off_elsewhere', quantity: 1 }), (error) => isFailure(error, 'NOT_FOR_SALE'))
  await assert.rejects(ada.addLine({ cartId, offerId: 'off_nowhere', quantity: 1 }), (error) => isFailure(error, 'NOT_FOUND'))
  for (let n = 1; n < maxLines; n++) {
    shop.put({ offerId: `off_${n}` })
    await ada.addLine({ cartId, offerId: `off_${n}`, quantity: 1 })
  }
  await assert.rejects(ada.addLine({ cartId, offerId: 'off_b', quantity: 1 }), (error) => isFailure(error, 'QUANTITY_LIMIT') && error.data?.['most'] === maxLines)
  assert.equal((await ada.getCart({ cartId })).lines.length, maxLines)
})

test('prices are today\'s, and what changed is told once', async () => {
  const ada = shop.guest('gst_prices')
  shop.put({ offerId: 'off_up' }, 500)
  shop.put({ offerId: 'off_gone' }, 700)
  const { id: cartId } = await ada.createCart({})
  await ada.addLine({ cartId, offerId: 'off_up', quantity: 2 })
  await ada.addLine({ cartId, offerId: 'off_gone', quantity: 1 })
  shop.put({ offerId: 'off_up' }, 650)
  shop.withdraw('off_gone')
  const { changes, subtotal, lines } = await ada.getCart({ cartId })
  assert.deepEqual(changes.map(({ offerId, kind, before, after }) => ({ offerId, kind, before, after })), [
    { offerId: 'off_up', kind: 'price', before: money(500, 'GBP'), after: money(650, 'GBP') },
    { offerId: 'off_gone', kind: 'unavailable', before: money(700, 'GBP'), after: null },
  ])
  assert.deepEqual([subtotal, lines[1]?.unitPrice], [money(1300, 'GBP'), null])
  assert.deepEqual((await ada.getCart({ cartId })).changes, [])
  shop.put({ offerId: 'off_gone' }, 700)
  assert.deepEqual((await ada.getCart({ cartId })).changes.map(({ offerId, kind }) => [offerId, kind]), [['off_gone', 'available']])
})

test('a cart has one currency: another market prices every line anew', async () => {
  const ada = shop.guest('gst_abroad')
  shop.put({ offerId: 'off_both' }, 1000)
  shop.put({ offerId: 'off_both' }, 1190, 'EUR')
  const { id: cartId } = await ada.createCart({ market: 'gb' })
  await ada.addLine({ cartId, offerId: 'off_both', quantity: 2 })
  await ada.addLine({ cartId, offerId: 'off_a', quantity: 1 })
  const cart = await ada.setMarket({ cartId, market: 'de' })
  assert.deepEqual([cart.market, cart.currency, cart.subtotal], ['de', 'EUR', money(2380, 'EUR')])
  assert.deepEqual(cart.lines.map(({ unitPrice }) => unitPrice), [money(1190, 'EUR'), null])
  assert.deepEqual(cart.changes, [])
  await assert.rejects(ada.setMarket({ cartId, market: 'atlantis' }), (error) => isFailure(error, 'NOT_FOUND'))
})

test('a cart lives in its table: an empty cache, or a new process, has it still', async () => {
  const first = await openShop({ cache: await inProcessCache({ maxBytes: 1_000_000 }) })
  first.put({ offerId: 'off_kept' }, 800)
  const ada = first.guest('gst_kept')
  const { id: cartId } = await ada.createCart({})
  await ada.addLine({ cartId, offerId: 'off_kept', quantity: 1 })
  const asked = first.asked()
  assert.equal((await ada.getCart({ cartId })).itemCount, 1)
  assert.equal(first.asked(), asked)
  const second = await startTestCart({ database: first.database, events: await testEvents(await testDatabase('events', logTables)), catalog: { getOffers: async () => [] } })
  assert.deepEqual((await second.client({ kind: 'guest', guestId: 'gst_kept' }).getCart({ cartId })).lines.map(({ offerId }) => offerId), ['off_kept'])
})
