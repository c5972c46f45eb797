import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decide, usualRules, type Moment } from './decide.ts'
import { begun, type Command, type Happened, type Saga } from './saga.ts'
import { statusOf, viewOf } from './view.ts'

const asks = { stock: true, charge: true }
const hold = { attempt: 1, promised: false }
const inTime: Moment = { nowMs: 1_000, deadlineMs: 900_000, draw: 0.5 }
const tooLate: Moment = { nowMs: 900_000, deadlineMs: 900_000, draw: 0.5 }
const noMoney = { code: 'CARD_DECLINED', detail: 'The card was declined.' }

/** given where it stands, when this happened, then it stands there and this is to be done */
const given = (saga: Saga, moment = inTime) => ({
  when: (happened: Happened) => {
    const decision = decide(saga, happened, moment, usualRules)
    return { at: decision.saga.at, saga: decision.saga, commands: decision.commands.map(told) }
  },
})
function told(command: Command): string {
  if (command.kind === 'do' || command.kind === 'undo') return `${command.kind} ${command.step} ${command.attempt}`
  return command.kind === 'rest' ? `rest until ${command.untilMs}` : command.kind
}
/** Walks the happy path up to a state. */
const paying: Saga = { at: 'authorise-payment', tries: 0, asks, hold }
const awaiting: Saga = { at: 'await-payment', tries: 0, asks, hold, url: 'https://bank.example/3ds' }
const firming: Saga = { at: 'firm-hold', tries: 0, asks, hold, paymentId: 'pay_1' }

describe('a checkout that goes well', () => {
  it('freezes, holds, saves, authorises, firms, places and tidies, in this order', () => {
    const said: string[] = []
    let saga: Saga = begun
    for (const happened of [
      { kind: 'accepted' }, { kind: 'frozen', asks }, { kind: 'held', promised: false }, { kind: 'authorised', paymentId: 'pay_1' },
      { kind: 'firm' }, { kind: 'placed' }, { kind: 'lines-removed' },
    ] satisfies Happened[]) {
      const decision = decide(saga, happened, inTime, usualRules)
      saga = decision.saga
      said.push(...decision.commands.map(told))
    }
    assert.deepEqual(said, ['do freeze-basket 1', 'do hold-stock 1', 'save', 'do authorise-payment 1', 'do firm-hold 1', 'do place-order 1', 'do remove-lines 1', 'end'])
    assert.equal(saga.at, 'completed')
  })

  it('draws no stock for digital goods and charges nothing for what costs nothing', () => {
    assert.deepEqual(given(begun).when({ kind: 'frozen', asks: { stock: false, charge: true } }).commands, ['save', 'do authorise-payment 1'])
    const free = given(begun).when({ kind: 'frozen', asks: { stock: false, charge: false } })
    assert.deepEqual([free.at, free.commands], ['place-order', ['save', 'do place-order 1']])
  })

  it('is completed for the shopper as soon as the order is placed', () => {
    assert.deepEqual(viewOf({ id: 'cko_1', orderId: 'ord_1', saga: { at: 'remove-lines', tries: 0 }, deadlineAt: new Date(0) }, 8), { id: 'cko_1', status: 'completed', orderId: 'ord_1' })
  })
})

