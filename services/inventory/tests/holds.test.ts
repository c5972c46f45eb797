import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isFailure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { audit, inAnHour, openShop, unhurried } from './shop.ts'

const the = await openShop()

const item = async (onHand: number, promiseLimit = 0): Promise<string> => {
  const id = newId('stk')
  await the.shop.registerStockItems([{ id, sellerId: 'sel_house', sku: id, onHand, promiseLimit, availableOn: '2027-01-01' }])
  return id
}
const level = async (id: string) => (await the.shop.getLevels({ stockItemIds: [id] }))[0]
const step = (attempt = 1, fence = 1, checkoutId = newId('chk')) => ({ checkoutId, attempt, fence })
const code = async (work: Promise<unknown>): Promise<unknown> => work.then((output) => output, (error: unknown) => (isFailure(error) ? error.code : error))

describe('holding', () => {
  it('gives ten copies to exactly ten of a hundred buyers', async () => {
    const id = await item(10)
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => code(the.shop.hold({ ...step(), lines: [{ stockItemId: id, units: 1 }], expiresAt: inAnHour() }, unhurried()))))
    assert.equal(outcomes.filter((outcome) => outcome === 'OUT_OF_STOCK').length, 90)
    assert.deepEqual(await level(id).then((known) => [known?.onHand, known?.reserved, known?.available]), [10, 10, 0])
    assert.deepEqual(await audit(the), [])
    // Nor when no queue is in between: the statement by itself, as processes ask it that know nothing of each other.
    const another = await item(10)
    const answers = await Promise.all(Array.from({ length: 100 }, () => the.database.one<{ outcome: string }>(
      'select outcome from hold_stock($1, 1, 1, array[$2], array[1], array[$3], now(), now())', [step().checkoutId, another, newId('rsv')])))
    assert.equal(answers.filter(({ outcome }) => outcome === 'held').length, 10)
    assert.equal((await level(another))?.reserved, 10)
    assert.deepEqual(await audit(the), [])
  })

  it('holds all lines or none, and names what is short', async () => {
    const [plenty, scarce] = [await item(10), await item(1)]
    const lines = [{ stockItemId: plenty, units: 2 }, { stockItemId: scarce, units: 2 }]
    await assert.rejects(the.shop.hold({ ...step(), lines, expiresAt: inAnHour() }), (error) => isFailure(error, 'OUT_OF_STOCK') && assert.deepEqual(error.data['stockItemIds'], [scarce]) === undefined)
    assert.equal((await level(plenty))?.reserved, 0)
    assert.equal(await code(the.shop.hold({ ...step(), lines: [{ stockItemId: plenty, units: 1 }, { stockItemId: 'stk_nowhere', units: 1 }], expiresAt: inAnHour() })), 'NOT_FOUND')
    assert.equal((await level(plenty))?.reserved, 0)
  })

  it('sums up what several lines want of one item before it decides', async () => {
    const [other, id] = [await item(5), await item(5)]
    const lines = [{ stockItemId: id, units: 3 }, { stockItemId: id, units: 3 }]
    assert.equal(await code(the.shop.hold({ ...step(), lines, expiresAt: inAnHour() })), 'OUT_OF_STOCK')
    assert.equal((await level(id))?.reserved, 0)
    assert.equal(await code(the.shop.hold({ ...step(), lines: [...lines, { stockItemId: other, units: 1 }], expiresAt: inAnHour() })), 'OUT_OF_STOCK')
    assert.deepEqual([(await level(id))?.reserved, (await level(other))?.reserved], [0, 0])
    assert.deepEqual(await audit(the), [])
  })

  it('does not hold twice when it is asked twice', async () => {
    const id = await item(5)
    const hold = { ...step(), lines: [{ stockItemId: id, units: 3 }], expiresAt: inAnHour() }
    const answers = await Promise.all([the.shop.hold(hold), the.shop.hold(hold), the.shop.hold(hold)])
    assert.deepEqual(answers, Array.from({ length: 3 }, () => ({ held: true, promised: false })))
    assert.equal((await level(id))?.reserved, 3)
  })

  it('never deadlocks when buyers want the same items in different orders', async () => {
    const items = await Promise.all([item(1000), item(1000), item(1000), item(1000)])
    await Promise.all(Array.from({ length: 120 }, async (_, nth) => {
      const lines = items.map((stockItemId) => ({ stockItemId, units: 1 }))
      const checkout = step()
      await the.shop.hold({ ...checkout, lines: nth % 2 ? lines : lines.reverse(), expiresAt: inAnHour() }, unhurried())
      if (nth % 3 === 0) await the.shop.release({ ...checkout, reason: 'declined' }, unhurried())
    }))
    for (const id of items) assert.equal((await level(id))?.reserved, 80)
    assert.deepEqual(await audit(the), [])
    // Taken in the order in which they were named, each would have one and want the other's: held up in the middle until both wait.
    const [one, middle, other] = items
    const { both } = await the.database.transaction(async (tx) => {
      await tx.run('select from stock_item where id = $1 for update', [middle])
      const held = (inOrder: readonly string[]) => the.database.rows('select outcome from hold_stock($1, 1, 1, $2, $3, $4, now(), now())', [step().checkoutId, inOrder, inOrder.map(() => 1), inOrder.map(() => newId('rsv'))])
      const both = Promise.allSettled([held([one, middle, other]), held([other, middle, one])])
      while ((await the.database.one<{ many: number }>('select count(*)::int as many from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0')).many < 2);
      return { both }
    })
    assert.deepEqual((await both).map(({ status }) => status), ['fulfilled', 'fulfilled'])
  })
})

