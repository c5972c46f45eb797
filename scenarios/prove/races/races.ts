import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Cart } from '@octavo/cart/contract'
import type { Checkout, Order } from '@octavo/orders/contract'
import type { Payment } from '@octavo/payments/contract'
import type { Shipment } from '@octavo/shipping/contract'
import { eventually } from '../../eventually.ts'
import { Visitor, type Reply, type Stage } from '../../visitor.ts'
import { levelOf, putGoods } from '../goods.ts'

interface List<Item> { readonly items: readonly Item[] }

/** What is wanted by many at the same moment. Each is exact afterwards, and no answer is a fault of ours. */
export const races: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  async 'ten copies, a hundred buyers'(stage) {
    const [offerId = ''] = await putGoods(stage, { copies: 10 })
    const ends = await allBuy(stage, Array.from({ length: 100 }, () => [offerId]))
    assert.equal(ends.filter(({ status }) => status === 'completed').length, 10)
    assert.ok(ends.every(({ status, failure }) => status === 'completed' || failure?.code === 'OUT_OF_STOCK'), codesOf(ends))
    await restsAt(stage, offerId, { onHand: 10, reserved: 10 })
  },

  async 'baskets that share items in opposite orders'(stage) {
    const [[one = ''], [other = '']] = await Promise.all([putGoods(stage, { copies: 12 }), putGoods(stage, { copies: 12 })])
    const ends = await allBuy(stage, Array.from({ length: 40 }, (_, nth) => (nth % 2 === 0 ? [one, other] : [other, one])))
    assert.equal(ends.filter(({ status }) => status === 'completed').length, 12, codesOf(ends))
    for (const offerId of [one, other]) await restsAt(stage, offerId, { onHand: 12, reserved: 12 })
  },

  async 'the last copy, in two offers of one stock item'(stage) {
    const offers = await putGoods(stage, { copies: 1, offers: 2 })
    assert.equal(offers.length, 2)
    const ends = await allBuy(stage, Array.from({ length: 12 }, (_, nth) => offers.slice(nth % 2, (nth % 2) + 1)))
    assert.equal(ends.filter(({ status }) => status === 'completed').length, 1, codesOf(ends))
    await restsAt(stage, offers[0] ?? '', { onHand: 1, reserved: 1 })
  },

  async 'one checkout from two tabs, by one key and by two'(stage) {
    const [offerId = ''] = await putGoods(stage, { copies: 20 })
    for (const keys of [['same', 'same', 'same', 'same'], ['a', 'b', 'c', 'd']]) {
      const visitor = new Visitor(stage)
      const { quote } = await visitor.fillBasket({ offerId })
      const round = randomUUID()
      const answers = await Promise.all(keys.map((key) => visitor.checkOut({ quote, key: `${key}-${round}` })))
      const ids = new Set(answers.filter(({ status }) => status === 202).map(({ body }) => body.id))
      assert.equal(ids.size, 1, JSON.stringify(answers.map(({ status, body }) => [status, body])))
      assert.ok(answers.every(({ status }) => status === 202 || status === 409))
      const [id = ''] = ids
      const { orderId } = await visitor.follow(id)
      const { items } = await visitor.operator<List<Payment>>('GET', `/payments?orderId=${orderId}`)
      assert.equal(items.length, 1)
    }
    await restsAt(stage, offerId, { onHand: 20, reserved: 2 })
  },

  async 'a cancellation against a dispatch'(stage) {
    const { visitor, order, payment } = await bought(stage)
    const { items: parcels } = await eventually(() => visitor.operator<List<Shipment>>('GET', `/shipments?orderId=${order.id}`), ({ items }) => items.length > 0)
    const [cancelled, dispatched] = await Promise.all([
      visitor.call('POST', `/api/orders/${order.id}/cancel`, {}),
      operator(stage, 'POST', `/shipments/${parcels[0]?.id}/dispatch`),
    ])
    assert.ok([cancelled, dispatched].filter(({ status }) => status === 200).length === 1, `${cancelled.status} ${dispatched.status}`)
    const end = cancelled.status === 200 ? 'voided' : 'captured'
    await eventually(() => visitor.operator<Payment>('GET', `/payments/${payment.id}`), ({ status }) => status === end)
  },

  async 'a cancellation against a capture by hand'(stage) {
    const { visitor, order, payment } = await bought(stage)
    const [cancelled, captured] = await Promise.all([
      visitor.call('POST', `/api/orders/${order.id}/cancel`, {}),
      operator(stage, 'POST', `/payments/${payment.id}/capture`, {}, 'by-hand'),
    ])
    assert.equal(cancelled.status, 200)
    assert.ok([200, 409].includes(captured.status), `${captured.status} ${JSON.stringify(captured.body)}`)
    const end = await eventually(() => visitor.operator<Payment>('GET', `/payments/${payment.id}`), ({ status }) => status === 'voided' || status === 'refunded')
    assert.equal(end.captured.amountMinor, end.refunded.amountMinor)
  },

  async 'refunds against each other'(stage) {
    const { visitor, order, payment } = await bought(stage)
    assert.equal((await operator(stage, 'POST', `/payments/${payment.id}/capture`, {}, 'all')).status, 200)
    const part = { amountMinor: Math.trunc(order.total.amountMinor / 3), currency: order.total.currency }
    const answers = await Promise.all(Array.from({ length: 8 }, (_, nth) => operator(stage, 'POST', `/payments/${payment.id}/refunds`, { amount: part }, `refund-${nth}`)))
    assert.equal(answers.filter(({ status }) => status === 200).length, 3, answers.map(({ status }) => status).join(' '))
    const after = await visitor.operator<Payment>('GET', `/payments/${payment.id}`)
    assert.equal(after.refunded.amountMinor, 3 * part.amountMinor)
  },

  async 'an account’s credit, used up by several purchases at once'(stage) {
    const [offerId = ''] = await putGoods(stage, { copies: 20 })
    const visitor = new Visitor(stage)
    await visitor.want(200, 'POST', '/api/auth/sign-up/email', { email: `${randomUUID()}@reader.example`, password: 'a long enough password', name: 'On account' })
    const { id: accountId } = await visitor.want<{ id: string }>(200, 'GET', '/api/account')
    const baskets = await inTurn(Array.from({ length: 8 }, () => offerId), (one) => visitor.fillBasket({ offerId: one }))
    const [total = assert.fail()] = baskets.map(({ quote }) => quote.total)
    const credit = { amountMinor: 3 * total.amountMinor + 1, currency: total.currency }
    await visitor.operator('PUT', `/accounts/${accountId}/invoice-terms`, { allowed: true, limit: credit, days: 30 })
    const answers = await Promise.all(baskets.map(({ quote }) => visitor.checkOut({ quote, paymentMethod: 'invoice' })))
    const ends = await Promise.all(answers.map(({ body }) => visitor.follow(body.id)))
    assert.equal(ends.filter(({ status }) => status === 'completed').length, 3, codesOf(ends))
    await restsAt(stage, offerId, { onHand: 20, reserved: 3 })
  },

  async 'adding to a basket many times at once'(stage) {
    const [offerId = ''] = await putGoods(stage, { copies: 100 })
    const visitor = new Visitor(stage)
    const { id } = await visitor.want<Cart>(201, 'POST', '/api/carts', {})
    const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.call('POST', `/api/carts/${id}/lines`, { offerId, quantity: 1 })))
    const added = answers.filter(({ status }) => status === 200).length
    const cart = await visitor.want<Cart>(200, 'GET', `/api/carts/${id}`)
    assert.deepEqual(cart.lines.map(({ quantity }) => quantity), [added])
    assert.equal(added, 20, answers.map(({ status }) => status).join(' '))
  },

  async 'signing in while things are put into the basket'(stage) {
    const [offerId = ''] = await putGoods(stage, { copies: 100 })
    const visitor = new Visitor(stage)
    const { id } = await visitor.want<Cart>(201, 'POST', '/api/carts', {})
    await visitor.want(200, 'POST', `/api/carts/${id}/lines`, { offerId, quantity: 1 })
    const [signed, ...answers] = await Promise.all([
      visitor.call('POST', '/api/auth/sign-up/email', { email: `${randomUUID()}@reader.example`, password: 'a long enough password', name: 'In a hurry' }),
      ...Array.from({ length: 6 }, () => visitor.call('POST', `/api/carts/${id}/lines`, { offerId, quantity: 1 })),
    ])
    assert.equal(signed?.status, 200)
    assert.ok(answers.every(({ status }) => status < 500), answers.map(({ status }) => status).join(' '))
    const added = 1 + answers.filter(({ status }) => status === 200).length
    await eventually(() => visitor.call<{ itemCount: number }>('GET', '/api/session'), ({ body }) => body.itemCount === added)
  },
}

