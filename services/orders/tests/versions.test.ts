import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decide } from '../checkout/decide.ts'
import { completed } from '../checkout/saga.ts'
import { usualVersions, type Versions } from '../checkout/versions.ts'
import { startTestOrders } from '../testing.ts'
import { straight } from './meet.ts'
import { openShop } from './shop.ts'
import type { Shopper } from './shopper.ts'

const shop = await openShop()

/** Tomorrow's code: it still has the steps of today, and others of its own, that leave the basket as it is. */
const tomorrow: Versions = new Map([...usualVersions, [2, (saga, happened, moment, rules) =>
  (saga.at === 'place-order' && happened.kind === 'placed') || (saga.at === 'remove-lines' && happened.kind === 'woken')
    ? { saga: completed, commands: [{ kind: 'end' }] }
    : decide(saga, happened, moment, rules)]])

/** A shopper whose bank asks, and what the bank hears at last. */
async function asked(ada: Shopper, orders = ada.orders) {
  const cartId = await ada.fill(await shop.offer())
  const { id } = await orders.startCheckout(await ada.prepare(cartId, { paymentMethod: 'pm_card_authenticationRequired' }))
  const { nextAction } = await ada.follow({ id }, ['requires_action'])
  return { ada, id, cartId, passed: () => fetch(nextAction?.url ?? '', { method: 'POST', body: new URLSearchParams({ outcome: 'pass' }), redirect: 'manual' }) }
}
const lastStep = async (checkoutId: string) => (await shop.operator.getSaga({ checkoutId })).steps.at(-1)?.step

describe('a checkout that is open while another version of its steps is deployed', () => {
  it('ends by the steps it began with, and those that begin now by the new ones', async () => {
    const ada = shop.guest()
    const old = await asked(ada)
    const next = await startTestOrders({ ...shop.deps(straight), versions: tomorrow })
    await shop.orders.stop()
    const grace = shop.guest()
    const young = await asked(grace, next.client(grace.caller))
    for (const { ada: who, id, passed } of [old, young]) {
      await passed()
      assert.equal((await who.follow({ id })).status, 'completed')
      await shop.ended(id)
    }
    assert.deepEqual([await lastStep(old.id), await lastStep(young.id)], ['remove-lines', 'place-order'])
    assert.deepEqual((await ada.cart.getCart({ cartId: old.cartId })).lines, [])
    assert.equal((await grace.cart.getCart({ cartId: young.cartId })).lines.length, 1)

    const left = await asked(grace, next.client(grace.caller))
    await next.stop()
    const today = await startTestOrders(shop.deps(straight))
    await left.passed()
    const own = await asked(ada, today.client(ada.caller))
    await own.passed()
    await ada.follow(own)
    assert.equal((await grace.orders.getCheckout({ checkoutId: left.id })).status, 'requires_action', 'a process without its version leaves it alone')
  })
})
