import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, it } from 'node:test'
import { standingClock } from '@octavo/clock'
import { newId } from '@octavo/ids'
import { openShop } from './shop.ts'

const known = new Set<string>()
const orders = { checkoutsAlive: async ({ checkoutIds }: { checkoutIds: string[] }) => ({ known: checkoutIds.filter((id) => known.has(id)) }) }
const clock = standingClock('2026-11-22T10:00:00Z')
const the = await openShop({ clock, orders, config: { graceMs: 60_000 } })

const held = async (expiresAt: string) => {
  const [stockItemId, checkoutId] = [newId('stk'), newId('chk')]
  await the.shop.registerStockItems([{ id: stockItemId, sellerId: 'sel_house', sku: stockItemId, onHand: 3 }])
  await the.shop.hold({ checkoutId, attempt: 1, fence: 1, lines: [{ stockItemId, units: 2 }], expiresAt })
  return { stockItemId, checkoutId, reserved: async () => (await the.shop.getLevels({ stockItemIds: [stockItemId] }))[0]?.reserved }
}

describe('the sweeper', () => {
  it('frees what expired and nobody knows, after the grace and not before', async () => {
    const [forgotten, alive, later, firm] = [await held('2026-11-22T10:10:00Z'), await held('2026-11-22T10:10:00Z'), await held('2026-11-22T11:00:00Z'), await held('2026-11-22T10:10:00Z')]
    known.add(alive.checkoutId)
    await the.shop.makeFirm({ checkoutId: firm.checkoutId, attempt: 1, fence: 1, orderId: 'ord_1' })
    clock.set('2026-11-22T10:10:59Z')
    assert.equal(await the.service.sweep(), 0)
    clock.set('2026-11-22T10:11:01Z')
    assert.equal(await the.service.sweep(), 1)
    assert.deepEqual([await forgotten.reserved(), await alive.reserved(), await later.reserved(), await firm.reserved()], [0, 2, 2, 2])
    const late = { checkoutId: forgotten.checkoutId, attempt: 1, fence: 2 }
    await assert.rejects(the.shop.makeFirm({ ...late, orderId: 'ord_1' }), { code: 'CONFLICT' })
    assert.deepEqual(await the.shop.release({ ...late, reason: 'late' }), { released: false })
  })

  it('wakes by itself when a hold ends', async () => {
    const soon = await openShop({ orders, config: { graceMs: 0 } })
    const stockItemId = newId('stk')
    await soon.shop.registerStockItems([{ id: stockItemId, sellerId: 'sel_house', sku: stockItemId, onHand: 1 }])
    await soon.shop.hold({ checkoutId: newId('chk'), attempt: 1, fence: 1, lines: [{ stockItemId, units: 1 }], expiresAt: new Date(Date.now() + 100).toISOString() })
    while (!soon.heard.some((event) => event.name === 'restocked')) await pause(20)
    assert.equal((await soon.shop.getLevels({ stockItemIds: [stockItemId] }))[0]?.reserved, 0)
  })
})
