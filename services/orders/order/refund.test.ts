import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Agreed } from './agreed.ts'
import { refundParts, toSend, totalOf, type Refund } from './refund.ts'
import { partOf, standingOf, type Parcel } from './standing.ts'

const bought = ({ paidMinor = 1000, taxMinor = 91, quantity = 3, deliveryMinor = 399, deliveryTaxMinor = 66, taxIncluded = true } = {}): Agreed => ({
  taxIncluded, totalMinor: paidMinor + 500 + deliveryMinor + (taxIncluded ? 0 : deliveryTaxMinor),
  lines: [{ id: 'lin_1', subOrderId: 'sub_1', title: 'Middlemarch', stockItemId: 'stk_1', digital: false, units: quantity, quantity, paidMinor, taxMinor }, { id: 'lin_2', subOrderId: 'sub_1', title: 'Emma', stockItemId: null, digital: false, units: 1, quantity: 1, paidMinor: 500, taxMinor: 0 }] as unknown as Agreed['lines'],
  subOrders: [{ id: 'sub_1', sellerName: 'The house', deliveryMinor, deliveryTaxMinor }] as unknown as Agreed['subOrders'],
}) as Agreed
const parcel = (...lineIds: string[]): Parcel => ({ id: 'shp_1', subOrderId: 'sub_1', lineIds, delivered: false, carrier: 'Post', trackingNumber: '', dispatchedAt: '2026-11-26T10:00:00Z' })
const all = [parcel('lin_1', 'lin_2')]
const copies = (quantity: number, lineId = 'lin_1') => ({ lines: [{ lineId, quantity, restock: true }], deliveries: [] })
const made = (parts: ReturnType<typeof refundParts>, status: Refund['status'] = 'given'): Refund => {
  if ('refused' in parts) throw new Error(parts.refused)
  return { ...parts, id: 'ref_1', status, reason: '', detail: null, at: '2026-11-26T10:00:00Z' }
}
const refusal = (parts: ReturnType<typeof refundParts>): string => ('refused' in parts ? parts.refused : assert.fail('it was agreed on'))

describe('what comes back of an order', () => {
  test('is worth what was paid: its copies, however they come back, make the line to the smallest unit, tax and all', () => {
    fc.assert(fc.property(fc.nat(100_000), fc.nat(20_000), fc.integer({ min: 1, max: 40 }), fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 40 }), (paid, taxMinor, quantity, steps) => {
      const order = bought({ paidMinor: paid + quantity, taxMinor, quantity })
      const refunds: Refund[] = []
      let left = quantity
      for (const wanted of [...steps, quantity]) {
        const now = Math.min(wanted, left)
        if (now === 0) continue
        refunds.push(made(refundParts(order, all, refunds, copies(now))))
        left -= now
      }
      const lines = refunds.flatMap((refund) => refund.lines)
      assert.deepEqual([lines.reduce((sum, one) => sum + one.amountMinor, 0), lines.reduce((sum, one) => sum + one.taxMinor, 0)], [paid + quantity, taxMinor])
      assert.match(refusal(refundParts(order, all, refunds, copies(1))), /0 can still/)
    }))
  })

  test('is given back once; what was refused may be asked for again', () => {
    const order = bought()
    const two = refundParts(order, all, [], copies(2))
    assert.deepEqual('lines' in two && two.lines, [{ lineId: 'lin_1', quantity: 2, restock: true, amountMinor: 667, taxMinor: 61 }])
    assert.match(refusal(refundParts(order, all, [made(two, 'wanted')], copies(2))), /1 can still/)
    assert.ok('lines' in refundParts(order, all, [made(two, 'refused')], copies(2)))
    const delivery = refundParts(order, all, [], { lines: [], deliveries: ['sub_1'] })
    assert.equal('lines' in delivery && totalOf(delivery), 399)
    assert.match(refusal(refundParts(order, all, [made(delivery)], { lines: [], deliveries: ['sub_1'] })), /before/)
  })

  test('takes the tax of a delivery along where it was added to the price', () => {
    const parts = refundParts(bought({ taxIncluded: false }), all, [], { lines: [], deliveries: ['sub_1'] })
    assert.equal('lines' in parts && totalOf(parts), 465)
  })

  test('is named once, and is put on no shelf where it stands on none', () => {
    const order = bought()
    assert.match(refusal(refundParts(order, [], [], { lines: [], deliveries: ['sub_1'] })), /Nothing of The house has left/)
    assert.match(refusal(refundParts(order, all, [], { lines: [...copies(1).lines, ...copies(1).lines], deliveries: [] })), /named twice/)
    assert.match(refusal(refundParts(order, all, [], { lines: [], deliveries: [] })), /Nothing was paid/)
    const digital = refundParts(order, all, [], copies(1, 'lin_2'))
    assert.equal('lines' in digital && digital.lines[0]?.restock, false)
  })
})

describe('what is taken off an order before it leaves', () => {
  test('is neither sent nor charged: the parcels that leave and what was taken off make the charge', () => {
    fc.assert(fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 12 }), fc.nat(12), fc.boolean(), (paid, quantity, off, taxIncluded) => {
      const order = bought({ paidMinor: paid + quantity, quantity, taxIncluded })
      const count = 1 + (off % quantity)
      const refund = made(refundParts(order, [], [], copies(count)), 'wanted')
      const rest = toSend(order, [refund])
      assert.deepEqual(rest.lines.map(({ id, units }) => [id, units]), [...(count < quantity ? [['lin_1', quantity - count]] : []), ['lin_2', 1]])
      assert.equal(totalOf(refund) + partOf(rest, [], parcel(...rest.lines.map(({ id }) => id))), order.totalMinor)
      assert.equal(standingOf(rest, [parcel(...rest.lines.map(({ id }) => id))]).status, 'dispatched')
      assert.match(refusal(refundParts(order, [], [{ ...refund, status: 'refused' }], copies(quantity - count + 1))), /can still/, 'it is off whatever becomes of its money')
    }))
  })

  test('takes the delivery along with the last of a seller’s goods that travel, and ends the order with what has left', () => {
    const order = bought()
    const last = refundParts(order, [parcel('lin_2')], [], copies(3))
    assert.ok('lines' in last && last.deliveries.length === 0, 'a parcel left, and bore the delivery')
    assert.equal(standingOf(toSend(order, [made(last)]), [parcel('lin_2')]).status, 'dispatched')
    const two: Agreed = { ...order, lines: order.lines.map((line) => (line.id === 'lin_2' ? { ...line, subOrderId: 'sub_2' } : line)), subOrders: [...order.subOrders, { ...order.subOrders[0], id: 'sub_2' } as Agreed['subOrders'][number]] }
    const whole = refundParts(two, [], [], copies(3))
    assert.ok('lines' in whole)
    assert.deepEqual([totalOf(whole), whole.deliveries.map(({ subOrderId, unsent }) => [subOrderId, unsent])], [1399, [['sub_1', true]]])
    assert.equal(standingOf(toSend(two, [made(whole)]), []).subOrders.get('sub_1'), 'cancelled')
  })

  test('is never all of it: that is a cancellation', () => {
    assert.match(refusal(refundParts(bought(), [], [], { lines: [...copies(3).lines, ...copies(1, 'lin_2').lines], deliveries: [] })), /Cancel it instead/)
  })
})
