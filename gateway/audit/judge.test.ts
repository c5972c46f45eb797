import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { judge, type Testimony } from './judge.ts'

const now = new Date('2027-03-01T12:00:00Z')
const inAWhile = '2027-03-01T12:10:00Z'
const longAgo = '2027-03-01T08:00:00Z'
const ended = (status: 'completed' | 'failed') => ({ status, step: status, dueAt: null, deadlineAt: longAgo })
const order = { id: 'ord_1', status: 'placed' as const, currency: 'GBP', totalMinor: 2598, partsMinor: 2598, openUnits: 2, parcels: 0, refundedMinor: 0, refunds: 0, refundsWanted: 0 }
const payment = {
  paymentId: 'pay_1', checkoutId: 'chk_1', orderId: 'ord_1', status: 'authorised' as const, currency: 'GBP', amountMinor: 2598, authorisedMinor: 2598, capturedMinor: 0, refundedMinor: 0, notChargedMinor: 0, wanted: 0, rivals: [] as string[],
}
const hold = { checkoutId: 'chk_1', status: 'settled' as const, openUnits: 2, expiresAt: null }
const mails = { orderId: 'ord_1', confirmed: 1, dispatched: 0, cancelled: 0, refunded: 0 }
const placed: Testimony = { checkoutId: 'chk_1', checkout: { checkoutId: 'chk_1', saga: ended('completed'), order }, hold, payment, mails }
const failed: Testimony = { checkoutId: 'chk_1', checkout: { checkoutId: 'chk_1', saga: ended('failed'), order: null }, payment: { ...payment, status: 'voided' } }
const running = (saga: object): Testimony => ({ checkoutId: 'chk_1', checkout: { checkoutId: 'chk_1', saga: { status: 'waiting', step: 'await-payment', dueAt: inAWhile, deadlineAt: inAWhile, ...saga }, order: null }, hold: { ...hold, status: 'held', expiresAt: inAWhile }, payment })
const withOrder = (changed: object): Testimony => ({ ...placed, checkout: { checkoutId: 'chk_1', saga: ended('completed'), order: { ...order, ...changed } } })

describe('what agrees', () => {
  const fine: Readonly<Record<string, Testimony>> = {
    'a placed order with its stock, its payment and its mail': placed,
    'an order that has left': { ...withOrder({ status: 'dispatched', openUnits: 0, parcels: 1 }), hold: { ...hold, openUnits: 0 }, payment: { ...payment, status: 'captured', capturedMinor: 2598 }, mails: { ...mails, dispatched: 1 } },
    'an order of which a copy came back': { ...withOrder({ status: 'dispatched', openUnits: 0, refunds: 1, refundedMinor: 999 }), hold: { ...hold, openUnits: 0 }, payment: { ...payment, status: 'captured', capturedMinor: 2598, refundedMinor: 999 }, mails: { ...mails, refunded: 1 } },
    'a refund that the provider has still to do': { ...withOrder({ refundsWanted: 1 }), payment: { ...payment, status: 'captured', capturedMinor: 2598, wanted: 1 } },
    'a cancelled order whose money is still being let go': { ...withOrder({ status: 'cancelled' }), hold: { ...hold, openUnits: 0 }, payment: { ...payment, wanted: 1 }, mails: { ...mails, cancelled: 1 } },
    'an order that costs nothing': { ...withOrder({ totalMinor: 0, partsMinor: 0 }), payment: undefined },
    'an order that waits for its books with a saved card': { ...placed, payment: { ...payment, status: 'card_saved', authorisedMinor: 0 } },
    'a checkout that failed and let everything go': failed,
    'a checkout that waits for the buyer inside its deadline': running({}),
    'a checkout that an operator has to look at': running({ status: 'stuck', deadlineAt: longAgo }),
    'a forgotten hold before its expiry': { checkoutId: 'chk_1', hold: { ...hold, status: 'held', expiresAt: inAWhile } },
  }
  for (const [name, testimony] of Object.entries(fine)) it(name, () => assert.deepEqual(judge(testimony, now), []))
})

