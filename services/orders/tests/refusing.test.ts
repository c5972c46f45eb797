import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { watched } from './meet.ts'
import { openShop } from './shop.ts'

const between = watched()
const shop = await openShop({ meet: between.meet })
const free = async (...offers: Parameters<typeof shop.level>[0][]) => {
  for (const one of offers) assert.deepEqual(await shop.level(one).then((level) => [level?.reserved, level?.promised]), [0, 0])
}
const undos = () => between.calls.filter((call) => ['payments.void', 'inventory.release', 'cart.unbind'].includes(call))

beforeEach(() => between.clear())

describe('a declined card', () => {
  it('leaves nothing behind: no money, no stock, the basket as it was', async () => {
    const ada = shop.guest()
    const book = await shop.offer()
    const cartId = await ada.fill(book)
    const end = await ada.follow(await ada.orders.startCheckout(await ada.prepare(cartId, { paymentMethod: 'pm_card_chargeDeclined' })))
    assert.deepEqual([end.status, end.failure?.code, end.orderId], ['failed', 'CARD_DECLINED', undefined])
    assert.deepEqual(undos(), ['payments.void', 'inventory.release', 'cart.unbind'], 'the money first, the basket last')
    await free(book)
    assert.deepEqual(await shop.live(end.id), [])
    assert.deepEqual((await ada.cart.getCart({ cartId })).lines.map(({ offerId, checkoutId }) => [offerId, checkoutId]), [[book.offerId, null]])
    assert.deepEqual((await shop.operator.listOrders({ checkoutId: end.id })).items, [])
    assert.equal((await ada.follow(await ada.orders.startCheckout(await ada.prepare(cartId)))).status, 'completed', 'another card may follow')
  })

  it('says what the bank said, where it said more than no', async () => {
    const ada = shop.guest()
    const told = async (paymentMethod: string) => (await ada.buy([await shop.offer()], { paymentMethod })).failure?.reason
    assert.deepEqual([await told('pm_card_chargeDeclinedInsufficientFunds'), await told('pm_card_chargeDeclinedExpiredCard'), await told('pm_card_chargeDeclinedIncorrectCvc'), await told('pm_card_chargeDeclined')], ['insufficient_funds', 'expired_card', 'incorrect_cvc', undefined])
  })

  it('is told only when everything is given back', async () => {
    const ada = shop.guest()
    const { promise: open, resolve: letGo } = Promise.withResolvers<void>()
    const { promise: reached, resolve: arrived } = Promise.withResolvers<void>()
    between.put(async (name, call) => {
      if (name === 'cart.unbind') { arrived(); await open }
      return call()
    })
    const started = await ada.orders.startCheckout(await ada.prepare(await ada.fill(await shop.offer()), { paymentMethod: 'pm_card_chargeDeclined' }))
    await reached
    assert.deepEqual(await ada.orders.getCheckout({ checkoutId: started.id }), { id: started.id, status: 'running' })
    assert.deepEqual((await shop.operator.listSagas({ status: 'undoing' })).items.map(({ checkoutId, step, failure: reason }) => [checkoutId, step, reason?.code]), [[started.id, 'undo authorise-payment', 'CARD_DECLINED']])
    letGo()
    assert.equal((await ada.follow(started)).failure?.code, 'CARD_DECLINED')
  })
})

describe('too few copies', () => {
  it('are said by title, and what else was in the basket is free again', async () => {
    const ada = shop.guest()
    const [plenty, scarce] = [await shop.offer(), await shop.offer({ copies: 1, title: 'The scarce one' })]
    const end = await ada.buy([plenty, [scarce, 2]])
    assert.equal(end.failure?.code, 'OUT_OF_STOCK')
    assert.match(end.failure?.detail ?? '', /The scarce one/)
    assert.deepEqual(end.failure?.short, [{ offerId: scarce.offerId, title: 'The scarce one', wanted: 2, left: 1 }])
    assert.ok(!between.calls.includes('payments.authorise'), 'no card is asked for what is not there')
    await free(plenty, scarce)
  })

  it('counts the lines together that draw on one stock item', async () => {
    const ada = shop.guest()
    const fresh = await shop.offer({ copies: 3 })
    const twin = await shop.offer({ copies: 9, stockItemId: fresh.stockItemId })
    assert.equal((await ada.buy([[fresh, 2], [twin, 2]])).failure?.code, 'OUT_OF_STOCK')
    await free(fresh)
  })
})

describe('an undo that fails', () => {
  it('is written down, tried again, shown to the operator when it goes on, and ends when the service is back', async () => {
    const ada = shop.guest()
    const book = await shop.offer()
    let down = true
    between.put(async (name, call) => {
      if (name === 'inventory.release' && down) throw failure('UNAVAILABLE', 'the stock room is closed')
      return call()
    })
    const started = await ada.orders.startCheckout(await ada.prepare(await ada.fill(book), { paymentMethod: 'pm_card_chargeDeclined' }))
    const told = await ada.follow(started)
    assert.equal(told.failure?.code, 'CARD_DECLINED', 'with the operator: the shopper need not wait')
    const [stuck] = (await shop.operator.listSagas({ status: 'stuck' })).items
    assert.deepEqual([stuck?.checkoutId, stuck?.step, stuck?.lastError], [started.id, 'undo hold-stock', 'undo hold-stock: the stock room is closed'])
    assert.deepEqual(await shop.live(started.id), [], 'the money went back before')
    assert.equal((await shop.level(book))?.reserved, 1)
    assert.deepEqual((await shop.asShop.checkoutsAlive({ checkoutIds: [started.id] })).known, [started.id], 'nobody else frees it')
    down = false
    await until(async () => (await shop.operator.listSagas({ status: 'failed' })).items.some(({ checkoutId }) => checkoutId === started.id))
    await free(book)
    assert.ok(undos().filter((call) => call === 'inventory.release').length > 3)
    assert.deepEqual((await shop.operator.listSagas({ status: 'stuck' })).items, [])
  })
})

