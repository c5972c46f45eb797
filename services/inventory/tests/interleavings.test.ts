import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { isFailure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { silentLog } from '@octavo/telemetry'
import { audit, inAnHour, openShop } from './shop.ts'

// Orders here tell of what was never held, and inventory says so to the operator each time.
const the = await openShop({ log: silentLog })
const declared = async (work: Promise<unknown>): Promise<void> => { await work.catch((error: unknown) => { if (!isFailure(error) || error.code === 'INTERNAL') throw error }) }

type Act = { do: 'hold' | 'firm' | 'release' | 'placed' | 'dispatched' | 'cancelled' | 'adjust'; checkout: number; attempt: number; fence: number; item: number; units: number }

const act = fc.record<Act>({
  do: fc.constantFrom('hold', 'hold', 'hold', 'firm', 'firm', 'release', 'placed', 'dispatched', 'cancelled', 'adjust'),
  checkout: fc.integer({ min: 0, max: 3 }), attempt: fc.integer({ min: 1, max: 2 }), fence: fc.integer({ min: 1, max: 2 }),
  item: fc.integer({ min: 0, max: 2 }), units: fc.integer({ min: 1, max: 5 }),
})

it('keeps reserved the sum of live holds and on hand the sum of movements, whatever comes when, twice, late or at once', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }), async (rounds) => {
    const items = [newId('stk'), newId('stk'), newId('stk')]
    const checkouts = Array.from({ length: 4 }, () => newId('chk'))
    await the.shop.registerStockItems(items.map((id, nth) => ({ id, sellerId: 'sel_house', sku: id, onHand: 6, promiseLimit: nth === 0 ? 4 : 0 })))
    const perform = (one: Act): Promise<void> => {
      const step = { checkoutId: checkouts[one.checkout] ?? '', attempt: one.attempt, fence: one.fence }
      const [first, second] = [items[one.item] ?? '', items[(one.item + 1) % 3] ?? '']
      switch (one.do) {
        case 'hold': return declared(the.shop.hold({ ...step, lines: [{ stockItemId: second, units: one.units }, { stockItemId: first, units: 1 }], expiresAt: inAnHour() }))
        case 'firm': return declared(the.shop.makeFirm({ ...step, orderId: 'ord_1' }))
        case 'release': return declared(the.shop.release({ ...step, reason: 'test' }))
        case 'placed': return the.placed(step.checkoutId, { [first]: one.units })
        case 'dispatched': return the.dispatched(step.checkoutId, { [first]: one.units, [second]: 1 })
        case 'cancelled': return the.cancelled(step.checkoutId, { [first]: one.units })
        case 'adjust': return declared(the.shop.adjust({ stockItemId: first, change: one.fence === 1 ? one.units : -one.units, reason: 'count' }))
      }
    }
    for (const round of rounds) {
      await Promise.all(round.map(perform))
      assert.deepEqual(await audit(the), [])
    }
  }), { numRuns: 25, endOnFailure: true })
})
