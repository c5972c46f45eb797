import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testEvents } from '@octavo/events/testing'
import { direct } from '@octavo/rpc/direct'
import { Registry, silentLog } from '@octavo/telemetry'
import { builtInMarkets } from '@octavo/market'
import { ordersContract } from '../contract.ts'
import { createOrders } from '../service.ts'
import { doomedAt, type Doom } from './doomed.ts'
import { straight, type Meet } from './meet.ts'
import { openShop } from './shop.ts'
import { codeOf, type Shopper } from './shopper.ts'

const shop = await openShop()
const theirEvents = await testEvents(shop.databases.events, { alone: false })
const leaseMs = 30_000

/** Another process of orders, that takes checkouts in and picks none up by itself. */
function anotherProcess(between: Meet, database = shop.databases.orders) {
  const service = createOrders({ ...shop.deps(between), database, events: theirEvents, markets: builtInMarkets, log: silentLog, metrics: new Registry(), publicUrl: () => 'http://shop.example' })
  return (who: Shopper) => direct(service.router, service.raw).client(ordersContract, who.caller)
}

/** What a checkout left in all services: an order or nothing, and never something of both. */
async function audit(ada: Shopper, cartId: string, checkoutId: string, outcome: 'completed' | 'failed', stock: Parameters<typeof shop.level>[0]): Promise<void> {
  const bought = outcome === 'completed' ? 1 : 0
  assert.equal((await shop.operator.listOrders({ checkoutId })).items.length, bought, 'orders')
  assert.equal((await shop.live(checkoutId)).length, bought, 'payments that hold money')
  assert.equal((await shop.level(stock))?.reserved, bought, 'copies')
  const lines = (await ada.cart.getCart({ cartId })).lines
  assert.deepEqual(lines.map((line) => line.checkoutId), bought ? [] : [null], 'the basket')
}

/** A process that takes a checkout in dies at its moment, and another one ends it. */
async function dieAndBeFollowed(ada: Shopper, wish: Awaited<ReturnType<Shopper['prepare']>>, doom: Doom) {
  const dying = anotherProcess(doom.meet, doom.over(shop.databases.orders))(ada)
  // A shopper without an answer asks again, with the same key.
  const { id } = await dying.startCheckout(wish).catch(() => ada.orders.startCheckout(wish))
  while (doom.diedAt() === undefined && !['completed', 'failed'].includes((await ada.orders.getCheckout({ checkoutId: id })).status)) await new Promise((soon) => setTimeout(soon, 3))
  shop.clock.advance(leaseMs)
  return ada.follow({ id })
}

for (const [card, outcome] of [['pm_card_visa', 'completed'], ['pm_card_chargeDeclined', 'failed']] as const) {
  describe(`a process that dies in a checkout that will have ${outcome}`, () => {
    it('is followed by another one at every moment it may die', async () => {
      const moments: string[] = []
      for (let moment = 0; ; moment++) {
        const ada = shop.guest()
        const book = await shop.offer()
        const cartId = await ada.fill(book)
        const wish = await ada.prepare(cartId, { paymentMethod: card })
        const doom = doomedAt(moment)
        const end = await dieAndBeFollowed(ada, wish, doom)
        const { id } = end
        assert.deepEqual([end.status, end.failure?.code], [outcome, outcome === 'failed' ? 'CARD_DECLINED' : undefined], `it died ${doom.diedAt()}`)
        await shop.ended(id)
        await audit(ada, cartId, id, outcome, book).catch((error: unknown) => { throw new Error(`it died ${doom.diedAt()}`, { cause: error }) })
        const where = doom.diedAt()
        if (where === undefined) break
        moments.push(where)
      }
      for (const step of ['cart.freeze', 'inventory.hold', 'payments.authorise', 'update checkout set']) assert.ok(moments.includes(`before ${step}`) && moments.includes(`after ${step}`), `it died around ${step}`)
      assert.ok(outcome === 'failed' || (moments.includes('before with mine as') && moments.includes('after with mine as')), 'and around the pivot')
    })
  })
}

describe('the only process there is', () => {
  it('goes on at once, started again, with what it left when it died', async () => {
    const ada = shop.guest()
    const book = await shop.offer()
    const cartId = await ada.fill(book)
    const doom = doomedAt(6)
    const dying = anotherProcess(doom.meet, doom.over(shop.databases.orders))(ada)
    const { id } = await dying.startCheckout(await ada.prepare(cartId))
    while (doom.diedAt() === undefined) await new Promise((soon) => setTimeout(soon, 3))
    const again = createOrders({ ...shop.deps(straight), database: shop.databases.orders, events: theirEvents, markets: builtInMarkets, log: silentLog, metrics: new Registry(), publicUrl: () => 'http://shop.example', alone: true })
    await again.start()
    assert.equal((await ada.follow({ id })).status, 'completed')
    await shop.ended(id)
    await audit(ada, cartId, id, 'completed', book)
    await again.drain()
    await again.stop()
  })
})

describe('a process that dies around the pivot', () => {
  it('tells of each order once, whenever it died', async () => {
    const places: string[] = []
    for (let moment = 0; ; moment++) {
      const ada = shop.guest()
      const doom = doomedAt(moment)
      const { id, orderId } = await dieAndBeFollowed(ada, await ada.prepare(await ada.fill(await shop.offer())), doom)
      await shop.orders.service.carried()
      const told = await shop.databases.events.rows<{ orderId: string }>(`select data->>'orderId' as "orderId" from log where name = 'order-placed' and data->>'checkoutId' = $1`, [id])
      assert.deepEqual(told, [{ orderId }], `it died ${doom.diedAt()}`)
      const where = doom.diedAt()
      if (where === undefined) break
      places.push(where)
    }
    assert.ok(places.includes('before with mine as') && places.includes('after with mine as'))
  })
})

