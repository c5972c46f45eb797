import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { decide, usualRules } from './decide.ts'
import { begun, type Command, type Happened, type Saga, type Undoable } from './saga.ts'

/**
 * One basket, one stock item, one card, and up to three processes that run the same checkout, die, freeze and come back. Calls are
 * carried out, lost before or lost after, as the schedule says. The participants keep the promises of their contracts: the same
 * attempt twice is once, an undo leaves a tombstone, a lower fence than was seen is refused.
 */
class World {
  nowMs = 0
  readonly deadlineMs = 10_000
  saved: { saga: Saga; fence: number; order: boolean; ended: boolean; leaseUntilMs: number } = { saga: begun, fence: 1, order: false, ended: false, leaseUntilMs: 0 }
  readonly seen = new Map<Undoable, number>()
  readonly done = new Map<string, 'done' | 'undone'>()
  readonly undoOrder: Undoable[] = []
  readonly soldOut: boolean
  readonly card: 'good' | 'declined' | 'asks'
  asked = false
  passed = false
  constructor(soldOut: boolean, card: 'good' | 'declined' | 'asks') { this.soldOut = soldOut; this.card = card }

  /** Takes something, or says why not. `stale` when a process with a higher fence was here. */
  take(step: Undoable, attempt: number, fence: number): 'done' | 'undone' | 'stale' {
    if (fence < (this.seen.get(step) ?? 0)) return 'stale'
    this.seen.set(step, fence)
    const key = `${step} ${attempt}`
    const was = this.done.get(key)
    if (was === 'undone') return 'undone'
    this.done.set(key, 'done')
    return 'done'
  }

  give(step: Undoable, attempt: number, fence: number): 'undone' | 'stale' {
    if (fence < (this.seen.get(step) ?? 0)) return 'stale'
    this.seen.set(step, fence)
    this.done.set(`${step} ${attempt}`, 'undone')
    this.undoOrder.push(step)
    return 'undone'
  }

  taken(step: Undoable): boolean {
    return [...this.done].some(([key, state]) => key.startsWith(step) && state === 'done')
  }
}

interface Runner { saga: Saga; fence: number; queue: Command[]; resting: boolean }

/** One command of one runner. Gives what the runner hears; undefined when it must let go. */
function carryOut(world: World, runner: Runner, command: Command, fate: 'well' | 'lost-before' | 'lost-after'): Happened | 'next' | undefined {
  const mine = () => world.saved.fence === runner.fence
  switch (command.kind) {
    case 'save': case 'rest': case 'end':
      if (fate === 'lost-before' || !mine()) return undefined
      world.saved = { ...world.saved, saga: runner.saga, ended: command.kind === 'end', leaseUntilMs: command.kind === 'rest' ? Math.min(command.untilMs, world.nowMs) : world.saved.leaseUntilMs }
      return command.kind === 'save' && fate === 'well' ? 'next' : undefined
    case 'undo': {
      if (fate === 'lost-before') return { kind: 'unanswered' }
      const answer = world.give(command.step, command.attempt, runner.fence)
      return answer === 'stale' ? undefined : fate === 'lost-after' ? { kind: 'unanswered' } : { kind: 'undone' }
    }
    case 'do': break
  }
  if (command.step === 'place-order') {
    if (fate === 'lost-before' || !mine()) return undefined
    assert.ok(!world.saved.order, 'an order is placed once')
    const { saga } = decide(runner.saga, { kind: 'placed' }, moment(world), usualRules)
    world.saved = { ...world.saved, saga, order: true }
    assert.ok(world.taken('hold-stock') && world.taken('authorise-payment'), 'an order stands on its stock and its money')
    return fate === 'well' ? { kind: 'placed' } : undefined
  }
  if (fate === 'lost-before') return { kind: 'unanswered' }
  const heard = answerOf(world, runner, command.step, command.attempt)
  return heard && fate === 'lost-after' ? { kind: 'unanswered' } : heard
}

function answerOf(world: World, runner: Runner, step: Exclude<Extract<Command, { kind: 'do' }>['step'], 'place-order'>, attempt: number): Happened | undefined {
  const gone: Happened = { kind: 'refused', failure: { code: 'CHECKOUT_EXPIRED', detail: '' }, partly: true }
  switch (step) {
    case 'freeze-basket': {
      const answer = world.take(step, attempt, runner.fence)
      return answer === 'stale' ? undefined : answer === 'undone' ? gone : { kind: 'frozen', asks: { stock: true, charge: true } }
    }
    case 'hold-stock': {
      if (world.soldOut) return { kind: 'refused', failure: { code: 'OUT_OF_STOCK', detail: '' }, partly: false }
      const answer = world.take(step, attempt, runner.fence)
      return answer === 'stale' ? undefined : answer === 'undone' ? gone : { kind: 'held', promised: false }
    }
    case 'authorise-payment': {
      if (runner.fence < (world.seen.get(step) ?? 0)) return undefined
      if (world.done.get('authorise-payment 1') === 'undone') return gone
      world.asked = true
      return paymentOf(world, runner.fence)
    }
    case 'resolve-payment':
      return world.asked ? paymentOf(world, runner.fence) : { kind: 'payment-missing' }
    case 'firm-hold': {
      if (runner.fence < (world.seen.get('hold-stock') ?? 0)) return undefined
      world.seen.set('hold-stock', runner.fence)
      return world.done.get(`hold-stock ${attempt}`) === 'done' ? { kind: 'firm' } : { kind: 'lapsed' }
    }
    case 'remove-lines': return { kind: 'lines-removed' }
  }
}

