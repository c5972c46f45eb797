import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { money } from '@octavo/money'
import { openShop } from './shop.ts'

const shop = await openShop()
shop.put({ offerId: 'off_a' }, 900)
shop.put({ offerId: 'off_b' }, 1100)

async function filled(guestId: string) {
  const guest = shop.guest(guestId)
  const { id: cartId } = await guest.createCart({})
  const { lines: [line] } = await guest.addLine({ cartId, offerId: 'off_a', quantity: 2 })
  return { guest, cartId, owner: guestId, lineId: line!.id }
}

const step = (cartId: string, checkoutId: string, fence = 1, attempt = 1) => ({ cartId, checkoutId, attempt, fence })

test('freezing agrees on lines and prices: they stay so however often it is asked, whatever the catalogue says since', async () => {
  const { cartId, owner } = await filled('gst_agreed')
  const agreed = await shop.orders.freeze({ ...step(cartId, 'chk_agreed'), owner })
  assert.deepEqual(agreed.lines.map(({ quantity, unitPrice }) => [quantity, unitPrice]), [[2, money(900, 'GBP')]])
  shop.put({ offerId: 'off_a' }, 950)
  assert.deepEqual(await shop.orders.freeze({ ...step(cartId, 'chk_agreed'), owner }), agreed)
  shop.put({ offerId: 'off_a' }, 900)
})

test('a bound line is neither changed nor taken out, and its market stays; what is added stands beside it', async () => {
  const { guest, cartId, owner, lineId } = await filled('gst_bound')
  await shop.orders.freeze({ ...step(cartId, 'chk_bound'), owner })
  for (const change of [() => guest.setQuantity({ cartId, lineId, quantity: 1 }), () => guest.removeLine({ cartId, lineId }), () => guest.setMarket({ cartId, market: 'de' })]) {
    await assert.rejects(change(), (error) => isFailure(error, 'CART_IN_CHECKOUT') && error.data?.['checkoutId'] === 'chk_bound')
  }
  const cart = await guest.addLine({ cartId, offerId: 'off_a', quantity: 1 })
  assert.deepEqual(cart.lines.map(({ quantity, checkoutId }) => [quantity, checkoutId]), [[2, 'chk_bound'], [1, null]])
})

test('a second checkout of a cart is told which one runs; of many at once one binds it', async () => {
  const { cartId, owner } = await filled('gst_two')
  const all = await Promise.allSettled(Array.from({ length: 12 }, (_, n) => shop.orders.freeze({ ...step(cartId, `chk_two_${n}`), owner })))
  const won = all.flatMap((one, n) => (one.status === 'fulfilled' ? [`chk_two_${n}`] : []))
  assert.equal(won.length, 1)
  for (const one of all) if (one.status === 'rejected') assert.ok(isFailure(one.reason, 'CART_IN_CHECKOUT') && one.reason.data?.['checkoutId'] === won[0], String(one.reason))
})

test('unbinding frees the lines; what was added of the same offer meanwhile joins them, and the cart can be bought again', async () => {
  const { guest, cartId, owner } = await filled('gst_freed')
  await shop.orders.freeze({ ...step(cartId, 'chk_freed'), owner })
  await guest.addLine({ cartId, offerId: 'off_a', quantity: 1 })
  assert.deepEqual(await shop.orders.unbind(step(cartId, 'chk_freed')), { unbound: true })
  assert.deepEqual(await shop.orders.unbind(step(cartId, 'chk_freed')), { unbound: true })
  const cart = await guest.getCart({ cartId })
  assert.deepEqual([cart.checkoutId, cart.lines.map(({ quantity, checkoutId }) => [quantity, checkoutId])], [null, [[3, null]]])
  assert.equal((await shop.orders.freeze({ ...step(cartId, 'chk_freed_2'), owner })).lines[0]?.quantity, 3)
})

test('an undo that comes before its do leaves a tombstone: the do is refused, another attempt is not', async () => {
  const { cartId, owner } = await filled('gst_late')
  assert.deepEqual(await shop.orders.unbind(step(cartId, 'chk_late')), { unbound: false })
  await assert.rejects(shop.orders.freeze({ ...step(cartId, 'chk_late'), owner }), (error) => isFailure(error, 'UNDONE'))
  assert.equal((await shop.orders.freeze({ ...step(cartId, 'chk_late', 1, 2), owner })).lines.length, 1)
})

