import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openShop } from './shop.ts'

const shop = await openShop()

/** A bought order's checkout, as the audit sees it. */
async function bought(quantity = 1) {
  const end = await shop.guest().buy([[await shop.offer(), quantity]])
  assert.equal(end.status, 'completed', JSON.stringify(end.failure))
  await shop.settled()
  return end.id
}
const seen = async (checkoutId: string) => (await shop.operator.audit({ checkoutIds: [checkoutId] })).checkouts[0] ?? assert.fail()

describe('the audit of checkouts', () => {
  it('shows an order with its total, its parts and the copies it waits for', async () => {
    const { saga, order } = await seen(await bought(2))
    assert.deepEqual([saga?.status, saga?.dueAt, order?.status, order?.parcels, order?.openUnits], ['completed', null, 'placed', 0, 2])
    assert.ok(order && order.totalMinor > 0 && order.totalMinor === order.partsMinor)
  })

  it('shows an order whose checkout is gone, a checkout whose order is gone, and parts that do not add up', async () => {
    const [alone, empty, crooked] = [await bought(), await bought(), await bought()]
    const { orders } = shop.databases
    await orders.run('delete from checkout where id = $1', [alone])
    await orders.run('delete from placed_order where checkout_id = $1', [empty])
    await orders.run(`update placed_order set agreed = jsonb_set(agreed, '{subOrders,0,totalMinor}', '1') where checkout_id = $1`, [crooked])
    assert.deepEqual([(await seen(alone)).saga, (await seen(empty)).order, (await seen(crooked)).order?.partsMinor], [null, null, 1])
  })

  it('pages through everything once, and only through what was begun since then when told so', async () => {
    for (let n = 0; n < 3; n++) await bought()
    const ids: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const page: { checkouts: { checkoutId: string }[]; next: string | null } = await shop.operator.audit({ after, limit: 2 })
      ids.push(...page.checkouts.map(({ checkoutId }) => checkoutId))
      after = page.next
    }
    assert.deepEqual([new Set(ids).size, ids.length >= 3], [ids.length, true])
    assert.deepEqual((await shop.operator.audit({ since: new Date(Date.now() + 60_000).toISOString() })).checkouts, [])
  })
})