describe('the steps of a checkout', () => {
  it('gives everything back when a hold is released, once', async () => {
    const id = await item(5)
    const checkout = step()
    await the.shop.hold({ ...checkout, lines: [{ stockItemId: id, units: 3 }], expiresAt: inAnHour() })
    assert.deepEqual(await the.shop.release({ ...checkout, reason: 'declined' }), { released: true })
    assert.deepEqual(await the.shop.release({ ...checkout, reason: 'declined' }), { released: true })
    assert.equal((await level(id))?.reserved, 0)
  })

  it('refuses a hold whose undo came before it', async () => {
    const id = await item(5)
    const checkout = step()
    assert.deepEqual(await the.shop.release({ ...checkout, reason: 'given up' }), { released: false })
    assert.equal(await code(the.shop.hold({ ...checkout, lines: [{ stockItemId: id, units: 3 }], expiresAt: inAnHour() })), 'UNDONE')
    assert.equal(await code(the.shop.makeFirm({ ...checkout, orderId: 'ord_1' })), 'UNDONE')
    assert.equal((await level(id))?.reserved, 0)
  })

  it('lets another attempt hold after the first was undone', async () => {
    const id = await item(5)
    const first = step()
    await the.shop.hold({ ...first, lines: [{ stockItemId: id, units: 3 }], expiresAt: inAnHour() })
    await the.shop.release({ ...first, reason: 'again' })
    await the.shop.hold({ ...first, attempt: 2, lines: [{ stockItemId: id, units: 4 }], expiresAt: inAnHour() })
    assert.deepEqual(await the.shop.release({ ...first, reason: 'late repeat' }), { released: true })
    assert.equal((await level(id))?.reserved, 4)
  })

  it('refuses whoever comes with a lower fence than was seen', async () => {
    const id = await item(5)
    const old = step(1, 3)
    await the.shop.hold({ ...old, fence: 4, lines: [{ stockItemId: id, units: 1 }], expiresAt: inAnHour() })
    assert.equal(await code(the.shop.hold({ ...old, lines: [{ stockItemId: id, units: 1 }], expiresAt: inAnHour() })), 'STALE_FENCE')
    assert.equal(await code(the.shop.makeFirm({ ...old, orderId: 'ord_1' })), 'STALE_FENCE')
    assert.equal(await code(the.shop.release({ ...old, reason: 'late' })), 'STALE_FENCE')
    assert.deepEqual(await the.shop.makeFirm({ ...old, fence: 4, orderId: 'ord_1' }), { firm: true })
  })

  it('makes firm what is held, repeatably, and nothing else', async () => {
    const id = await item(5)
    const checkout = step()
    assert.equal(await code(the.shop.makeFirm({ ...step(), orderId: 'ord_1' })), 'CONFLICT')
    await the.shop.hold({ ...checkout, lines: [{ stockItemId: id, units: 2 }], expiresAt: inAnHour() })
    assert.deepEqual(await the.shop.makeFirm({ ...checkout, orderId: 'ord_1' }), { firm: true })
    assert.deepEqual(await the.shop.makeFirm({ ...checkout, orderId: 'ord_1' }), { firm: true })
    const [reservation] = (await the.shop.listReservations({ checkoutId: checkout.checkoutId })).items
    assert.deepEqual([reservation?.status, reservation?.orderId, reservation?.expiresAt, reservation?.units], ['firm', 'ord_1', null, 2])
    assert.deepEqual(await the.shop.release({ ...checkout, reason: 'the pivot failed' }), { released: true })
    assert.equal((await level(id))?.reserved, 0)
  })

  it('is taken by the shop itself only', async () => {
    const shopper = the.client({ kind: 'guest', guestId: 'gst_1' })
    assert.equal(await code(shopper.hold({ ...step(), lines: [{ stockItemId: 'stk_1', units: 1 }], expiresAt: inAnHour() })), 'FORBIDDEN')
    assert.equal(await code(shopper.adjust({ stockItemId: 'stk_1', change: 1, reason: 'mine' })), 'SIGN_IN_REQUIRED')
  })
})

