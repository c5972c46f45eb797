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
    await shop.network.fault({ method: 'POST', path: '/refunds$', mode: 'do-then-drop' })
    await shop.operator.refundOrder(asked(order, line.id, 1, 'r1'))
    await shop.settled()
    assert.deepEqual((await ada.orders.getOrder({ orderId: order.id })).refunds.map(({ status }) => status), ['wanted'])
    assert.equal((await shop.level(book))?.onHand, 7)
    await shop.network.clearFaults()
    shop.clock.advance(60_000)
    await shop.settled()
    assert.deepEqual((await ada.orders.getOrder({ orderId: order.id })).refunds.map(({ status }) => status), ['given'])
    assert.deepEqual([await refunded(order), (await shop.level(book))?.onHand], [1000, 8])
  })
})

describe('copies that are taken off an order before they leave', () => {
  /** An order that nothing has left of: three of one book, two of another, of two sellers when said so. */
  async function placed({ sellerId = 'sel_house', paymentMethod = 'pm_card_visa', promiseLimit = 0 } = {}) {
    const ada = shop.guest()
    const book = await shop.offer({ copies: promiseLimit > 0 ? 0 : 10, priceMinor: 1000, promiseLimit })
    const other = await shop.offer({ priceMinor: 500, sellerId, sellerName: sellerId })
    const end = await ada.buy([[book, 3], [other, 2]], { paymentMethod })
    assert.equal(end.status, 'completed', JSON.stringify(end.failure))
    await shop.ended(end.id)
    await shop.settled()
    const order = await ada.orders.getOrder({ orderId: end.orderId ?? '' })
    const lineOf = ({ offerId }: typeof book) => order.lines.find((line) => line.offerId === offerId) ?? assert.fail()
    return { ada, book, order, line: lineOf(book), rest: lineOf(other), partOf: (lineId: string) => order.subOrders.find(({ lines }) => lines.some(({ id }) => id === lineId)) ?? assert.fail() }
  }
  const moneyOf = async ({ id }: Order) => {
    const payment = (await shop.others.payments.listPayments({ orderId: id })).items[0] ?? assert.fail()
    return { status: payment.status, captured: payment.captured.amountMinor, refunded: payment.refunded.amountMinor, notCharged: payment.notCharged.amountMinor }
  }
  const parcelsOf = async ({ id }: Order) => (await shop.shippingDesk.listShipments({ orderId: id })).items.toReversed()
  const leave = async (order: Order) => {
    for (const { id, status } of await parcelsOf(order)) if (status === 'pending') await shop.shippingDesk.dispatch({ shipmentId: id })
    await shop.settled()
  }
  const agrees = async (order: Order) => {
    const { checkouts: [seen] } = await shop.operator.audit({ checkoutIds: [order.checkoutId] })
    const { holds: [hold] } = await shop.others.inventory.audit({ checkoutIds: [order.checkoutId] })
    assert.equal(hold?.openUnits, seen?.order?.openUnits)
    assert.deepEqual((await shop.others.payments.auditProvider({})).wrong, [])
    return seen?.order?.openUnits
  }

  it('are free at once, packed into no parcel, and not charged when the rest leaves', async () => {
    const { ada, book, order, line } = await placed()
    await shop.operator.refundOrder(asked(order, line.id, 2, 'off'))
    await shop.settled()
    const after = await ada.orders.getOrder({ orderId: order.id })
    assert.deepEqual(after.refunds.map(({ status, amount, lines }) => [status, amount.amountMinor, lines[0]?.unsent]), [['given', 2000, true]])
    assert.deepEqual([await moneyOf(order), await agrees(order)], [{ status: 'authorised', captured: 0, refunded: 0, notCharged: 2000 }, 3])
    const level = await shop.level(book)
    assert.deepEqual([level?.onHand, level?.reserved], [10, 1])
    assert.deepEqual((await parcelsOf(order)).map(({ lines }) => lines.map(({ quantity }) => quantity)), [[1, 2]])
    await leave(order)
    assert.equal((await ada.orders.getOrder({ orderId: order.id })).status, 'dispatched')
    const [told] = await shop.databases.events.rows<{ data: { lines: { quantity: number; units: number }[]; part: { amountMinor: number } } }>(`select data from log where name = 'sub-order-dispatched' and data->>'orderId' = $1`, [order.id])
    assert.deepEqual([told?.data.lines.map(({ quantity, units }) => [quantity, units]), told?.data.part.amountMinor], [[[1, 1], [2, 2]], order.total.amountMinor - 2000])
    assert.deepEqual([await moneyOf(order), await agrees(order), (await shop.level(book))?.onHand], [{ status: 'captured', captured: order.total.amountMinor - 2000, refunded: 0, notCharged: 2000 }, 0, 9])
    assert.equal(await codeOf(shop.operator.refundOrder(asked(order, line.id, 2, 'again'))), 'NOT_REFUNDABLE')
  })

  it('of a seller’s whole part take its delivery along; what was charged with the first parcel is given back', async () => {
    const { ada, order, rest, partOf } = await placed({ sellerId: 'sel_other' })
    const [first] = (await parcelsOf(order)).filter(({ subOrderId }) => subOrderId !== partOf(rest.id).id)
    await shop.shippingDesk.dispatch({ shipmentId: first?.id ?? '' })
    await shop.settled()
    await shop.operator.refundOrder(asked(order, rest.id, 2, 'off', false))
    await shop.settled()
    const after = await ada.orders.getOrder({ orderId: order.id })
    assert.deepEqual([after.status, after.subOrders.find(({ id }) => id === partOf(rest.id).id)?.status], ['dispatched', 'cancelled'])
    const money = await moneyOf(order)
    assert.deepEqual([money.captured - money.refunded, money.notCharged + money.refunded], [partOf(first?.lines[0]?.lineId ?? '').total.amountMinor, partOf(rest.id).total.amountMinor])
    assert.equal(await agrees(order), 0)
    assert.ok((await parcelsOf(order)).some(({ status }) => status === 'cancelled'))
  })

  it('of promised goods make the kept card pay less', async () => {
    const { order, line, book } = await placed({ promiseLimit: 5 })
    await shop.operator.refundOrder(asked(order, line.id, 1, 'off'))
    await shop.settled()
    assert.deepEqual([await moneyOf(order), (await shop.level(book))?.promised], [{ status: 'card_saved', captured: 0, refunded: 0, notCharged: 1000 }, 2])
    await leave(order)
    assert.equal((await moneyOf(order)).captured, order.total.amountMinor - 1000)
  })

  it('are taken off once, or leave: never both, when several hands come at once; and never all of them', async () => {
    const { order, line, rest } = await placed()
    const [parcel] = await parcelsOf(order)
    const [one, two, sent] = await Promise.all([codeOf(shop.operator.refundOrder(asked(order, line.id, 2, 'one'))), codeOf(shop.operator.refundOrder(asked(order, line.id, 2, 'two'))), codeOf(shop.shippingDesk.dispatch({ shipmentId: parcel?.id ?? '' }))])
    assert.equal([one, two].filter((said) => said === 'NOT_REFUNDABLE').length, 1)
    await shop.settled()
    if (sent === 'CONFLICT') await leave(order)
    await shop.settled()
    const money = await moneyOf(order)
    assert.deepEqual([money.captured - money.refunded, await agrees(order)], [order.total.amountMinor - 2000, 0])
    const untouched = await placed()
    const all = { orderId: untouched.order.id, key: 'all', lines: [{ lineId: untouched.line.id, quantity: 3, restock: true }, { lineId: untouched.rest.id, quantity: 2, restock: true }] }
    assert.equal(await codeOf(shop.operator.refundOrder(all)), 'NOT_REFUNDABLE')
    assert.equal(rest.quantity, 2)
    assert.equal(await codeOf(shop.operator.refundOrder({ ...all, orderId: 'ord_unknown' })), 'NOT_FOUND')
  })

  it('and an order that is cancelled after lets go of what is left', async () => {
    const { ada, book, order, line } = await placed()
    await shop.operator.refundOrder(asked(order, line.id, 1, 'off', false))
    await ada.orders.cancelOrder({ orderId: order.id, reason: 'all of it' })
    await shop.settled()
    const level = await shop.level(book)
    assert.deepEqual([(await moneyOf(order)).status, level?.onHand, level?.reserved], ['voided', 9, 0])
    assert.equal(await codeOf(shop.operator.refundOrder(asked(order, line.id, 1, 'late'))), 'NOT_REFUNDABLE')
  })
})