function paymentOf(world: World, fence: number): Happened | undefined {
  if (world.card === 'declined') return { kind: 'refused', failure: { code: 'CARD_DECLINED', detail: '' }, partly: true }
  if (world.card === 'asks' && !world.passed) return { kind: 'action-required', url: 'https://bank.example' }
  if (world.done.get('authorise-payment 1') === 'undone') return { kind: 'refused', failure: { code: 'PAYMENT_FAILED', detail: '' }, partly: true }
  return world.take('authorise-payment', 1, fence) === 'stale' ? undefined : { kind: 'authorised', paymentId: 'pay_1' }
}

const moment = (world: World) => ({ nowMs: world.nowMs, deadlineMs: world.deadlineMs, draw: 0.5 })

type Turn = { readonly who: number; readonly fate: 'well' | 'lost-before' | 'lost-after'; readonly dies: boolean; readonly passMs: number; readonly steals: boolean; readonly shopper: boolean }

function play(world: World, turns: readonly Turn[]): void {
  const runners: (Runner | undefined)[] = [undefined, undefined, undefined]
  const tell = (runner: Runner, happened: Happened) => {
    const decision = decide(runner.saga, happened, moment(world), usualRules)
    runner.saga = decision.saga
    runner.queue = [...decision.commands]
  }
  const begin = (who: number) => {
    world.saved = { ...world.saved, fence: world.saved.fence + 1, leaseUntilMs: world.nowMs + 1_000 }
    const runner: Runner = { saga: world.saved.saga, fence: world.saved.fence, queue: [], resting: false }
    runners[who] = runner
    tell(runner, { kind: 'woken' })
  }
  for (const turn of turns) {
    world.nowMs += turn.passMs
    if (turn.shopper) world.passed = true
    const runner = runners[turn.who]
    if (!runner) {
      if (!world.saved.ended && (turn.steals || world.nowMs >= world.saved.leaseUntilMs)) begin(turn.who)
      continue
    }
    if (turn.dies) { runners[turn.who] = undefined; continue }
    const command = runner.queue.shift()
    if (!command) { runners[turn.who] = undefined; continue }
    const heard = carryOut(world, runner, command, turn.fate)
    if (heard === undefined) runners[turn.who] = undefined
    else if (heard !== 'next') tell(runner, heard)
  }
}

const turn = fc.record({
  who: fc.nat(2), fate: fc.constantFrom('well', 'well', 'well', 'lost-before', 'lost-after'), dies: fc.nat(9).map((n) => n === 0),
  passMs: fc.constantFrom(0, 0, 10, 500, 3_000), steals: fc.nat(5).map((n) => n === 0), shopper: fc.nat(7).map((n) => n === 0),
}) as fc.Arbitrary<Turn>
const calm = (count: number): Turn[] => Array.from({ length: count }, (_, at) => ({ who: 0, fate: 'well', dies: false, passMs: at % 3 === 0 ? 1_000 : 0, steals: true, shopper: false }))

it('whatever dies, stalls or is lost: one order with stock and money, or none with neither; and it always ends', () => {
  fc.assert(fc.property(fc.array(turn, { maxLength: 60 }), fc.boolean(), fc.constantFrom('good', 'good', 'declined', 'asks'), (turns, soldOut, card) => {
    const world = new World(soldOut, card)
    play(world, [...turns, ...calm(80)])
    const { saga, order, ended } = world.saved
    assert.ok(ended, `it ends; it stands at ${saga.at}`)
    assert.equal(order, saga.at === 'completed', 'placed and failed exclude each other')
    if (order) {
      assert.deepEqual([world.taken('hold-stock'), world.taken('authorise-payment')], [true, true])
    } else {
      assert.deepEqual([world.taken('authorise-payment'), world.taken('hold-stock'), world.taken('freeze-basket')], [false, false, false], 'nothing is left behind')
      const rank = { 'authorise-payment': 0, 'hold-stock': 1, 'freeze-basket': 2 }
      const firsts = [...new Set(world.undoOrder)].map((step) => rank[step])
      assert.deepEqual(firsts, firsts.toSorted((a, b) => a - b), 'the money goes back before the stock, the stock before the basket')
    }
  }), { numRuns: 3_000 })
})