describe('a service that does not answer', () => {
  it('is asked again, and the checkout goes on', async () => {
    let silent = 2
    between.put(async (name, call) => {
      if (name === 'inventory.hold' && silent-- > 0) throw failure('UNAVAILABLE')
      return call()
    })
    assert.equal((await shop.guest().buy([await shop.offer()])).status, 'completed')
  })

  it('for too long ends the checkout before any money is touched, and nothing is left behind', async () => {
    const book = await shop.offer()
    between.put((name, call) => (name === 'inventory.hold' ? call().then(() => { throw failure('DEADLINE_EXCEEDED') }) : call()))
    const end = await shop.guest().buy([book])
    assert.equal(end.failure?.code, 'UNAVAILABLE')
    assert.ok(!between.calls.includes('payments.authorise'))
    await free(book)
  })

  it('about the money is asked what became of it, and the card is not charged twice', async () => {
    let lost = true
    between.put((name, call) => (name === 'payments.authorise' && lost ? call().then(() => { lost = false; throw failure('DEADLINE_EXCEEDED') }) : call()))
    const end = await shop.guest().buy([await shop.offer()])
    assert.equal(end.status, 'completed')
    assert.equal((await shop.live(end.id)).length, 1)
    assert.deepEqual(between.calls.filter((call) => call.startsWith('payments.')), ['payments.authorise', 'payments.resolve'])
  })

  it('about the money, and knows of none, is asked for it again', async () => {
    let lost = true
    between.put((name, call) => {
      if (name !== 'payments.authorise' || !lost) return call()
      lost = false
      throw failure('UNAVAILABLE')
    })
    assert.equal((await shop.guest().buy([await shop.offer()])).status, 'completed')
    assert.deepEqual(between.calls.filter((call) => call.startsWith('payments.')), ['payments.authorise', 'payments.resolve', 'payments.authorise'])
  })

  it('after the order is placed does not take it back: tidying goes on until it is answered', async () => {
    const ada = shop.guest()
    const cartId = await ada.fill(await shop.offer())
    let down = true
    between.put((name, call) => {
      if (name === 'cart.removeBound' && down) throw failure('UNAVAILABLE')
      return call()
    })
    const end = await ada.follow(await ada.orders.startCheckout(await ada.prepare(cartId)))
    assert.equal(end.status, 'completed')
    await until(async () => (await shop.operator.listSagas({ status: 'stuck' })).items.some(({ checkoutId }) => checkoutId === end.id))
    assert.equal((await ada.orders.getCheckout({ checkoutId: end.id })).status, 'completed')
    down = false
    await until(async () => (await ada.cart.getCart({ cartId })).lines.length === 0)
  })
})

async function until(so: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await so());) {
    if (Date.now() > end) throw new Error('it did not come to that')
    await new Promise((soon) => setTimeout(soon, 5))
  }
}

describe('a basket that is in a checkout', () => {
  it('is not ordered once more while that one is just being closed', async () => {
    const ada = shop.guest()
    const input = await ada.prepare(await ada.fill(await shop.offer()))
    const { id } = await ada.orders.startCheckout(input)
    await shop.ended(id)
    await shop.databases.orders.run(`update checkout set status = 'running', due_at = '2999-01-01' where id = $1`, [id])
    await refusedMeanwhile(`update checkout set status = 'completed', due_at = null where id = $1`, [id], () => ada.orders.startCheckout({ ...input, key: newId('key') }), id)
  })

  it('comes into no other that begins at the same moment', async () => {
    const ada = shop.guest()
    const [cartId, otherId] = [await ada.fill(await shop.offer()), await ada.fill(await shop.offer())]
    const started = await ada.orders.startCheckout(await ada.prepare(otherId, { paymentMethod: 'pm_card_authenticationRequired' }))
    await ada.follow(started, ['requires_action'])
    const input = await ada.prepare(cartId)
    await refusedMeanwhile(`update checkout set cart_id = $2 where id = $1`, [started.id, cartId], () => ada.orders.startCheckout(input), started.id)
  })
})

/** Begins a checkout while what changes the one in its way is not yet committed: it waits for that, and is refused by it. */
async function refusedMeanwhile(change: string, values: readonly string[], begin: () => Promise<unknown>, rival: string): Promise<void> {
  const { orders } = shop.databases
  let answer: unknown
  const second = await orders.transaction(async (tx) => {
    await tx.run(change, values)
    const begun = begin().then((accepted) => { answer = accepted }, (error: unknown) => { answer = error })
    while (answer === undefined && await orders.maybe(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%into checkout %'`) === undefined);
    return { begun }
  })
  await second.begun
  const { code, data } = answer as { code?: string; data?: unknown }
  assert.deepEqual([code, data], ['CART_IN_CHECKOUT', { checkoutId: rival }])
}
