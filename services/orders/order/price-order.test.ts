import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { TaxClass } from '../tax/rate.ts'
import { taxRule } from '../tax/tax-rule.ts'
import { priceOrder, taxOf, type LineToPrice, type ToPrice } from './price-order.ts'

const line = (over: Partial<LineToPrice> = {}): LineToPrice => ({ sellerId: 'sel_a', unitPriceMinor: 1_000, quantity: 1, taxClass: 'book', digital: false, ...over })
const order = (over: Partial<ToPrice> = {}): ToPrice => ({ lines: [line()], delivery: [{ sellerId: 'sel_a', priceMinor: 300 }], adjustments: [], tax: taxRule({ country: 'GB' })!, taxIncluded: true, ...over })

describe('tax', () => {
  it('of a book delivered in the United Kingdom is nothing, and its delivery goes with it', () => {
    const priced = priceOrder(order())
    assert.deepEqual([priced.taxMinor, priced.totalMinor], [0, 1_300])
  })

  it('of a German book is 7 % within the price, delivery included', () => {
    const priced = priceOrder(order({ tax: taxRule({ country: 'DE' })! }))
    assert.deepEqual([priced.taxMinor, priced.totalMinor, priced.subOrders[0]?.deliveryTaxMinor], [85, 1_300, 20])
  })

  it('is put on top in the United States, with delivery where the state taxes it', () => {
    const newYork = priceOrder(order({ tax: taxRule({ country: 'US', region: 'ny' })!, taxIncluded: false }))
    assert.deepEqual([newYork.taxMinor, newYork.totalMinor], [52, 1_352])
    const california = priceOrder(order({ tax: taxRule({ country: 'US', region: 'CA' })!, taxIncluded: false }))
    assert.deepEqual([california.taxMinor, california.totalMinor], [73, 1_373])
  })

  it('cannot be told for an address in the United States without a state', () => {
    assert.equal(taxRule({ country: 'US' }), undefined)
    assert.equal(taxRule({ country: 'US', region: 'Nowhere' }), undefined)
  })

  it('shares delivery over rates by the value of what travels', () => {
    const priced = priceOrder(order({ lines: [line({ unitPriceMinor: 3_000 }), line({ unitPriceMinor: 1_000, taxClass: 'standard' }), line({ taxClass: 'ebook', digital: true })], delivery: [{ sellerId: 'sel_a', priceMinor: 400 }] }))
    const standard = priced.subOrders[0]?.taxes.find((tax) => tax.rate.rateMillionths === 200_000)
    assert.deepEqual([standard?.baseMinor, standard?.taxMinor], [1_100, 183])
  })

  it('is rounded half up, once', () => {
    assert.equal(taxOf(50, { name: '', rateMillionths: 10_000 }, false), 1)
    assert.equal(taxOf(49, { name: '', rateMillionths: 10_000 }, false), 0)
    const three = priceOrder(order({ lines: [line({ unitPriceMinor: 99 }), line({ unitPriceMinor: 99 }), line({ unitPriceMinor: 99 })], delivery: [], tax: taxRule({ country: 'DE' })! }))
    assert.equal(three.taxMinor, 19)
    assert.deepEqual(three.lines.map((priced) => priced.taxMinor), [7, 6, 6])
  })
})

const classes: readonly TaxClass[] = ['book', 'ebook', 'audiobook', 'standard']
const places = [{ country: 'GB' }, { country: 'DE' }, { country: 'FI' }, { country: 'US', region: 'MN' }, { country: 'US', region: 'CA' }, { country: 'JP' }, { country: 'KW' }]

/** Prices as they are in a currency of none, two or three digits. */
const orders = fc.record({
  lines: fc.array(fc.record({
    sellerId: fc.constantFrom('sel_a', 'sel_b', 'sel_c'), unitPriceMinor: fc.oneof(fc.nat(500), fc.nat(200_000), fc.nat(30_000_000)), quantity: fc.integer({ min: 1, max: 99 }),
    taxClass: fc.constantFrom(...classes), digital: fc.boolean(),
  }), { minLength: 1, maxLength: 8 }),
  delivery: fc.array(fc.record({ sellerId: fc.constantFrom('sel_a', 'sel_b', 'sel_c'), priceMinor: fc.nat(50_000) }), { maxLength: 3 }),
  adjustments: fc.array(fc.record({ kind: fc.constant('promotion'), label: fc.constant('Spring'), amountMinor: fc.nat(100_000) }), { maxLength: 3 }),
  place: fc.constantFrom(...places), taxIncluded: fc.boolean(),
}).map(({ place, ...rest }): ToPrice => ({
  ...rest, tax: taxRule(place)!, delivery: rest.delivery.filter((part) => rest.lines.some((one) => one.sellerId === part.sellerId)),
}))
const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

describe('every figure', () => {
  it('is the sum of its parts to the smallest unit', () => {
    fc.assert(fc.property(orders, (wanted) => {
      const priced = priceOrder(wanted)
      assert.equal(priced.subtotalMinor - priced.discountMinor + priced.deliveryMinor + (wanted.taxIncluded ? 0 : priced.taxMinor), priced.totalMinor)
      assert.equal(total(priced.subOrders.map((part) => part.totalMinor)), priced.totalMinor, "the sellers' parts are the charge")
      assert.equal(total(priced.lines.map((one) => one.discountMinor)), priced.discountMinor)
      assert.equal(total(wanted.delivery.map((part) => part.priceMinor)), priced.deliveryMinor)
      for (const part of priced.subOrders) {
        assert.equal(total(part.taxes.map((tax) => tax.taxMinor)), part.taxMinor)
        assert.equal(total(part.lines.map((at) => priced.lines[at]!.taxMinor)) + part.deliveryTaxMinor, part.taxMinor)
      }
      for (const [at, one] of priced.lines.entries()) {
        assert.ok(one.discountMinor >= 0 && one.discountMinor <= wanted.lines[at]!.unitPriceMinor * wanted.lines[at]!.quantity)
        assert.ok(one.taxMinor >= 0)
      }
    }))
  })

  it('can be given back part by part, and then nothing is left', () => {
    fc.assert(fc.property(orders, (wanted) => {
      const priced = priceOrder(wanted)
      let charge = priced.totalMinor
      let tax = priced.taxMinor
      for (const one of priced.lines) { charge -= one.paidMinor; tax -= one.taxMinor }
      for (const part of priced.subOrders) { charge -= part.deliveryMinor + (wanted.taxIncluded ? 0 : part.deliveryTaxMinor); tax -= part.deliveryTaxMinor }
      assert.deepEqual([charge, tax], [0, 0])
    }))
  })

  it('takes off what adjustments say, but never more than the goods cost', () => {
    fc.assert(fc.property(orders, (wanted) => {
      const priced = priceOrder(wanted)
      assert.equal(priced.discountMinor, Math.min(total(wanted.adjustments.map((one) => one.amountMinor)), priced.subtotalMinor))
    }))
  })

  it('taxes within a unit of the exact sum, per sub-order and rate', () => {
    fc.assert(fc.property(orders, (wanted) => {
      for (const part of priceOrder(wanted).subOrders) for (const { rate, baseMinor, taxMinor } of part.taxes) {
        const share = rate.rateMillionths / (wanted.taxIncluded ? 1_000_000 + rate.rateMillionths : 1_000_000)
        assert.ok(Math.abs(taxMinor - baseMinor * share) <= 0.5 + 1e-6)
      }
    }))
  })
})