async function allBuy(stage: Stage, baskets: readonly (readonly string[])[]): Promise<Checkout[]> {
  const buyers = await inTurn(baskets, async (offers) => {
    const visitor = new Visitor(stage)
    return { visitor, ...await visitor.fillBasket(...offers.map((offerId) => ({ offerId }))) }
  })
  const answers = await Promise.all(buyers.map(({ visitor, quote }) => visitor.checkOut({ quote })))
  assert.ok(answers.every(({ status }) => status === 202), answers.map(({ status }) => status).join(' '))
  return Promise.all(buyers.map(({ visitor }, nth) => visitor.follow(answers[nth]?.body.id ?? '')))
}

/** What comes before the race is done eight at a time. */
async function inTurn<Given, Made>(given: readonly Given[], make: (one: Given) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  for (let at = 0; at < given.length; at += 8) made.push(...await Promise.all(given.slice(at, at + 8).map(make)))
  return made
}

async function bought(stage: Stage): Promise<{ visitor: Visitor; order: Order; payment: Payment }> {
  const [offerId = ''] = await putGoods(stage, { copies: 5 })
  const visitor = new Visitor(stage)
  const order = await visitor.buy({ offerId })
  const { items: [payment = assert.fail('no payment')] } = await visitor.operator<List<Payment>>('GET', `/payments?orderId=${order.id}`)
  return { visitor, order, payment }
}

const operator = (stage: Stage, method: string, path: string, body: unknown = {}, key?: string): Promise<Reply<Record<string, unknown>>> =>
  new Visitor(stage).call(method, `/api/operator${path}`, body, { authorization: `Bearer ${stage.operatorToken}`, ...(key !== undefined && { 'idempotency-key': key }) })

const restsAt = (stage: Stage, offerId: string, at: { onHand: number; reserved: number }): Promise<unknown> =>
  eventually(() => levelOf(stage, offerId), ({ onHand, reserved }) => onHand === at.onHand && reserved === at.reserved)

const codesOf = (ends: readonly Checkout[]): string => [...Map.groupBy(ends, ({ status, failure }) => failure?.code ?? status)].map(([what, many]) => `${what} ${many.length}`).join(', ')
