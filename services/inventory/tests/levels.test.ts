import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isFailure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { lowStockUnits } from '../events.ts'
import { audit, inAnHour, openShop } from './shop.ts'

const the = await openShop()

const item = async (onHand: number): Promise<string> => {
  const id = newId('stk')
  await the.shop.registerStockItems([{ id, sellerId: 'sel_house', sku: id, onHand }])
  return id
}
const step = () => ({ checkoutId: newId('chk'), attempt: 1, fence: 1 })
const bands = async (id: string) => (await the.heardAll()).filter((event) => event.key === id).map((event) => [event.name, event.data.available, event.data.version])

describe('levels', () => {
  it('keeps what is known when it is registered again', async () => {
    const id = await item(4)
    assert.deepEqual(await the.shop.registerStockItems([{ id, sellerId: 'sel_house', sku: id, onHand: 9 }, { id: newId('stk'), sellerId: 'sel_house', sku: 'other', onHand: 0 }]), { created: 1 })
    assert.equal((await the.shop.getLevels({ stockItemIds: [id, 'stk_nowhere'] }))[0]?.onHand, 4)
  })

  it('moves once for a key, however often it is asked', async () => {
    const id = await item(4)
    const move = { stockItemId: id, change: 6, reason: 'delivery', key: 'delivery 1' }
    await Promise.all([the.shop.adjust(move), the.shop.adjust(move), the.shop.adjust(move)])
    assert.equal((await the.shop.adjust(move)).onHand, 10)
    assert.equal((await the.shop.listMovements({ stockItemId: id })).items.length, 2)
  })

  it('does not take away what is reserved', async () => {
    const id = await item(4)
    await the.shop.hold({ ...step(), lines: [{ stockItemId: id, units: 3 }], expiresAt: inAnHour() })
    await assert.rejects(the.shop.adjust({ stockItemId: id, change: -2, reason: 'water' }), (error) => isFailure(error, 'OUT_OF_STOCK') && error.message.includes('3 are reserved'))
    assert.equal((await the.shop.adjust({ stockItemId: id, change: -1, reason: 'water' })).available, 0)
  })

  it('refuses unknown items and places, and movements of nothing', async () => {
    const id = await item(1)
    const refused = (input: Partial<Parameters<typeof the.shop.adjust>[0]>) => the.shop.adjust({ stockItemId: id, change: 1, reason: 'x', ...input }).catch((error: { code: string }) => error.code)
    assert.equal(await refused({ stockItemId: 'stk_nowhere' }), 'NOT_FOUND')
    assert.equal(await refused({ location: 'loc_nowhere' }), 'NOT_FOUND')
    assert.equal(await refused({ change: 0 }), 'INVALID_INPUT')
    assert.equal(await refused({ change: 5_000_000_000 }), 'INVALID_INPUT')
    assert.equal(await refused({ change: 1_000_000_000 }), 'INVALID_INPUT')
  })

  it('takes from several locations in a fixed order, and gives back to each', async () => {
    const id = await item(2)
    await the.database.run(`insert into location (id, name) values ('loc_b', 'B'), ('loc_a', 'A')`)
    await the.shop.adjust({ stockItemId: id, change: 3, reason: 'delivery', location: 'loc_b' })
    await the.shop.adjust({ stockItemId: id, change: 2, reason: 'delivery', location: 'loc_a' })
    const checkout = step()
    await the.shop.hold({ ...checkout, lines: [{ stockItemId: id, units: 6 }], expiresAt: inAnHour() })
    const levels = () => the.database.rows('select location_id, on_hand, reserved from stock_level where stock_item_id = $1 order by location_id', [id])
    assert.deepEqual(await levels(), [{ location_id: 'loc_a', on_hand: 2, reserved: 2 }, { location_id: 'loc_b', on_hand: 3, reserved: 2 }, { location_id: 'loc_main', on_hand: 2, reserved: 2 }])
    await the.placed(checkout.checkoutId, { [id]: 6 })
    await the.dispatched(checkout.checkoutId, { [id]: 5 })
    assert.deepEqual((await the.shop.getLevels({ stockItemIds: [id] })).map((level) => [level.onHand, level.reserved]), [[2, 1]])
    await the.cancelled(checkout.checkoutId, { [id]: 6 })
    assert.deepEqual((await the.shop.getLevels({ stockItemIds: [id] })).map((level) => [level.onHand, level.reserved]), [[2, 0]])
    assert.deepEqual(await audit(the), [])
  })

  it('pages through levels and movements', async () => {
    const ids = [await item(1), await item(1), await item(1)].sort()
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof the.shop.snapshot>> = await the.shop.snapshot({ limit: 2, ...(cursor === null ? {} : { cursor }) })
      seen.push(...page.items.map((level) => level.stockItemId))
      cursor = page.nextCursor
    } while (cursor !== null)
    assert.deepEqual(seen.filter((id) => ids.includes(id)), ids)
    assert.equal(new Set(seen).size, seen.length)
  })
})

describe('what is told of stock', () => {
  it('tells of the last five copies one by one, and of nothing above', async () => {
    const id = await item(lowStockUnits + 3)
    for (let nth = 0; nth < 4; nth++) await the.shop.hold({ ...step(), lines: [{ stockItemId: id, units: 1 }], expiresAt: inAnHour() })
    assert.deepEqual(await bands(id), [['stock-band-changed', 5, 2], ['stock-ran-low', 5, 2], ['stock-band-changed', 4, 3]])
  })

  it('tells when there is some again after there was none', async () => {
    const id = await item(1)
    const checkout = step()
    await the.shop.hold({ ...checkout, lines: [{ stockItemId: id, units: 1 }], expiresAt: inAnHour() })
    await the.shop.release({ ...checkout, reason: 'declined' })
    await the.shop.adjust({ stockItemId: id, change: 20, reason: 'delivery' })
    await the.shop.adjust({ stockItemId: id, change: 20, reason: 'delivery' })
    assert.deepEqual(await bands(id), [['stock-band-changed', 0, 2], ['stock-band-changed', 1, 3], ['restocked', 1, 3], ['stock-band-changed', 21, 4]])
  })
})

describe('orders', () => {
  it('settles, dispatches and keeps the ledger, and hears everything twice without harm', async () => {
    const id = await item(8)
    const checkout = step()
    await the.shop.hold({ ...checkout, lines: [{ stockItemId: id, units: 3 }], expiresAt: inAnHour() })
    await the.placed(checkout.checkoutId, { [id]: 3 })
    assert.deepEqual(await the.shop.makeFirm({ ...checkout, orderId: 'ord_1' }), { firm: true })
    assert.deepEqual(await the.shop.release({ ...checkout, reason: 'late undo' }), { released: false })
    await the.placed(checkout.checkoutId, { [id]: 3 })
    await the.dispatched(checkout.checkoutId, { [id]: 3 })
    await the.dispatched(checkout.checkoutId, { [id]: 3 })
    await the.cancelled(checkout.checkoutId, { [id]: 3 })
    assert.deepEqual((await the.shop.getLevels({ stockItemIds: [id] })).map((level) => [level.onHand, level.reserved]), [[5, 0]])
    assert.deepEqual((await the.shop.listReservations({ stockItemId: id })).items.map((reservation) => [reservation.status, reservation.orderId]), [['fulfilled', `ord_of_${checkout.checkoutId}`]])
    assert.deepEqual(await audit(the), [])
  })
})
