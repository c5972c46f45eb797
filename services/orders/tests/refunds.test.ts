import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { money } from '@octavo/money'
import type { Order } from '../contract.ts'
import { openShop } from './shop.ts'
import { codeOf } from './shopper.ts'

const shop = await openShop()

/** An order that has left, with its first line's offer. */
async function dispatched(quantity = 3) {
  const ada = shop.guest()
  const book = await shop.offer({ copies: 10, priceMinor: 1000 })
  const end = await ada.buy([[book, quantity], await shop.offer({ priceMinor: 500 })])
  assert.equal(end.status, 'completed', JSON.stringify(end.failure))
  await shop.settled()
  const order = await ada.orders.getOrder({ orderId: end.orderId ?? '' })
  for (const { id } of (await shop.shippingDesk.listShipments({ orderId: order.id })).items) await shop.shippingDesk.dispatch({ shipmentId: id })
  await shop.settled()
  const line = order.lines.find(({ offerId }) => offerId === book.offerId) ?? assert.fail()
  return { ada, book, order, line }
}
const refunded = async ({ id }: Order) => (await shop.others.payments.listPayments({ orderId: id })).items[0]?.refunded.amountMinor
const asked = (order: Order, lineId: string, quantity: number, key: string, restock = true) => ({ orderId: order.id, key, lines: [{ lineId, quantity, restock }] })

describe('copies that come back', () => {
  it('give their money back and stand on the shelf again, once for their key', async () => {
    const { ada, book, order, line } = await dispatched()
    const wanted = asked(order, line.id, 2, 'r1')
    const [first, second] = await Promise.all([shop.operator.refundOrder(wanted), shop.operator.refundOrder(wanted)])
    assert.deepEqual([first.refunds.map(({ status }) => status), second.refunds.length], [['wanted'], 1])
    await shop.settled()
    const { refunds } = await ada.orders.getOrder({ orderId: order.id })
    assert.deepEqual(refunds.map(({ status, amount, lines }) => [status, amount.amountMinor, lines[0]?.quantity]), [['given', 2000, 2]])
    assert.deepEqual([await refunded(order), (await shop.level(book))?.onHand], [2000, 9])
    assert.equal(await codeOf(shop.operator.refundOrder(asked(order, line.id, 1, 'r1'))), 'IDEMPOTENCY_KEY_REUSED')
    assert.equal(await codeOf(shop.operator.refundOrder(asked(order, line.id, 2, 'r2'))), 'NOT_REFUNDABLE')
    await shop.operator.refundOrder({ ...asked(order, line.id, 1, 'r3', false), deliveries: [order.subOrders[0]?.id ?? ''] })
    await shop.settled()
    assert.deepEqual([await refunded(order), (await shop.level(book))?.onHand], [3000 + order.delivery.amountMinor, 9], 'a copy that is not fit to be sold stays off the shelf')
  })

  it('are not given back by two hands at once, nor by anybody but an operator', async () => {
    const { ada, order, line } = await dispatched()
    const hands = await Promise.all(['a', 'b', 'c', 'd'].map((key) => codeOf(shop.operator.refundOrder(asked(order, line.id, 2, key)))))
    assert.equal(hands.filter((one) => one === 'NOT_REFUNDABLE').length, 3)
    await shop.settled()
    assert.equal(await refunded(order), 2000)
    assert.equal(await codeOf(ada.orders.refundOrder(asked(order, line.id, 1, 'mine'))), 'SIGN_IN_REQUIRED')
  })

  it('and whose money was given back before by its amount are refused, say why, and stay off the shelf', async () => {
    const { ada, book, order, line } = await dispatched()
    const [payment] = (await shop.others.payments.listPayments({ orderId: order.id })).items
    await shop.others.payments.refund({ paymentId: payment?.id ?? '', amount: money(order.total.amountMinor - 999, 'GBP'), key: 'by hand' })
    await shop.operator.refundOrder(asked(order, line.id, 1, 'r1'))
    await shop.settled()
    const { refunds } = await ada.orders.getOrder({ orderId: order.id })
    assert.deepEqual(refunds.map(({ status }) => status), ['refused'])
    assert.match(refunds[0]?.detail ?? '', /999 is left/)
    assert.deepEqual([await refunded(order), (await shop.level(book))?.onHand], [order.total.amountMinor - 999, 7])
    const { checkouts: [seen] } = await shop.operator.audit({ checkoutIds: [order.checkoutId] })
    assert.deepEqual([seen?.order?.refunds, seen?.order?.refundsWanted, seen?.order?.refundedMinor], [0, 0, 0])
  })

  it('wait for a provider that does not answer, and are given back once when it does', async () => {
    const { ada, book, order, line } = await dispatched()
    await shop.network.fault({ method: 'POST', path: '/refunds$', mode: 'do-then-drop', count: 2 })
    await shop.operator.refundOrder(asked(order, line.id, 1, 'r1'))
    await shop.settled()
    assert.deepEqual((await ada.orders.getOrder({ orderId: order.id })).refunds.map(({ status }) => status), ['wanted'])
    assert.equal((await shop.level(book))?.onHand, 7)
    shop.clock.advance(60_000)
    await shop.settled()
    assert.deepEqual((await ada.orders.getOrder({ orderId: order.id })).refunds.map(({ status }) => status), ['given'])
    assert.deepEqual([await refunded(order), (await shop.level(book))?.onHand], [1000, 8])
  })

  it('have left before', async () => {
    const ada = shop.guest()
    const end = await ada.buy([await shop.offer()])
    const order = await ada.orders.getOrder({ orderId: end.orderId ?? '' })
    await shop.ended(end.id)
    assert.equal(await codeOf(shop.operator.refundOrder(asked(order, order.lines[0]?.id ?? '', 1, 'r1'))), 'NOT_REFUNDABLE')
    assert.equal(await codeOf(shop.operator.refundOrder(asked({ ...order, id: 'ord_unknown' }, 'lin_1', 1, 'r1'))), 'NOT_FOUND')
  })
})
