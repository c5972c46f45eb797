import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { failure } from '@octavo/failure'
import type { PageLocals } from '@octavo/gateway/pages'
import { builtInMarkets, type Market } from '@octavo/market'
import { deliveryOf, deliveryWords } from '../book/delivery.ts'
import type { Edition } from '../book/editions.ts'
import { viewOf } from '../page/view.ts'

const [uk, germany] = builtInMarkets as readonly [Market, Market]
const edition = ({ availability = 'in_stock', digital = false, parcelGrams = 300 } = {}) => ({
  variant: { digital, parcelGrams }, offer: { availability, seller: { id: 'sel_1' }, price: { amountMinor: 999, currency: 'GBP' } },
}) as unknown as Edition
const cheapest = { price: { amountMinor: 299, currency: 'GBP' }, latest: '2026-12-01' }
const told = (of: Edition, delivery: Parameters<typeof deliveryWords>[1], market = uk) => deliveryWords(of, delivery, viewOf(market, builtInMarkets))
/** A shop whose shipping answers like this. */
const shop = (quote: () => Promise<unknown>) => ({ markets: [...builtInMarkets], market: uk, clients: { shipping: { quote } } }) as unknown as PageLocals

describe('the way of a book to its reader', () => {
  it('has a price and a day, and a country where a market has several', () => {
    assert.equal(told(edition(), cheapest), 'Delivery from £2.99, arrives by Tuesday 1\u00a0December.')
    assert.match(told(edition(), { ...cheapest, price: { amountMinor: 295, currency: 'EUR' } }, germany), /^Lieferung nach Deutschland ab 2,95\s€, da bis Dienstag, 1\.\sDezember\.$/)
  })

  it('has no day before the goods are here', () => {
    for (const availability of ['preorder', 'backorder']) assert.equal(told(edition({ availability }), cheapest), 'Delivery from £2.99.')
  })

  it('is none for what is read at once, and is not promised where nobody sends it or nobody said', () => {
    assert.match(told(edition({ digital: true, parcelGrams: 0 }), undefined), /Nothing travels/)
    assert.equal(told(edition(), null), 'It is not sent here (United Kingdom).')
    assert.equal(told(edition(), undefined), 'Delivery is told before you pay.')
    assert.equal(told(edition({ availability: 'out_of_stock' }), cheapest), '')
  })

  it('is asked of shipping once for all books as heavy, and not at all for what is not sent', async () => {
    let asked = 0
    const locals = shop(async () => { asked += 1; return [cheapest, { ...cheapest, price: { amountMinor: 499, currency: 'GBP' } }] })
    assert.deepEqual(await deliveryOf(locals, edition()), cheapest)
    assert.deepEqual(await deliveryOf(locals, edition()), cheapest)
    assert.equal(await deliveryOf(locals, edition({ digital: true, parcelGrams: 0 })), undefined)
    assert.equal(asked, 1)
    await deliveryOf(locals, edition({ parcelGrams: 900 }))
    assert.equal(asked, 2)
  })

  it('is refused for good, and unknown only until shipping answers again', async () => {
    assert.equal(await deliveryOf(shop(async () => { throw failure('NO_DELIVERY') }), edition()), null)
    let well = false
    const locals = shop(async () => { if (!well) throw failure('UNAVAILABLE'); return [cheapest] })
    assert.equal(await deliveryOf(locals, edition()), undefined)
    well = true
    assert.deepEqual(await deliveryOf(locals, edition()), cheapest)
  })
})