test('whoever was overtaken by a later process neither freezes nor unbinds nor removes', async () => {
  const { guest, cartId, owner } = await filled('gst_fenced')
  await shop.orders.freeze({ ...step(cartId, 'chk_fenced', 5), owner })
  const late = step(cartId, 'chk_fenced', 4)
  for (const call of [() => shop.orders.freeze({ ...late, owner }), () => shop.orders.unbind(late), () => shop.orders.removeBound(late)]) {
    await assert.rejects(call(), (error) => isFailure(error, 'STALE_FENCE'))
  }
  assert.equal((await guest.getCart({ cartId })).checkoutId, 'chk_fenced')
})

test('placing takes the bound lines out once, later additions stay, and the next checkout is free', async () => {
  const { guest, cartId, owner } = await filled('gst_placed')
  await shop.orders.freeze({ ...step(cartId, 'chk_placed'), owner })
  await guest.addLine({ cartId, offerId: 'off_b', quantity: 1 })
  assert.deepEqual(await shop.orders.removeBound(step(cartId, 'chk_placed')), { removed: 1 })
  assert.deepEqual(await shop.orders.removeBound(step(cartId, 'chk_placed')), { removed: 1 })
  const cart = await guest.getCart({ cartId })
  assert.deepEqual([cart.checkoutId, cart.lines.map(({ offerId }) => offerId)], [null, ['off_b']])
  await shop.heard()
  assert.deepEqual(shop.told.filter((one) => one.cartId === cartId).at(-1)?.lines, [{ offerId: 'off_b', quantity: 1 }])
  assert.equal((await shop.orders.freeze({ ...step(cartId, 'chk_next'), owner })).lines.length, 1)
})

test('a placed checkout that took every line is named to whoever checks out again, until something is added', async () => {
  const { guest, cartId, owner } = await filled('gst_all')
  await shop.orders.freeze({ ...step(cartId, 'chk_all'), owner })
  await shop.orders.removeBound(step(cartId, 'chk_all'))
  await assert.rejects(shop.orders.freeze({ ...step(cartId, 'chk_again'), owner }), (error) => isFailure(error, 'CART_IN_CHECKOUT') && error.data?.['checkoutId'] === 'chk_all')
  await guest.addLine({ cartId, offerId: 'off_b', quantity: 1 })
  assert.equal((await shop.orders.freeze({ ...step(cartId, 'chk_more'), owner })).lines.length, 1)
})

test('an empty cart, another\'s cart and one of which nothing can be bought are not frozen', async () => {
  const { id: cartId } = await shop.guest('gst_empty').createCart({})
  await assert.rejects(shop.orders.freeze({ ...step(cartId, 'chk_empty'), owner: 'gst_empty' }), (error) => isFailure(error, 'CART_EMPTY'))
  const other = await filled('gst_theirs')
  await assert.rejects(shop.orders.freeze({ ...step(other.cartId, 'chk_theirs'), owner: 'gst_me' }), (error) => isFailure(error, 'NOT_FOUND'))
  await other.guest.setMarket({ cartId: other.cartId, market: 'us' })
  await assert.rejects(shop.orders.freeze({ ...step(other.cartId, 'chk_theirs'), owner: 'gst_theirs' }), (error) => isFailure(error, 'CART_EMPTY'))
})

test('adding and freezing at the same moment: every line is either agreed on or still free, none is lost', async () => {
  for (let round = 0; round < 10; round++) {
    const { guest, cartId, owner } = await filled(`gst_both_${round}`)
    const [{ lines }] = await Promise.all([
      shop.orders.freeze({ ...step(cartId, `chk_both_${round}`), owner }),
      guest.addLine({ cartId, offerId: 'off_b', quantity: 1 }),
      guest.addLine({ cartId, offerId: 'off_a', quantity: 1 }),
    ])
    const cart = await guest.getCart({ cartId })
    assert.equal(cart.itemCount, 4)
    const bound = cart.lines.filter(({ checkoutId }) => checkoutId !== null)
    assert.deepEqual(new Map(bound.map(({ id, quantity }) => [id, quantity])), new Map(lines.map(({ lineId, quantity }) => [lineId, quantity])))
  }
})
