import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newId } from '@octavo/ids'
import { money } from '@octavo/money'
import { openShop } from './shop.ts'
import { codeOf, home } from './shopper.ts'

const shop = await openShop()

describe('buying', () => {
  it('makes one order of one basket, with its stock and its money', async () => {
    const book = await shop.offer({ copies: 5, priceMinor: 999 })
    const ada = shop.guest()
    const cartId = await ada.fill([book, 2])
    const end = await ada.follow(await ada.orders.startCheckout(await ada.prepare(cartId)))
    assert.equal(end.status, 'completed')
    const order = await ada.orders.getOrder({ orderId: end.orderId ?? '' })
    assert.deepEqual(order.lines.map(({ offerId, quantity, unitPrice }) => [offerId, quantity, unitPrice.amountMinor]), [[book.offerId, 2, 999]])
    assert.equal(order.subtotal.amountMinor - order.discount.amountMinor + order.delivery.amountMinor, order.total.amountMinor)
    assert.deepEqual((await shop.live(end.id)).map(({ status, authorised, orderId }) => [status, authorised.amountMinor, orderId]), [['authorised', order.total.amountMinor, order.id]])
    assert.deepEqual(await shop.level(book).then((level) => [level?.onHand, level?.reserved]), [5, 2])
    await shop.ended(end.id)
    assert.deepEqual((await ada.cart.getCart({ cartId })).lines, [])
    await shop.settled()
    assert.deepEqual((await shop.others.inventory.listReservations({ checkoutId: end.id })).items.map(({ status, orderId }) => [status, orderId]), [['settled', order.id]])
    assert.equal((await shop.shippingDesk.listShipments({ orderId: order.id })).items.length, 1)
  })

  it('answers at once, and tells where the checkout stands when asked', async () => {
    const ada = shop.guest()
    const started = await ada.orders.startCheckout(await ada.prepare(await ada.fill(await shop.offer())))
    assert.deepEqual(Object.keys(started).toSorted(), ['id', 'status'])
    assert.equal(started.status, 'running')
    assert.equal((await ada.follow(started)).status, 'completed')
  })

  it('splits the order by seller, and the parts are the charge', async () => {
    const ours = await shop.offer({ priceMinor: 1234 })
    const theirs = await shop.offer({ priceMinor: 567, sellerId: 'sel_other', sellerName: 'Other' })
    const ada = shop.guest()
    const end = await ada.buy([ours, [theirs, 3]])
    const order = await ada.orders.getOrder({ orderId: end.orderId ?? '' })
    assert.deepEqual(order.subOrders.map((part) => [part.sellerId, part.lines.length]), [['sel_house', 1], ['sel_other', 1]])
    assert.equal(order.subOrders.reduce((sum, part) => sum + part.total.amountMinor, 0), order.total.amountMinor)
    assert.deepEqual((await shop.live(end.id)).map(({ authorised }) => authorised), [order.total])
  })

  it('takes out of the basket what was bought, and leaves what was put in later', async () => {
    const ada = shop.guest()
    const [bought, later] = [await shop.offer(), await shop.offer()]
    const cartId = await ada.fill(bought)
    const started = await ada.orders.startCheckout(await ada.prepare(cartId, { paymentMethod: 'pm_card_authenticationRequired' }))
    const { nextAction } = await ada.follow(started, ['requires_action'])
    await ada.cart.addLine({ cartId, offerId: later.offerId, quantity: 1 })
    await fetch(nextAction?.url ?? '', { method: 'POST', body: new URLSearchParams({ outcome: 'pass' }), redirect: 'manual' })
    assert.equal((await ada.follow(started)).status, 'completed')
    await shop.ended(started.id)
    assert.deepEqual((await ada.cart.getCart({ cartId })).lines.map(({ offerId }) => offerId), [later.offerId])
    assert.equal((await ada.follow(await ada.orders.startCheckout(await ada.prepare(cartId)))).status, 'completed', 'what came later is another order')
  })

  it('hands digital goods over as the order is placed, and draws no stock for them', async () => {
    const ada = shop.guest()
    const end = await ada.buy([await shop.offer({ digital: true, taxClass: 'ebook', format: 'ebook', priceMinor: 499 })])
    const order = await ada.orders.getOrder({ orderId: end.orderId ?? '' })
    assert.deepEqual([order.status, order.promisedBy, order.delivery.amountMinor, order.total.amountMinor], ['delivered', null, 0, 499])
    await shop.settled()
    assert.deepEqual((await shop.live(end.id)).map(({ status, captured }) => [status, captured.amountMinor]), [['captured', 499]])
  })

  it('keeps the card and charges nothing for what is promised and not there', async () => {
    const ada = shop.guest()
    const end = await ada.buy([await shop.offer({ copies: 0, promiseLimit: 5, availability: 'preorder' })])
    assert.equal(end.status, 'completed')
    assert.equal((await ada.orders.getOrder({ orderId: end.orderId ?? '' })).promised, true)
    assert.deepEqual((await shop.live(end.id)).map(({ status }) => status), ['card_saved'])
  })

  it('sells ten copies to ten of thirty buyers', async () => {
    const book = await shop.offer({ copies: 10 })
    const ends = await Promise.all(Array.from({ length: 30 }, () => shop.guest().buy([book])))
    assert.deepEqual([ends.filter(({ status }) => status === 'completed').length, ends.filter(({ failure }) => failure?.code === 'OUT_OF_STOCK').length], [10, 20])
    assert.deepEqual(await shop.level(book).then((level) => [level?.onHand, level?.reserved]), [10, 10])
    const { items } = await shop.operator.listOrders({ offerId: book.offerId, limit: 100 })
    assert.equal(items.length, 10)
    for (const end of ends) assert.equal((await shop.live(end.id)).length, end.status === 'completed' ? 1 : 0)
  })
})

