import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testDatabase } from '@octavo/database/testing'
import { isFailure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { inventoryTables } from '../service.ts'
import { audit, inAnHour, openShop, unhurried } from './shop.ts'

const database = await testDatabase('inventory', inventoryTables())
const asked: string[] = []
const the = await openShop({ database: { ...database, one: (text, values) => { asked.push(/hold_\w+/.exec(text)?.[0] ?? ''); return database.one(text, values) } } })

const item = async (onHand: number, promiseLimit = 0): Promise<string> => {
  const id = newId('stk')
  await the.shop.registerStockItems([{ id, sellerId: 'sel_house', sku: id, onHand, promiseLimit, availableOn: '2027-01-01' }])
  return id
}
const hold = (stockItemId: string, units = 1, step: { checkoutId?: string; attempt?: number; fence?: number } = {}) =>
  the.shop.hold({ checkoutId: newId('chk'), attempt: 1, fence: 1, ...step, lines: [{ stockItemId, units }], expiresAt: inAnHour() }, unhurried()).then(({ promised }) => (promised ? 'promised' : 'held'), (error: unknown) => (isFailure(error) ? error.code : String(error)))
const level = async (id: string) => (await the.shop.getLevels({ stockItemIds: [id] }))[0]

describe('an item that many want at once', () => {
  it('is decided for all who wait in one transaction, first come first served, to the last copy', async () => {
    const id = await item(100)
    asked.length = 0
    const outcomes = await Promise.all(Array.from({ length: 150 }, (_, nth) => hold(id, nth % 3 === 0 ? 2 : 1)))
    assert.deepEqual(asked.filter(Boolean), ['hold_stock', 'hold_together'])
    // Of a hundred the first 75 take all: 25 two each, 50 one each.
    assert.deepEqual(outcomes, outcomes.map((_, nth) => (nth < 75 ? 'held' : 'OUT_OF_STOCK')))
    assert.deepEqual([(await level(id))?.reserved, (await level(id))?.available], [100, 0])
    assert.deepEqual(await audit(the), [])
  })

  it('gives a smaller wish what a larger one before it could not have', async () => {
    const id = await item(4)
    assert.deepEqual(await Promise.all([hold(id, 1), hold(id, 2), hold(id, 2), hold(id, 1)]), ['held', 'held', 'OUT_OF_STOCK', 'held'])
  })

  it('holds once for who asks twice, refuses a lower fence and what was undone, and promises what may be promised', async () => {
    const id = await item(10, 3)
    const [twice, fenced, undone] = [newId('chk'), newId('chk'), newId('chk')]
    await the.shop.release({ checkoutId: fenced, attempt: 9, fence: 7, reason: 'another process' })
    await the.shop.release({ checkoutId: undone, attempt: 1, fence: 1, reason: 'before its do' })
    const outcomes = await Promise.all([hold(id), hold(id, 1, { checkoutId: twice }), hold(id, 1, { checkoutId: twice }), hold(id, 1, { checkoutId: fenced }), hold(id, 1, { checkoutId: undone }), hold(id, 8), hold(id, 3), hold(id, 1)])
    assert.deepEqual(outcomes, ['held', 'held', 'held', 'STALE_FENCE', 'UNDONE', 'held', 'promised', 'OUT_OF_STOCK'])
    assert.deepEqual([(await level(id))?.reserved, (await level(id))?.promised], [10, 3])
    assert.deepEqual(await audit(the), [])
  })

  it('is held from several locations', async () => {
    const id = await item(2)
    await database.run(`insert into location (id, name) values ('loc_annex', 'Annex') on conflict do nothing`)
    await the.client({ kind: 'operator' }).adjust({ stockItemId: id, change: 2, reason: 'found', location: 'loc_annex' })
    assert.deepEqual(await Promise.all([hold(id, 1), hold(id, 1), hold(id, 1), hold(id, 1), hold(id, 1)]), ['held', 'held', 'held', 'held', 'OUT_OF_STOCK'])
    assert.deepEqual(await audit(the), [])
  })

  it('is sold out for who comes later, and there again the moment a copy comes back', async () => {
    const id = await item(1)
    const first = newId('chk')
    assert.equal(await hold(id, 1, { checkoutId: first }), 'held')
    assert.deepEqual([await hold(id), await hold(id), await hold(id)], ['OUT_OF_STOCK', 'OUT_OF_STOCK', 'OUT_OF_STOCK'])
    assert.equal(await hold(id, 1, { checkoutId: first }), 'held', 'who holds it hears so still')
    await the.shop.release({ checkoutId: first, attempt: 1, fence: 1, reason: 'declined' })
    assert.equal(await hold(id), 'held')
    assert.deepEqual(await audit(the), [])
  })
})
