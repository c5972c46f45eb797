import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Agreed } from './agreed.ts'
import { refundParts, totalOf, type Refund } from './refund.ts'
import type { Parcel } from './standing.ts'

type Bought = Pick<Agreed, 'lines' | 'subOrders' | 'taxIncluded'>

const bought = ({ paidMinor = 1000, taxMinor = 91, quantity = 3, deliveryMinor = 399, deliveryTaxMinor = 66, taxIncluded = true } = {}): Bought => ({
  taxIncluded,
  lines: [{ id: 'lin_1', subOrderId: 'sub_1', title: 'Middlemarch', stockItemId: 'stk_1', quantity, paidMinor, taxMinor }, { id: 'lin_2', subOrderId: 'sub_1', title: 'Emma', stockItemId: null, quantity: 1, paidMinor: 500, taxMinor: 0 }] as unknown as Agreed['lines'],
  subOrders: [{ id: 'sub_1', sellerName: 'The house', deliveryMinor, deliveryTaxMinor }] as unknown as Agreed['subOrders'],
})
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

  test('has left before, is named once, and is put on no shelf where it stands on none', () => {
    const order = bought()
    assert.match(refusal(refundParts(order, [parcel('lin_2')], [], copies(1))), /“Middlemarch” has not left yet/)
    assert.match(refusal(refundParts(order, [], [], { lines: [], deliveries: ['sub_1'] })), /Nothing of The house has left/)
    assert.match(refusal(refundParts(order, all, [], { lines: [...copies(1).lines, ...copies(1).lines], deliveries: [] })), /named twice/)
    assert.match(refusal(refundParts(order, all, [], { lines: [], deliveries: [] })), /Nothing was paid/)
    const digital = refundParts(order, all, [], copies(1, 'lin_2'))
    assert.equal('lines' in digital && digital.lines[0]?.restock, false)
  })
})