describe('a process that sleeps through its lease', () => {
  for (const sleepsIn of ['cart.freeze', 'inventory.hold', 'payments.authorise', 'inventory.makeFirm', 'cart.removeBound']) {
    it(`is refused when it wakes in ${sleepsIn}, and changes nothing`, async () => {
      const { promise: woken, resolve: wake } = Promise.withResolvers<void>()
      const { promise: asleep, resolve: fellAsleep } = Promise.withResolvers<void>()
      let late: Promise<unknown> | undefined
      const sleeper = anotherProcess(async (name, call) => {
        if (name !== sleepsIn) return call()
        fellAsleep()
        await woken
        const answer = call()
        late = codeOf(answer)
        return answer
      })
      const ada = shop.guest()
      const book = await shop.offer()
      const cartId = await ada.fill(book)
      const { id } = await sleeper(ada).startCheckout(await ada.prepare(cartId))
      await asleep
      shop.clock.advance(leaseMs)
      const end = await ada.follow({ id })
      assert.equal(end.status, 'completed')
      await shop.ended(id)
      wake()
      while (!late) await new Promise((soon) => setTimeout(soon, 1))
      assert.equal(await late, 'STALE_FENCE')
      await audit(ada, cartId, id, 'completed', book)
      assert.deepEqual(await ada.orders.getCheckout({ checkoutId: id }), end)
    })
  }
})

describe('a process that sleeps before it writes', () => {
  it('writes nothing when it wakes with an answer that came long ago', async () => {
    const { promise: woken, resolve: wake } = Promise.withResolvers<void>()
    const { promise: asleep, resolve: fellAsleep } = Promise.withResolvers<void>()
    const { orders } = shop.databases
    let awake = false
    let written: Promise<number> | undefined
    const sleeper = anotherProcess(async (name, call) => {
      const answer = await call()
      if (name !== 'inventory.hold') return answer
      fellAsleep()
      await woken
      awake = true
      return answer
    }, {
      ...orders,
      run(text, values) {
        const count = orders.run(text, values)
        if (awake) written ??= count
        return count
      },
    })
    const ada = shop.guest()
    const book = await shop.offer()
    const cartId = await ada.fill(book)
    const { id } = await sleeper(ada).startCheckout(await ada.prepare(cartId))
    await asleep
    shop.clock.advance(leaseMs)
    const end = await ada.follow({ id })
    await shop.ended(id)
    wake()
    while (written === undefined) await new Promise((soon) => setTimeout(soon, 1))
    assert.equal(await written, 0)
    await audit(ada, cartId, id, 'completed', book)
    assert.deepEqual(await ada.orders.getCheckout({ checkoutId: id }), end)
  })
})

describe('a process that sleeps before the pivot', () => {
  it('places no order when it wakes after the checkout was ended', async () => {
    const { promise: woken, resolve: wake } = Promise.withResolvers<void>()
    const { promise: asleep, resolve: fellAsleep } = Promise.withResolvers<void>()
    const { orders } = shop.databases
    let pivot: Promise<unknown> | undefined
    const sleeper = anotherProcess(straight, {
      ...orders,
      async run(text, values) {
        if (!text.startsWith('with mine as')) return orders.run(text, values)
        fellAsleep()
        await woken
        const answer = orders.run(text, values)
        pivot = answer.catch(() => {})
        return answer
      },
    })
    const ada = shop.guest()
    const book = await shop.offer()
    const cartId = await ada.fill(book)
    const { id } = await sleeper(ada).startCheckout(await ada.prepare(cartId))
    await asleep
    shop.clock.advance(20 * 60_000)
    assert.equal((await ada.follow({ id })).failure?.code, 'CHECKOUT_EXPIRED')
    wake()
    while (!pivot) await new Promise((soon) => setTimeout(soon, 1))
    await pivot
    await audit(ada, cartId, id, 'failed', book)
  })
})

describe('two processes', () => {
  it('never work on one checkout: what one has leased the other leaves alone', async () => {
    const { promise: open, resolve: letGo } = Promise.withResolvers<void>()
    const { promise: reached, resolve: arrived } = Promise.withResolvers<void>()
    const slow = anotherProcess(async (name, call) => {
      if (name === 'inventory.hold') { arrived(); await open }
      return call()
    })
    const ada = shop.guest()
    const { id } = await slow(ada).startCheckout(await ada.prepare(await ada.fill(await shop.offer())))
    await reached
    shop.clock.advance(leaseMs / 2)
    await new Promise((soon) => setTimeout(soon, 100))
    assert.deepEqual((await shop.operator.listSagas({ status: 'running' })).items.map(({ checkoutId, fence }) => [checkoutId, fence]), [[id, 1]])
    letGo()
    await ada.follow({ id })
  })

  it('takes a checkout in under a lease that is its own', async () => {
    const ada = shop.guest()
    const wish = await ada.prepare(await ada.fill(await shop.offer()))
    const [one, other] = await Promise.all([anotherProcess(straight)(ada).startCheckout(wish), ada.orders.startCheckout(wish)])
    assert.equal(one.id, other.id)
    assert.equal((await ada.follow(one)).status, 'completed')
    assert.equal((await shop.live(one.id)).length, 1)
  })
})
