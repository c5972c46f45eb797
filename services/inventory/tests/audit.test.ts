import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newId } from '@octavo/ids'
import { inAnHour, openShop } from './shop.ts'

const the = await openShop()

const item = async (onHand: number): Promise<string> => {
  const id = newId('stk')
  await the.shop.registerStockItems([{ id, sellerId: 'sel_house', sku: id, onHand, promiseLimit: 3, availableOn: '2027-01-01' }])
  return id
}
const held = async (stockItemId: string, units: number): Promise<string> => {
  const checkoutId = newId('cko')
  await the.shop.hold({ checkoutId, attempt: 1, fence: 1, lines: [{ stockItemId, units }], expiresAt: inAnHour() })
  return checkoutId
}
const wrongWith = async (id: string): Promise<string[]> => (await the.shop.auditStock({})).wrong.filter(({ stockItemId }) => stockItemId === id).map(({ detail }) => detail)

describe('the audit of stock', () => {
  it('finds nothing wrong with what was held, let go, sold and sent', async () => {
    const id = await item(10)
    const [kept, gone, sold] = [await held(id, 1), await held(id, 2), await held(id, 3)]
    await the.shop.release({ checkoutId: gone, attempt: 1, fence: 2, reason: 'declined' })
    await the.placed(sold, { [id]: 3 })
    await the.dispatched(sold, { [id]: 3 })
    assert.deepEqual(await wrongWith(id), [])
    const { holds } = await the.shop.audit({ checkoutIds: [kept, gone, sold] })
    assert.deepEqual(new Map(holds.map(({ checkoutId, status, openUnits }) => [checkoutId, [status, openUnits]])), new Map([[kept, ['held', 1]], [gone, ['none', 0]], [sold, ['settled', 0]]]))
  })

  const planted: readonly (readonly [name: string, sql: string, detail: RegExp])[] = [
    ['copies that no movement brought', 'update stock_item set on_hand = on_hand + 1 where id = $1', /movements make 10/],
    ['a movement that moved nothing', `insert into movement (id, stock_item_id, location_id, change, reason, at) values ('mov_' || $1, $1, 'loc_main', -1, 'sale', now())`, /movements make 9/],
    ['copies that no location has', 'update stock_level set on_hand = on_hand - 1 where stock_item_id = $1', /locations have 9/],
    ['copies kept for nobody', 'update stock_item set reserved = reserved + 1 where id = $1', /holds keep 2/],
    ['a hold that was forgotten in the sum', 'update reservation set open_units = open_units - 1 where stock_item_id = $1', /holds keep 1/],
    ['a location that keeps too little', 'update stock_level set reserved = reserved - 1 where stock_item_id = $1', /locations keep 1/],
    ['a promise made to nobody', 'update stock_item set promised = promised + 1 where id = $1', /holds wait for 0/],
  ]
  for (const [name, sql, detail] of planted) {
    it(`finds ${name}`, async () => {
      const id = await item(10)
      await held(id, 2)
      assert.deepEqual(await wrongWith(id), [])
      await the.database.run(sql, [id])
      assert.ok((await wrongWith(id)).some((said) => detail.test(said)), String(await wrongWith(id)))
    })
  }

  it('pages through all items and all live holds, each once', async () => {
    const pages: number[] = []
    for (let after: string | null = ''; after !== null;) {
      const page: { examined: number; next: string | null } = await the.shop.auditStock({ after, limit: 3 })
      pages.push(page.examined)
      after = page.next
    }
    const { count } = await the.database.one<{ count: number }>('select count(*)::int as count from stock_item')
    assert.equal(pages.reduce((sum, examined) => sum + examined, 0), count)
    const seen: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const page: { holds: { checkoutId: string }[]; next: string | null } = await the.shop.audit({ after, limit: 2 })
      seen.push(...page.holds.map(({ checkoutId }) => checkoutId))
      after = page.next
    }
    const { live } = await the.database.one<{ live: number }>(`select count(distinct checkout_id)::int as live from hold where status in ('held', 'firm', 'settled')`)
    assert.deepEqual([new Set(seen).size, seen.length], [live, live])
  })

  it('looks only at what was begun since then when it is told so', async () => {
    await held(await item(5), 1)
    assert.deepEqual((await the.shop.audit({ since: new Date(Date.now() + 60_000).toISOString() })).holds, [])
    assert.ok((await the.shop.audit({ since: new Date(Date.now() - 3_600_000).toISOString() })).holds.length > 0)
  })
})