describe('the same wish twice', () => {
  it('with the same key is the same checkout, while it runs and ever after', async () => {
    const ada = shop.guest()
    const wish = await ada.prepare(await ada.fill(await shop.offer()))
    const both = await Promise.all([ada.orders.startCheckout(wish), ada.orders.startCheckout(wish), ada.orders.startCheckout(wish)])
    const ids = new Set(both.map(({ id }) => id))
    assert.equal(ids.size, 1)
    const end = await ada.follow(both[0])
    assert.deepEqual(await ada.orders.startCheckout(wish), end)
    assert.equal((await shop.operator.listOrders({ checkoutId: end.id })).items.length, 1)
    assert.equal((await shop.live(end.id)).length, 1)
  })

  it('with the same key is told again that it failed, and pays nothing', async () => {
    const ada = shop.guest()
    const wish = await ada.prepare(await ada.fill(await shop.offer()), { paymentMethod: 'pm_card_chargeDeclined' })
    const end = await ada.follow(await ada.orders.startCheckout(wish))
    assert.equal(end.status, 'failed')
    assert.deepEqual(await ada.orders.startCheckout(wish), end)
  })

  it('with the same key and another body is refused', async () => {
    const ada = shop.guest()
    const wish = await ada.prepare(await ada.fill(await shop.offer()))
    await ada.follow(await ada.orders.startCheckout(wish))
    assert.equal(await codeOf(ada.orders.startCheckout({ ...wish, email: 'another@reader.example' })), 'IDEMPOTENCY_KEY_REUSED')
    assert.equal(await codeOf(ada.orders.startCheckout({ ...wish, shippingAddress: { ...home, city: 'Leeds' } })), 'IDEMPOTENCY_KEY_REUSED')
  })

  it('keeps one shopper’s keys apart from another’s', async () => {
    const [ada, ben] = [shop.guest(), shop.guest()]
    const book = await shop.offer()
    const key = newId('key')
    const [hers, his] = [await ada.buy([book], { key }), await ben.buy([book], { key })]
    assert.notEqual(hers.id, his.id)
  })

  it('with another key is told which checkout has the basket', async () => {
    const ada = shop.guest()
    const wish = await ada.prepare(await ada.fill(await shop.offer()), { paymentMethod: 'pm_card_authenticationRequired' })
    const first = await ada.orders.startCheckout(wish)
    const busy = await ada.orders.startCheckout({ ...wish, key: newId('key') }).catch((error: { code: string; data: unknown }) => error)
    assert.deepEqual('code' in busy && [busy.code, busy.data], ['CART_IN_CHECKOUT', { checkoutId: first.id }])
    const { nextAction } = await ada.follow(first, ['requires_action'])
    await fetch(nextAction?.url ?? '', { method: 'POST', body: new URLSearchParams({ outcome: 'pass' }), redirect: 'manual' })
    await ada.follow(first)
    const after = await ada.orders.startCheckout({ ...wish, key: newId('key') }).catch((error: { code: string; data: unknown }) => error)
    assert.deepEqual('code' in after && [after.code, after.data], ['CART_IN_CHECKOUT', { checkoutId: first.id }], 'an order took every line')
  })

  it('at the same moment with two keys makes one order', async () => {
    for (let round = 0; round < 5; round++) {
      const ada = shop.guest()
      const wish = await ada.prepare(await ada.fill(await shop.offer()))
      const posts = await Promise.all([1, 2, 3].map(() => ada.orders.startCheckout({ ...wish, key: newId('key') }).catch((error: { code: string }) => error.code)))
      const accepted = posts.filter((post) => typeof post !== 'string')
      assert.equal(accepted.length, 1, 'a basket is in one checkout at a time')
      const [end] = await Promise.all(accepted.map((post) => ada.follow(post)))
      assert.equal(end?.status, 'completed')
      assert.ok(posts.every((post) => typeof post !== 'string' || post === 'CART_IN_CHECKOUT'))
    }
  })
})