describe('what breaks a promise', () => {
  const wrong: readonly (readonly [promise: number, name: string, Testimony, RegExp])[] = [
    [1, 'an order without its stock', { ...placed, hold: { ...hold, openUnits: 1 } }, /1 copies are kept .* waits for 2/],
    [1, 'stock kept for a cancelled order', { ...withOrder({ status: 'cancelled' }), payment: { ...payment, status: 'voided' }, mails: { ...mails, cancelled: 1 } }, /2 copies .* cancelled and waits for 0/],
    [1, 'stock kept after the checkout failed', { ...failed, hold }, /ended without an order/],
    [1, 'stock that nobody knows why it is kept', { checkoutId: 'chk_1', hold }, /not known/],
    [1, 'a forgotten hold long after its expiry', { checkoutId: 'chk_1', hold: { ...hold, status: 'held', expiresAt: longAgo } }, /not known/],
    [2, 'parts that do not make the order', withOrder({ partsMinor: 2597 }), /parts make 2597/],
    [2, 'an order without a payment', { ...placed, payment: undefined }, /no payment/],
    [2, 'a payment of another order', { ...placed, payment: { ...payment, orderId: 'ord_2' } }, /for order ord_2/],
    [2, 'a payment of another amount', { ...placed, payment: { ...payment, amountMinor: 2599 } }, /2599 GBP/],
    [2, 'a payment in another currency', { ...placed, payment: { ...payment, currency: 'EUR' } }, /2598 EUR/],
    [2, 'an order whose payment was let go', { ...placed, payment: { ...payment, status: 'voided' } }, /its payment voided/],
    [2, 'two payments of one order', { ...placed, payment: { ...payment, rivals: ['pay_2'] } }, /several payments/],
    [2, 'more captured than authorised', { ...placed, payment: { ...payment, status: 'captured', capturedMinor: 2599 } }, /captured 2599/],
    [2, 'a buyer told of more given back than was', { ...withOrder({ refunds: 1, refundedMinor: 999 }), payment: { ...payment, status: 'captured', capturedMinor: 2598, refundedMinor: 998 }, mails: { ...mails, refunded: 1 } }, /told of 999 given back/],
    [3, 'money without a checkout', { checkoutId: 'chk_1', payment }, /there is no order/],
    [3, 'money held for a cancelled order', { ...withOrder({ status: 'cancelled' }), hold: undefined, payment, mails: { ...mails, cancelled: 1 } }, /its order is cancelled/],
    [4, 'a checkout that nobody takes up', running({ dueAt: longAgo }), /nobody works on it/],
    [4, 'a checkout that outlives its deadline', running({ deadlineAt: longAgo }), /after its deadline/],
    [4, 'an order whose checkout is gone', { ...placed, checkout: { checkoutId: 'chk_1', saga: null, order } }, /its checkout is not there/],
    [5, 'a refund that was agreed on and that nobody gives back', { ...withOrder({ refundsWanted: 1 }), payment: { ...payment, status: 'captured', capturedMinor: 2598 } }, /nobody gives the money back/],
    [6, 'goods that were taken off, and charged all the same', { ...withOrder({}), payment: { ...payment, status: 'captured', capturedMinor: 2598, notChargedMinor: 999 } }, /999 of 2598 were not to be charged/],
    [5, 'money given back that no mail tells of', { ...withOrder({ refunds: 1, refundedMinor: 999 }), payment: { ...payment, status: 'captured', capturedMinor: 2598, refundedMinor: 999 } }, /0 mails say that the order is refunded/],
    [5, 'an order that no mail confirms', { ...placed, mails: undefined }, /0 mails say that the order is confirmed/],
    [5, 'an order confirmed twice', { ...placed, mails: { ...mails, confirmed: 2 } }, /2 mails/],
    [5, 'a parcel that no mail tells of', { ...withOrder({ parcels: 1 }) }, /0 mails say that the order is dispatched/],
    [5, 'a cancellation that is not true', { ...placed, mails: { ...mails, cancelled: 1 } }, /1 mails say that the order is cancelled/],
    [6, 'a buyer told of an order that is not there', { ...failed, checkout: { checkoutId: 'chk_1', saga: ended('completed'), order: null } }, /told that the order is placed/],
    [6, 'a buyer told of a failure, and there is an order', { ...placed, checkout: { checkoutId: 'chk_1', saga: ended('failed'), order } }, /and there is an order/],
    [6, 'a buyer told of a failure, and the money is held', { ...failed, payment }, /told that the checkout failed/],
  ]
  for (const [promise, name, testimony, detail] of wrong) {
    it(`${name} (promise ${promise})`, () => {
      const breaches = judge(testimony, now)
      assert.deepEqual(breaches.map((breach) => breach.promise), [promise])
      assert.match(breaches[0]?.detail ?? '', detail)
      assert.ok(breaches[0]?.ids.every((id) => /^(chk|ord|pay)_/.test(id)))
    })
  }
})