describe('a checkout that is refused', () => {
  it('undoes nothing when the basket could not be frozen', () => {
    const end = given(begun).when({ kind: 'refused', failure: noMoney, partly: false })
    assert.deepEqual([end.at, end.commands], ['failed', ['end']])
  })

  it('unbinds the basket when the frozen basket costs another total', () => {
    assert.deepEqual(given(begun).when({ kind: 'refused', failure: noMoney, partly: true }).commands, ['save', 'undo freeze-basket 1'])
  })

  it('leaves the stock alone that it was refused', () => {
    assert.deepEqual(given({ at: 'hold-stock', tries: 0, asks, attempt: 1, paymentId: null }).when({ kind: 'refused', failure: noMoney, partly: false }).commands, ['save', 'undo freeze-basket 1'])
  })

  it('cancels the payment first, frees the stock after, unbinds the basket last', () => {
    let { saga, commands } = given(paying).when({ kind: 'refused', failure: noMoney, partly: true })
    assert.deepEqual(commands, ['save', 'undo authorise-payment 1'])
    ;({ saga, commands } = given(saga).when({ kind: 'undone' }))
    assert.deepEqual(commands, ['undo hold-stock 1'])
    ;({ saga, commands } = given(saga).when({ kind: 'undone' }))
    assert.deepEqual(commands, ['undo freeze-basket 1'])
    ;({ saga, commands } = given(saga).when({ kind: 'undone' }))
    assert.deepEqual([saga, commands], [{ at: 'failed', failure: noMoney }, ['end']])
  })

  it('doubts what another run may have held when it is refused after being resumed', () => {
    const { saga } = given(begun).when({ kind: 'woken' })
    assert.deepEqual(given(saga).when({ kind: 'refused', failure: noMoney, partly: false }).commands, ['save', 'undo hold-stock 1'])
  })

  it('is running for the shopper until its undos have ended, or the operator has it', () => {
    const undoing: Saga = { at: 'undoing', tries: 0, undo: [{ step: 'authorise-payment', attempt: 1 }], failure: noMoney }
    assert.equal(viewOf({ id: 'c', orderId: 'o', saga: undoing, deadlineAt: new Date(0) }, 8).status, 'running')
    const stuck = { ...undoing, tries: 8 }
    assert.equal(statusOf(stuck, 8), 'stuck')
    assert.deepEqual(viewOf({ id: 'c', orderId: 'o', saga: stuck, deadlineAt: new Date(0) }, 8), { id: 'c', status: 'failed', failure: noMoney })
  })

  it('tries an undo that is not answered again for ever, ever more slowly', () => {
    let saga: Saga = { at: 'undoing', tries: 0, undo: [{ step: 'authorise-payment', attempt: 1 }], failure: noMoney }
    const waits: number[] = []
    for (let at = 0; at < 40; at++) {
      const decision = decide(saga, { kind: 'unanswered' }, tooLate, usualRules)
      saga = decision.saga
      const [rest] = decision.commands
      if (rest?.kind === 'rest') waits.push(rest.untilMs - tooLate.nowMs)
    }
    assert.deepEqual(waits.slice(0, 4), [75, 150, 300, 600])
    assert.equal(waits.at(-1), 45_000)
    assert.deepEqual(given(saga).when({ kind: 'woken' }).commands, ['undo authorise-payment 1'])
  })
})

describe('a payment that waits', () => {
  it('sends the shopper to the bank and looks again when woken', () => {
    const waiting = given(paying).when({ kind: 'action-required', url: 'https://bank.example/3ds' })
    assert.deepEqual(waiting.commands, ['rest until 6000'])
    assert.deepEqual(viewOf({ id: 'c', orderId: 'o', saga: waiting.saga, deadlineAt: new Date(0) }, 8), { id: 'c', status: 'requires_action', nextAction: { url: 'https://bank.example/3ds' }, expiresAt: '1970-01-01T00:00:00.000Z' })
    assert.deepEqual(given(waiting.saga).when({ kind: 'woken' }).commands, ['do resolve-payment 1'])
  })

  it('reads the payment when its outcome is unknown, and asks with the same attempt when there is none', () => {
    const unknown = given(paying).when({ kind: 'unanswered' })
    assert.deepEqual([unknown.at, unknown.commands], ['await-payment', ['rest until 1075']])
    assert.deepEqual(given(unknown.saga).when({ kind: 'woken' }).commands, ['do resolve-payment 1'])
    assert.deepEqual(given(unknown.saga).when({ kind: 'payment-missing' }).commands, ['do authorise-payment 1'])
  })

  it('is given up at the deadline, money first', () => {
    const ended = given(awaiting, tooLate).when({ kind: 'woken' })
    assert.deepEqual(ended.commands, ['save', 'undo authorise-payment 1'])
    assert.equal(ended.saga.at === 'undoing' && ended.saga.failure.code, 'CHECKOUT_EXPIRED')
  })

  it('never rests past the deadline', () => {
    assert.deepEqual(given({ ...awaiting, tries: 9 }, { nowMs: 890_000, deadlineMs: 900_000, draw: 0 }).when({ kind: 'action-required', url: 'u' }).commands, ['rest until 900000'])
  })

  it('counts when it comes through, even in the moment of the deadline', () => {
    assert.deepEqual(given(awaiting, tooLate).when({ kind: 'authorised', paymentId: 'pay_1' }).commands, ['do firm-hold 1'])
  })
})

describe('a hold that lapsed while the payment came through', () => {
  it('is taken again under a new attempt that is saved first', () => {
    const taken = given(firming).when({ kind: 'lapsed' })
    assert.deepEqual(taken.commands, ['save', 'do hold-stock 2'])
    assert.deepEqual(given(taken.saga).when({ kind: 'held', promised: false }).commands, ['do firm-hold 2'])
  })

  it('gives the money back when the goods are gone', () => {
    const taken = given(firming).when({ kind: 'lapsed' })
    assert.deepEqual(given(taken.saga).when({ kind: 'refused', failure: noMoney, partly: false }).commands, ['save', 'undo authorise-payment 1'])
  })
})
