import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { failure } from '@octavo/failure'
import { watched } from './meet.ts'
import { openShop } from './shop.ts'
import { codeOf } from './shopper.ts'

const between = watched()
const shop = await openShop({ meet: between.meet })

describe('an operator', () => {
  it('ends what is stuck with a reason: it is tried no more, and what was left undone stays written down', async () => {
    const ada = shop.guest()
    const book = await shop.offer()
    between.put(async (name, call) => {
      if (name === 'inventory.release') throw failure('UNAVAILABLE', 'the stock room is closed')
      return call()
    })
    const { id: checkoutId } = await ada.follow(await ada.orders.startCheckout(await ada.prepare(await ada.fill(book), { paymentMethod: 'pm_card_chargeDeclined' })))
    const stuck = await shop.operator.getSaga({ checkoutId })
    assert.deepEqual([stuck.status, stuck.toUndo, stuck.acts], ['stuck', ['hold-stock', 'freeze-basket'], []])
    assert.equal(await codeOf(ada.orders.endSaga({ checkoutId, reason: 'mine' })), 'SIGN_IN_REQUIRED')
    const ended = await shop.operator.endSaga({ checkoutId, reason: 'the copies were counted in by hand' })
    assert.deepEqual([ended.status, ended.step, ended.failure?.code, ended.nextAttemptAt], ['failed', 'failed', 'CARD_DECLINED', null])
    assert.deepEqual(ended.acts.map(({ at: _at, operator: _operator, ...act }) => act), [{ act: 'ended', reason: 'the copies were counted in by hand', step: 'undo hold-stock', leftUndone: ['hold-stock', 'freeze-basket'] }])
    between.put((_name, call) => call())
    // Whoever works on it still writes nothing more.
    await shop.orders.service.caughtUp()
    assert.equal((await shop.operator.getSaga({ checkoutId })).status, 'failed')
    assert.equal((await shop.level(book))?.reserved, 1)
    assert.equal(await codeOf(shop.operator.endSaga({ checkoutId, reason: 'again' })), 'CONFLICT')
    assert.equal(await codeOf(shop.operator.retrySaga({ checkoutId, reason: 'again' })), 'CONFLICT')
    assert.deepEqual((await shop.operator.getSaga({ checkoutId })).acts, ended.acts)
  })

  it('reads a checkout step by step: what was done, what came of it, and by which process', async () => {
    const ada = shop.guest()
    let away = 1
    between.put(async (name, call) => {
      if (name === 'inventory.hold' && away-- > 0) throw failure('UNAVAILABLE', 'the stock room is closed')
      return call()
    })
    const placed = await ada.buy([await shop.offer()], { email: 'Mary@Reader.example' })
    between.put((_name, call) => call())
    await shop.ended(placed.id)
    const { steps } = await shop.operator.getSaga({ checkoutId: placed.id })
    assert.deepEqual(steps.map(({ step, outcome }) => [step, outcome]), [
      ['freeze-basket', 'frozen'], ['hold-stock', 'unanswered'], ['hold-stock', 'held'], ['authorise-payment', 'authorised'], ['firm-hold', 'firm'], ['place-order', 'placed'], ['remove-lines', 'lines-removed'],
    ])
    assert.match(steps[1]?.detail ?? '', /the stock room is closed/)
    assert.ok((steps[2]?.fence ?? 0) > (steps[1]?.fence ?? 0))
    const declined = await ada.buy([await shop.offer()], { paymentMethod: 'pm_card_chargeDeclined', email: 'Mary@Reader.example' })
    assert.deepEqual((await shop.operator.getSaga({ checkoutId: declined.id })).steps.map(({ step, outcome, detail }) => [step, outcome, detail?.slice(0, 13) ?? null]), [
      ['freeze-basket', 'frozen', null], ['hold-stock', 'held', null], ['authorise-payment', 'refused', 'CARD_DECLINED'], ['undo authorise-payment', 'undone', null], ['undo hold-stock', 'undone', null], ['undo freeze-basket', 'undone', null],
    ])
    const order = await ada.orders.getOrder({ orderId: placed.orderId ?? '' })
    const found = async (search: string) => (await shop.operator.listSagas({ search })).items.map(({ checkoutId }) => checkoutId)
    for (const search of [placed.id, order.id, ` ${order.number.toLowerCase()} `]) assert.deepEqual(await found(search), [placed.id], search)
    assert.deepEqual(await found('mary@reader.EXAMPLE'), [declined.id, placed.id])
    assert.deepEqual((await shop.operator.listSagas({ search: 'mary@reader.example', status: 'failed' })).items.map(({ checkoutId }) => checkoutId), [declined.id])
    assert.deepEqual(await found('nobody@reader.example'), [])
  })

  it('has what waits looked at now, and does not end it: it comes to its end by itself', async () => {
    const ada = shop.guest()
    const started = await ada.orders.startCheckout(await ada.prepare(await ada.fill(await shop.offer()), { paymentMethod: 'pm_card_authenticationRequired' }))
    const { id: checkoutId } = await ada.follow(started, ['requires_action'])
    assert.equal(await codeOf(shop.operator.endSaga({ checkoutId, reason: 'it takes long' })), 'CONFLICT')
    between.clear()
    const tried = await shop.operator.retrySaga({ checkoutId, reason: 'the shopper is on the telephone' })
    assert.deepEqual(tried.acts.map(({ act, reason, step }) => [act, reason, step]), [['tried again', 'the shopper is on the telephone', 'await-payment']])
    while (!between.calls.includes('payments.resolve')) await new Promise((soon) => setTimeout(soon, 5))
    assert.equal(await codeOf(shop.operator.getSaga({ checkoutId: 'cko_nowhere' })), 'NOT_FOUND')
  })
})
