import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Cart } from '@octavo/cart/contract'
import type { Product } from '@octavo/catalog/contract'
import type { Order } from '@octavo/orders/contract'
import type { Invoice, Payment } from '@octavo/payments/contract'
import type { Shipment } from '@octavo/shipping/contract'
import { announcedBook } from './announced.ts'
import { eventually } from './eventually.ts'
import { offersInStock, Visitor, type Stage } from './visitor.ts'

type Story = (stage: Stage) => Promise<void>
interface List<Item> { readonly items: readonly Item[]; readonly nextCursor: string | null }

const stockOf = (visitor: Visitor, offerId: string) => visitor.operator<{ onHand: number; reserved: number; available: number }>('GET', `/stock/${offerId}`)
const paymentsOf = async (visitor: Visitor, by: string) => (await visitor.operator<List<Payment>>('GET', `/payments?${by}`)).items

/** What people do in the shop, from door to door. Told in one process and in many, by the same words. */
export const stories: Readonly<Record<string, Story>> = {
  async 'somebody browses: lists page through without a gap, a book is found by its ISBN and by its readable handle'(stage) {
    const visitor = new Visitor(stage)
    const seen = new Set<string>()
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: List<{ id: string; handle: string }> = await visitor.want(200, 'GET', `/api/products?limit=7${cursor && `&cursor=${cursor}`}`)
      for (const { id } of page.items) { assert.ok(!seen.has(id), 'nothing twice'); seen.add(id) }
      cursor = page.nextCursor
    }
    assert.ok(seen.size >= 40)
    const [{ product } = assert.fail()] = await offersInStock(visitor, 1, 1)
    const isbn = product.variants.flatMap(({ identifiers }) => identifiers).find(({ scheme }) => scheme === 'isbn13')
    const byIsbn = await visitor.want<List<{ id: string }>>(200, 'GET', `/api/products?identifier=isbn13:${isbn?.value}`)
    assert.deepEqual(byIsbn.items.map(({ id }) => id), [product.id])
    assert.equal((await visitor.want<Product>(200, 'GET', `/api/products/${product.handle}`)).id, product.id)
    const { items: categories } = await visitor.want<List<{ handle: string; productCount: number }>>(200, 'GET', '/api/categories')
    const full = categories.find(({ productCount }) => productCount > 0)
    assert.ok((await visitor.want<List<unknown>>(200, 'GET', `/api/products?category=${full?.handle}`)).items.length > 0)
  },

  async 'a guest buys two books: the order adds up, the card is held, the stock is promised, the mail arrives'(stage) {
    const visitor = new Visitor(stage)
    const [first = assert.fail(), second = assert.fail()] = await offersInStock(visitor, 2)
    const before = await stockOf(visitor, first.offerId)
    const order = await visitor.buy({ offerId: first.offerId, quantity: 2 }, { offerId: second.offerId })
    const lines = order.lines.reduce((sum, line) => sum + line.unitPrice.amountMinor * line.quantity, 0)
    assert.equal(lines - order.discount.amountMinor + order.delivery.amountMinor + (order.taxIncluded ? 0 : order.tax.amountMinor), order.total.amountMinor)
    assert.equal(order.subOrders.reduce((sum, { total }) => sum + total.amountMinor, 0), order.total.amountMinor)
    const [payment, ...more] = await paymentsOf(visitor, `orderId=${order.id}`)
    assert.equal(more.length, 0)
    assert.equal(payment?.status, 'authorised')
    assert.equal(payment?.authorised.amountMinor, order.total.amountMinor)
    const after = await stockOf(visitor, first.offerId)
    assert.deepEqual([after.onHand, after.available], [before.onHand, before.available - 2])
    const { items: [mail] } = await eventually(() => visitor.operator<List<{ kind: string; subject: string }>>('GET', '/messages?to=ada@reader.example&limit=1'), ({ items }) => items.length > 0)
    assert.match(mail?.subject ?? '', new RegExp(order.number))
    const again = await new Visitor(stage).call('GET', `/api/orders/${order.id}`)
    assert.equal(again.status, 404, 'nobody else sees it')
  },

  async 'a declined card leaves nothing behind, and the same basket is bought with another'(stage) {
    const visitor = new Visitor(stage)
    const [{ offerId } = assert.fail()] = await offersInStock(visitor, 1)
    const before = await stockOf(visitor, offerId)
    const { cart, quote } = await visitor.fillBasket({ offerId })
    const refused = await visitor.checkOut({ quote, paymentMethod: 'pm_card_chargeDeclined' })
    const failed = await visitor.follow(refused.body.id)
    assert.equal(failed.status, 'failed')
    assert.equal(failed.failure?.code, 'CARD_DECLINED')
    assert.deepEqual(await stockOf(visitor, offerId), before)
    assert.ok((await paymentsOf(visitor, `checkoutId=${refused.body.id}`)).every(({ status }) => status === 'failed' || status === 'voided'))
    const { lines } = await visitor.want<Cart>(200, 'GET', `/api/carts/${cart.id}`)
    assert.equal(lines.length, 1, 'the basket is as it was')
    const accepted = await visitor.checkOut({ quote })
    assert.equal((await visitor.follow(accepted.body.id)).status, 'completed')
  },

  async 'a bank asks who is there: passed, the order is placed; failed, everything is as before'(stage) {
    const visitor = new Visitor(stage)
    const [{ offerId } = assert.fail()] = await offersInStock(visitor, 1)
    for (const outcome of ['fail', 'pass'] as const) {
      const before = await stockOf(visitor, offerId)
      const { quote } = await visitor.fillBasket({ offerId })
      const { body } = await visitor.checkOut({ quote, paymentMethod: 'pm_card_threeDSecure2Required' })
      const asked = await visitor.follow(body.id, ({ status }) => status !== 'running')
      assert.equal(asked.status, 'requires_action', JSON.stringify(asked))
      await fetch(asked.nextAction?.url ?? '', { method: 'POST', redirect: 'manual', body: new URLSearchParams({ outcome }) })
      const ended = await visitor.follow(body.id)
      if (outcome === 'pass') { assert.equal(ended.status, 'completed', JSON.stringify(ended)); continue }
      assert.equal(ended.failure?.code, 'AUTHENTICATION_FAILED')
      assert.deepEqual(await stockOf(visitor, offerId), before)
    }
  },

  async 'the last copy goes between basket and checkout: whoever comes second is told, and pays nothing'(stage) {
    const [quick, slow] = [new Visitor(stage), new Visitor(stage)]
    const [{ offerId } = assert.fail()] = await offersInStock(quick, 1)
    const { available } = await stockOf(quick, offerId)
    await quick.operator('POST', `/stock/${offerId}`, { change: 1 - available, reason: 'down to the last copy' })
    const baskets = [await quick.fillBasket({ offerId }), await slow.fillBasket({ offerId })] as const
    const first = await quick.checkOut({ quote: baskets[0].quote })
    assert.equal((await quick.follow(first.body.id)).status, 'completed')
    const second = await slow.checkOut({ quote: baskets[1].quote })
    const told = second.status === 202 ? (await slow.follow(second.body.id)).failure?.code : (second.body as unknown as { code: string }).code
    assert.equal(told, 'OUT_OF_STOCK')
    assert.equal((await stockOf(quick, offerId)).available, 0)
    if (second.status === 202) assert.ok((await paymentsOf(slow, `checkoutId=${second.body.id}`)).every(({ status }) => status === 'failed' || status === 'voided'))
    await quick.operator('POST', `/stock/${offerId}`, { change: available, reason: 'a delivery' })
  },

  async 'the same checkout posted twice is one checkout; another body under its key is refused'(stage) {
    const visitor = new Visitor(stage)
    const [{ offerId } = assert.fail()] = await offersInStock(visitor, 1)
    const { quote } = await visitor.fillBasket({ offerId })
    const key = randomUUID()
    const [first, second] = await Promise.all([visitor.checkOut({ quote, key }), visitor.checkOut({ quote, key })])
    const accepted = [first, second].filter(({ status }) => status === 202)
    assert.ok(accepted.length >= 1 && [first, second].every(({ status }) => status === 202 || status === 409), JSON.stringify([first, second]))
    const id = accepted[0]?.body.id ?? ''
    assert.equal((await visitor.follow(id)).status, 'completed')
    assert.equal((await visitor.checkOut({ quote, key })).body.id, id)
    assert.equal((await visitor.checkOut({ quote, key, email: 'other@reader.example' })).status, 422)
    assert.equal((await visitor.operator<List<Order>>('GET', `/orders?checkoutId=${id}`)).items.length, 1)
    const emptied = await visitor.checkOut({ quote })
    assert.equal(emptied.status, 409, JSON.stringify(emptied.body))
    assert.equal((emptied.body as unknown as { code: string }).code, 'CART_IN_CHECKOUT')
  },

  async 'an order is cancelled before it leaves: the money is let go and the copies are back'(stage) {
    const visitor = new Visitor(stage)
    const [{ offerId } = assert.fail()] = await offersInStock(visitor, 1)
    const before = await stockOf(visitor, offerId)
    const order = await visitor.buy({ offerId })
    const cancelled = await visitor.want<Order>(200, 'POST', `/api/orders/${order.id}/cancel`, {})
    assert.equal(cancelled.status, 'cancelled')
    await eventually(() => stockOf(visitor, offerId), ({ available, onHand }) => available === before.available && onHand === before.onHand)
    await eventually(() => paymentsOf(visitor, `orderId=${order.id}`), (payments) => payments.every(({ status }) => status === 'voided'))
    assert.equal((await visitor.want<Order>(200, 'POST', `/api/orders/${order.id}/cancel`, {})).status, 'cancelled', 'cancelling again changes nothing')
  },

  async 'a parcel leaves: the money is taken then and not before, the stock leaves the shelf, nothing can be cancelled'(stage) {
    const visitor = new Visitor(stage)
    const [{ offerId } = assert.fail()] = await offersInStock(visitor, 1)
    const before = await stockOf(visitor, offerId)
    const order = await visitor.buy({ offerId })
    const { items } = await eventually(() => visitor.operator<List<Shipment>>('GET', `/shipments?orderId=${order.id}`), (list) => list.items.length === order.subOrders.length)
    const sent = await visitor.operator<Shipment>('POST', `/shipments/${items[0]?.id}/dispatch`, {})
    assert.ok(sent.trackingNumber)
    const [payment] = await eventually(() => paymentsOf(visitor, `orderId=${order.id}`), ([one]) => one?.status === 'captured')
    assert.deepEqual(payment?.captured, order.total)
    await eventually(() => stockOf(visitor, offerId), ({ onHand, reserved }) => onHand === before.onHand - 1 && reserved === before.reserved)
    assert.equal((await eventually(() => visitor.want<Order>(200, 'GET', `/api/orders/${order.id}`), ({ status }) => status === 'dispatched')).status, 'dispatched')
    assert.equal((await visitor.call('POST', `/api/orders/${order.id}/cancel`, {})).status, 409)
    await eventually(() => visitor.operator<List<{ subject: string; kind: string }>>('GET', '/messages?to=ada@reader.example&limit=20'), (list) => list.items.some(({ kind, subject }) => kind === 'order-dispatched' && subject.includes(order.number)))
    const refunded = await visitor.operator<Payment>('POST', `/payments/${payment?.id}/refunds`, { amount: { amountMinor: 100, currency: order.total.currency } }, { 'idempotency-key': randomUUID() })
    assert.equal(refunded.refunded.amountMinor, 100)
  },

  async 'two of three copies come back: their money goes back to the cent, they stand on the shelf again, the buyer has a mail'(stage) {
    const visitor = new Visitor(stage)
    const [{ offerId } = assert.fail()] = await offersInStock(visitor, 1)
    const order = await visitor.buy({ offerId, quantity: 3 })
    const { reserved: kept } = await stockOf(visitor, offerId)
    const { items: [parcel] } = await eventually(() => visitor.operator<List<Shipment>>('GET', `/shipments?orderId=${order.id}`), ({ items }) => items.length > 0)
    const lines = [{ lineId: order.lines[0]?.id, quantity: 2, restock: true }]
    await visitor.operator('POST', `/shipments/${parcel?.id}/dispatch`, {})
    await eventually(() => paymentsOf(visitor, `orderId=${order.id}`), ([one]) => one?.status === 'captured')
    const left = await eventually(() => stockOf(visitor, offerId), ({ reserved }) => reserved === kept - 3)
    const again = { 'idempotency-key': randomUUID() }
    await visitor.operator('POST', `/orders/${order.id}/refunds`, { lines, reason: 'two were not wanted' }, again)
    const told = await eventually(() => visitor.want<Order>(200, 'GET', `/api/orders/${order.id}`), ({ refunds }) => refunds[0]?.status === 'given')
    const [payment] = await paymentsOf(visitor, `orderId=${order.id}`)
    assert.deepEqual(payment?.refunded, told.refunds[0]?.amount)
    assert.equal(payment?.refunded.amountMinor, Math.ceil((order.lines[0]?.paid.amountMinor ?? 0) * 2 / 3))
    await eventually(() => stockOf(visitor, offerId), ({ onHand }) => onHand === left.onHand + 2)
    await eventually(() => visitor.operator<List<{ subject: string; kind: string }>>('GET', '/messages?to=ada@reader.example&limit=20'), ({ items }) => items.some(({ kind, subject }) => kind === 'order-refunded' && subject.includes(order.number)))
    await visitor.operator('POST', `/orders/${order.id}/refunds`, { lines, reason: 'two were not wanted' }, again)
    assert.equal((await visitor.want<Order>(200, 'GET', `/api/orders/${order.id}`)).refunds.length, 1)
  },

  async 'a guest becomes a customer: the basket comes along, and so do the orders of the verified address'(stage) {
    const visitor = new Visitor(stage)
    const email = `reader-${randomUUID().slice(0, 8)}@reader.example`
    const [bought = assert.fail(), wanted = assert.fail()] = await offersInStock(visitor, 2)
    const { quote } = await visitor.fillBasket({ offerId: bought.offerId })
    const { body } = await visitor.checkOut({ quote, email })
    const { orderId } = await visitor.follow(body.id)
    const { cart } = await visitor.fillBasket({ offerId: wanted.offerId })

    await visitor.want(200, 'POST', '/api/auth/sign-up/email', { email, password: 'a long enough password', name: 'New Reader' })
    const session = await eventually(() => visitor.want<{ signedIn: boolean; cartId: string | null; itemCount: number }>(200, 'GET', '/api/session'), ({ itemCount }) => itemCount === 1)
    assert.equal(session.signedIn, true)
    const { lines } = await visitor.want<Cart>(200, 'GET', `/api/carts/${session.cartId}`)
    assert.deepEqual(lines.map(({ offerId }) => offerId), cart.lines.map(({ offerId }) => offerId))

    const { items } = await eventually(() => visitor.operator<List<{ id: string; kind: string }>>('GET', `/messages?to=${email}&limit=20`), (list) => list.items.some(({ kind }) => kind === 'verify-email'))
    const mail = await visitor.operator<{ text: string }>('GET', `/messages/${items.find(({ kind }) => kind === 'verify-email')?.id}`)
    const [link = ''] = /https?:\S+verify-email\S+/.exec(mail.text) ?? []
    await visitor.call('GET', new URL(link).pathname + new URL(link).search)
    // On another device, the account alone opens them.
    const elsewhere = new Visitor(stage)
    await elsewhere.want(200, 'POST', '/api/auth/sign-in/email', { email, password: 'a long enough password' })
    const mine = await eventually(() => elsewhere.want<List<Order>>(200, 'GET', '/api/orders'), ({ items }) => items.length > 0)
    assert.deepEqual(mine.items.map(({ id }) => id), [orderId])
  },

  async 'a customer keeps a card, buys with it again, and takes it away'(stage) {
    const visitor = new Visitor(stage)
    const email = `keeper-${randomUUID().slice(0, 8)}@reader.example`
    await visitor.want(200, 'POST', '/api/auth/sign-up/email', { email, password: 'a long enough password', name: 'Card Keeper' })
    const [{ offerId } = assert.fail()] = await offersInStock(visitor, 1)
    const first = await visitor.fillBasket({ offerId })
    const { body } = await visitor.checkOut({ quote: first.quote, email, saveCard: true })
    assert.equal((await visitor.follow(body.id)).status, 'completed')
    const { items: [card] } = await visitor.want<List<{ id: string; last4: string }>>(200, 'GET', '/api/account/cards')
    assert.equal(card?.last4, '4242')
    const second = await visitor.fillBasket({ offerId })
    const again = await visitor.checkOut({ quote: second.quote, email, paymentMethod: card?.id ?? '' })
    assert.equal((await visitor.follow(again.body.id)).status, 'completed')
    await visitor.want(200, 'DELETE', `/api/account/cards/${card?.id}`)
    assert.deepEqual((await visitor.want<List<unknown>>(200, 'GET', '/api/account/cards')).items, [])
  },

  async 'a library buys on invoice once an operator has opened it: the goods leave, the invoice is due, and money coming in settles it'(stage) {
    const visitor = new Visitor(stage)
    const [{ offerId } = assert.fail()] = await offersInStock(visitor, 1)
    const email = `${randomUUID()}@library.example`
    await visitor.want(200, 'POST', '/api/auth/sign-up/email', { email, password: 'a long enough password', name: 'Town Library' })
    const { quote } = await visitor.fillBasket({ offerId })
    const refused = await visitor.checkOut({ quote, email, paymentMethod: 'invoice' })
    assert.equal((await visitor.follow(refused.body.id)).failure?.code, 'PAYMENT_FAILED')
    const { items: [account] } = await visitor.operator<List<{ id: string }>>('GET', `/accounts?email=${email}`)
    await visitor.operator('PUT', `/accounts/${account?.id}/invoice-terms`, { allowed: true, limit: { amountMinor: 50_000, currency: 'GBP' }, days: 30 })
    const accepted = await visitor.checkOut({ quote, email, paymentMethod: 'invoice' })
    const { orderId, status } = await visitor.follow(accepted.body.id)
    assert.equal(status, 'completed')
    assert.deepEqual((await paymentsOf(visitor, `orderId=${orderId}`)).map((payment) => [payment.provider, payment.status]), [['invoice', 'authorised']])
    const shipments = await eventually(() => visitor.operator<List<Shipment>>('GET', `/shipments?orderId=${orderId}`), ({ items }) => items.length > 0)
    await visitor.operator('POST', `/shipments/${shipments.items[0]?.id}/dispatch`, {})
    const open = () => visitor.operator<List<Invoice>>('GET', `/invoices?accountId=${account?.id}&open=true`)
    const { items: [invoice] } = await eventually(open, ({ items }) => items.length > 0)
    assert.deepEqual([invoice?.orderId, invoice?.open], [orderId, quote.total])
    await visitor.operator('POST', `/invoices/${invoice?.id}/payments`, { amount: quote.total, receivedOn: '2026-12-20' }, { 'idempotency-key': randomUUID() })
    assert.deepEqual((await open()).items, [])
    assert.deepEqual((await visitor.want<{ terms: { left: unknown } }>(200, 'GET', '/api/account/invoice-terms')).terms.left, { amountMinor: 50_000, currency: 'GBP' })
  },

  'a book is ordered before it is out: the card is kept and not charged; it comes out, copies come, and the money is taken as each parcel leaves': announcedBook,
}
