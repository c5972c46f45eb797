import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import type { Checkout } from '../contract.ts'
import { watched } from './meet.ts'
import { openShop } from './shop.ts'

const between = watched()
const shop = await openShop({ meet: between.meet })
const answer = (checkout: Checkout, outcome: 'pass' | 'fail') => fetch(checkout.nextAction?.url ?? '', { method: 'POST', body: new URLSearchParams({ outcome }), redirect: 'manual' })

beforeEach(() => between.clear())

/** A shopper whose bank asks. */
async function asked(options: Parameters<typeof shop.offer>[0] = {}) {
  const ada = shop.guest()
  const book = await shop.offer(options)
  const cartId = await ada.fill(book)
  const started = await ada.orders.startCheckout(await ada.prepare(cartId, { paymentMethod: 'pm_card_authenticationRequired' }))
  return { ada, book, cartId, waiting: await ada.follow(started, ['requires_action']) }
}

describe('a bank that asks the shopper', () => {
  it('is where the shopper is sent, and when it is content the checkout goes on by itself', async () => {
    const { ada, waiting } = await asked()
    assert.match(waiting.nextAction?.url ?? '', /^http:/)
    assert.deepEqual((await shop.operator.listSagas({ status: 'waiting' })).items.map(({ checkoutId, step }) => [checkoutId, step]), [[waiting.id, 'await-payment']])
    await answer(waiting, 'pass')
    assert.equal((await ada.follow(waiting)).status, 'completed')
    assert.equal((await shop.live(waiting.id)).length, 1)
  })

  it('and says no ends the checkout, and everything is given back', async () => {
    const { ada, book, waiting } = await asked()
    await answer(waiting, 'fail')
    assert.equal((await ada.follow(waiting)).failure?.code, 'AUTHENTICATION_FAILED')
    assert.equal((await shop.level(book))?.reserved, 0)
    assert.deepEqual(await shop.live(waiting.id), [])
  })

  it('keeps the stock held while the shopper is away, and the basket bound', async () => {
    const { ada, book, cartId, waiting } = await asked()
    shop.clock.advance(10 * 60_000)
    assert.equal((await ada.follow(waiting, ['requires_action'])).status, 'requires_action')
    assert.equal((await shop.level(book))?.reserved, 1)
    assert.deepEqual((await ada.cart.getCart({ cartId })).lines.map(({ checkoutId }) => checkoutId), [waiting.id])
    await answer(waiting, 'pass')
    assert.equal((await ada.follow(waiting)).status, 'completed')
  })

  it('is not waited for longer than the checkout may take: the payment is cancelled first, the stock freed after', async () => {
    const { ada, book, cartId, waiting } = await asked()
    shop.clock.advance(15 * 60_000)
    const end = await ada.follow(waiting)
    assert.deepEqual([end.status, end.failure?.code], ['failed', 'CHECKOUT_EXPIRED'])
    const undone = between.calls.filter((call) => ['payments.void', 'inventory.release', 'cart.unbind'].includes(call))
    assert.deepEqual(undone, ['payments.void', 'inventory.release', 'cart.unbind'])
    assert.equal((await shop.level(book))?.reserved, 0)
    assert.deepEqual((await ada.cart.getCart({ cartId })).lines.map(({ checkoutId }) => checkoutId), [null])
    await answer(waiting, 'pass')
    await shop.settled()
    assert.deepEqual(await shop.live(waiting.id), [], 'the bank’s page comes too late')
    assert.equal((await ada.orders.getCheckout({ checkoutId: waiting.id })).status, 'failed')
  })

  it('holds no money and no stock when the shopper comes back after the time', async () => {
    const { ada, waiting } = await asked()
    shop.clock.advance(20 * 60_000)
    await ada.follow(waiting)
    const state = await shop.network.state()
    const open = (await shop.operator.listOrders({ limit: 100 })).items.reduce((sum, order) => sum + order.total.amountMinor, 0)
    assert.equal(state.heldMinor['gbp'], open, 'the card network holds what the orders are worth')
  })
})

describe('a hold that is gone while the bank takes its time', () => {
  const lapse = ({ id }: Checkout) => shop.others.inventory.release({ checkoutId: id, attempt: 1, fence: 1, reason: 'forgotten' })

  it('is taken again when the money came through all the same', async () => {
    const { ada, book, waiting } = await asked()
    await lapse(waiting)
    await answer(waiting, 'pass')
    assert.equal((await ada.follow(waiting)).status, 'completed')
    await shop.settled()
    assert.deepEqual([(await shop.level(book))?.reserved, (await shop.live(waiting.id)).length], [1, 1])
  })

  it('and sold to somebody else is sold once: the money is let go, and the shopper is told so', async () => {
    const { ada, book, waiting } = await asked({ copies: 1 })
    await lapse(waiting)
    assert.equal((await shop.guest().buy([book])).status, 'completed')
    await answer(waiting, 'pass')
    const end = await ada.follow(waiting)
    assert.deepEqual([end.status, end.failure?.code], ['failed', 'OUT_OF_STOCK'])
    assert.match(end.failure?.detail ?? '', /not been charged/)
    assert.deepEqual([(await shop.level(book))?.reserved, await shop.live(waiting.id)], [1, []])
  })
})
