import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isFailure } from '@octavo/failure'
import { testOrdersConfig } from '../testing.ts'
import { openShop } from './shop.ts'

it('who is not let in is told when to come back, has begun nothing, and buys by the same key when there is a place again', async () => {
  const { promise: open, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: reached, resolve: arrived } = Promise.withResolvers<void>()
  const shop = await openShop({
    config: { ...testOrdersConfig, sweepMs: 10, admission: { running: 1, waiting: 0, patienceMs: 1_000 } },
    async meet(name, call) {
      if (name === 'inventory.hold') { arrived(); await open }
      return call()
    },
  })
  const [ada, bob] = [shop.guest(), shop.guest()]
  const book = await shop.offer()
  const first = await ada.orders.startCheckout(await ada.prepare(await ada.fill(book)))
  await reached
  const cartId = await bob.fill(book)
  const wish = await bob.prepare(cartId)
  await assert.rejects(bob.orders.startCheckout(wish), (error) => isFailure(error, 'BUSY') && Number(error.data['retryAfterSeconds']) > 0)
  assert.deepEqual((await bob.cart.getCart({ cartId })).lines.map(({ checkoutId }) => checkoutId), [null])
  letGo()
  assert.equal((await ada.follow(first)).status, 'completed')
  await shop.ended(first.id)
  const second = await again()
  assert.equal((await bob.follow(second)).status, 'completed')

  /** The place is free a moment after the checkout has ended. */
  async function again(): Promise<typeof first> {
    for (;;) {
      const started = await bob.orders.startCheckout(wish).catch((error: unknown) => { if (!isFailure(error, 'BUSY')) throw error })
      if (started) return started
      await new Promise((soon) => setTimeout(soon, 5))
    }
  }
})