describe('promises', () => {
  it('promises copies that are not there, up to the limit, and serves them in order when they come', async () => {
    const id = await item(0, 3)
    const [first, second, third] = [step(), step(), step()]
    const hold = (checkout: ReturnType<typeof step>, units: number) => the.shop.hold({ ...checkout, lines: [{ stockItemId: id, units }], expiresAt: inAnHour() })
    assert.deepEqual(await hold(first, 2), { held: true, promised: true })
    assert.deepEqual(await hold(second, 1), { held: true, promised: true })
    assert.equal(await code(hold(third, 1)), 'OUT_OF_STOCK')
    assert.deepEqual(await level(id).then((known) => [known?.onHand, known?.reserved, known?.promised]), [0, 0, 3])
    const served = await the.shop.adjust({ stockItemId: id, change: 2, reason: 'delivery' })
    assert.deepEqual([served.onHand, served.reserved, served.promised, served.available], [2, 2, 1, 0])
    await the.shop.release({ ...first, reason: 'declined' })
    assert.deepEqual(await level(id).then((known) => [known?.onHand, known?.reserved, known?.promised]), [2, 1, 0])
    assert.deepEqual(await audit(the), [])
  })

  it('books in what left before it was counted in', async () => {
    const id = await item(0, 3)
    const checkout = step()
    await the.shop.hold({ ...checkout, lines: [{ stockItemId: id, units: 2 }], expiresAt: inAnHour() })
    await the.shop.makeFirm({ ...checkout, orderId: 'ord_1' })
    await the.placed(checkout.checkoutId, { [id]: 2 })
    await the.dispatched(checkout.checkoutId, { [id]: 2 })
    assert.deepEqual(await level(id).then((known) => [known?.onHand, known?.reserved, known?.promised]), [0, 0, 0])
    assert.deepEqual((await the.shop.listMovements({ stockItemId: id })).items.map((movement) => movement.change).sort((a, b) => a - b), [-2, 2])
    assert.deepEqual(await audit(the), [])
  })
})