describe('the price', () => {
  it('that the shopper did not agree to ends the checkout, and the basket is as it was', async () => {
    const ada = shop.guest()
    const book = await shop.offer()
    const cartId = await ada.fill(book)
    const wish = await ada.prepare(cartId)
    const end = await ada.follow(await ada.orders.startCheckout({ ...wish, expectedTotal: money(wish.expectedTotal.amountMinor - 1, 'GBP') }))
    assert.deepEqual([end.status, end.failure?.code], ['failed', 'TOTAL_CHANGED'])
    assert.deepEqual((await ada.cart.getCart({ cartId })).lines.map(({ checkoutId }) => checkoutId), [null])
    assert.equal((await ada.follow(await ada.orders.startCheckout({ ...wish, key: newId('key') }))).status, 'completed')
  })

  it('that is quoted is the price that is charged, abroad too', async () => {
    const ada = shop.guest()
    const book = await shop.offer()
    const cartId = await ada.fill(book)
    const quote = await ada.orders.quote({ cartId, shippingAddress: { ...home, country: 'DE', city: 'Berlin', postalCode: '10117' } })
    assert.ok(quote.tax.amountMinor > 0 && quote.taxIncluded)
    const end = await ada.buy([book], { shippingAddress: { ...home, country: 'DE', city: 'Berlin', postalCode: '10117' } })
    assert.deepEqual((await ada.orders.getOrder({ orderId: end.orderId ?? '' })).total, quote.total)
  })

  it('cannot be told without a state of the United States, and says so', async () => {
    const ada = shop.guest()
    const cartId = await ada.fill(await shop.offer())
    const us = { ...home, country: 'US', city: 'Springfield', postalCode: '62701' }
    assert.equal(await codeOf(ada.orders.quote({ cartId, shippingAddress: us })), 'INVALID_INPUT')
    assert.equal(await codeOf(ada.orders.quote({ cartId: 'crt_nothing', shippingAddress: home })), 'NOT_FOUND')
    assert.equal(await codeOf(ada.orders.quote({ cartId: await ada.fill(), shippingAddress: home })), 'CART_EMPTY')
  })
})
