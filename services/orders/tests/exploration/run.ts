import { never } from '@octavo/failure'
import type { Steps } from '@octavo/payments/testing'
import { decide, usualRules } from '../../checkout/decide.ts'
import type { Command, Failing, Happened, Step } from '../../checkout/saga.ts'
import { assertMayFreeStock, assertMayPlace } from './promises.ts'
import { amountOf, callMs, leaseMs, type Activity, type Row, type World } from './world.ts'

class TakenOver extends Error {}

/** How a process runs a checkout it has the lease of, as the runner does: asks the pure core what is next, and does it under its fence. */
export function startRun(world: World, row: Row, first: Happened, skewMs: number): void {
  const activity = world.begin(`run of ${row.id}`, run(world, row, first, skewMs, () => activity))
}

/** Takes up a checkout that is due by the clock of the process that looks. */
export function takeUp(world: World, row: Row, skewMs: number): void {
  row.fence += 1
  row.leaseUntilMs = row.dueAtMs = world.nowMs + skewMs + leaseMs
  startRun(world, row, { kind: 'woken' }, skewMs)
}

function* run(world: World, row: Row, first: Happened, skewMs: number, me: () => Activity): Steps<void> {
  const { fence, wakes } = row
  let { saga } = row
  let leaseUntilMs = row.leaseUntilMs ?? 0
  let happened: Happened | undefined = first
  const now = (): number => world.nowMs + skewMs
  const moment = () => ({ nowMs: now(), deadlineMs: row.deadlineMs, draw: 0.5 })
  try {
    while (happened) {
      const decision = decide(saga, happened, moment(), usualRules)
      saga = decision.saga
      happened = undefined
      for (const command of decision.commands) {
        yield 'here'
        happened = yield* carryOut(command)
      }
    }
  } catch (error) {
    if (!(error instanceof TakenOver)) throw error
  }

  function* carryOut(command: Command): Steps<Happened | undefined> {
    switch (command.kind) {
      case 'save': save(); return undefined
      case 'do': return command.step === 'place-order' ? place() : yield* call(command.step, command.attempt, false)
      case 'undo': return yield* call(command.step, command.attempt, true)
      case 'rest':
        write()
        row.leaseUntilMs = null
        row.dueAtMs = row.wakes === wakes ? command.untilMs : now()
        return undefined
      case 'end':
        write()
        row.leaseUntilMs = row.dueAtMs = null
        row.told = saga.at === 'failed' ? 'failed' : 'completed'
        return undefined
      default: return never(command)
    }
  }

  function write(): void {
    if (row.fence !== fence) throw new TakenOver()
    row.saga = saga
  }

  function save(): void {
    write()
    if (leaseUntilMs - now() < (leaseMs * 2) / 3) leaseUntilMs = now() + leaseMs
    row.leaseUntilMs = row.dueAtMs = leaseUntilMs
  }

  function place(): Happened {
    const placed: Happened = { kind: 'placed' }
    const after = decide(saga, placed, moment(), usualRules).saga
    if (row.fence !== fence) throw new TakenOver()
    assertMayPlace(world, row)
    row.saga = after
    row.order = 'placed'
    row.told = 'completed'
    world.tell('placed', row.id)
    return placed
  }

  function* call(step: Exclude<Step, 'place-order'>, attempt: number, undo: boolean): Steps<Happened> {
    if (leaseUntilMs - now() < callMs * 1.5) save()
    const asked = world.begin(`${undo ? 'undo ' : ''}${step} of ${row.id}`, ask(world, row, step, { attempt, fence, undo }))
    me().waitsFor = asked
    while (asked.end === undefined && !me().gaveUp) yield 'here'
    me().waitsFor = undefined
    me().gaveUp = false
    if (asked.end === undefined || asked.end === 'gone' || 'error' in asked.end) return { kind: 'unanswered' }
    const heard = asked.end.value as Happened | 'stale'
    if (heard === 'stale') throw new TakenOver()
    return heard
  }
}

/** A participant's side of a call, and what the runner makes of its answer. */
function* ask(world: World, row: Row, step: Exclude<Step, 'place-order'>, { attempt, fence, undo }: { attempt: number; fence: number; undo: boolean }): Steps<Happened | 'stale'> {
  const key = { checkoutId: row.id, attempt, fence }
  yield 'here'
  if (undo) {
    switch (step) {
      case 'freeze-basket': return world.unbind(row, fence) === 'stale' ? 'stale' : undone
      case 'hold-stock': {
        const released = world.inventory.release(key)
        if (released === 'released') assertMayFreeStock(world, row)
        return released === 'stale' ? 'stale' : undone
      }
      default: return (yield* world.payments.void(row.id, fence)) === 'stale' ? 'stale' : undone
    }
  }
  switch (step) {
    case 'freeze-basket': {
      const answer = world.freeze(row, fence)
      return answer === 'frozen' ? { kind: 'frozen', asks: { stock: world.demandOf(row).length > 0, charge: true } } : answer === 'undone' ? ended : 'stale'
    }
    case 'hold-stock': {
      const answer = world.inventory.hold({ ...key, lines: world.demandOf(row), expiresAtMs: row.deadlineMs + 5_000 })
      if (answer === 'short') return { kind: 'refused', failure: failing('OUT_OF_STOCK'), partly: false }
      return answer === 'stale' ? 'stale' : answer === 'undone' ? ended : { kind: 'held', promised: answer === 'promised' }
    }
    case 'firm-hold': {
      const answer = world.inventory.firm(key)
      return answer === 'stale' ? 'stale' : { kind: answer === 'firm' ? 'firm' : 'lapsed' }
    }
    case 'remove-lines': return world.removeBound(row, fence) === 'stale' ? 'stale' : { kind: 'lines-removed' }
    case 'authorise-payment': return heard(yield* world.payments.authorise(row.id, fence, row.buyer.card, amountOf(row)))
    case 'resolve-payment': return heard(yield* world.payments.resolve(row.id))
    default: return never(step)
  }
}

function heard(answer: 'authorised' | 'requires_action' | 'failed' | 'unknown' | 'missing' | 'stale' | 'undone'): Happened | 'stale' {
  switch (answer) {
    case 'authorised': return { kind: 'authorised', paymentId: 'pay' }
    case 'requires_action': return { kind: 'action-required', url: 'https://bank.example' }
    case 'failed': return { kind: 'refused', failure: failing('CARD_DECLINED'), partly: true }
    case 'unknown': return { kind: 'payment-unknown' }
    case 'missing': return { kind: 'payment-missing' }
    case 'undone': return ended
    case 'stale': return 'stale'
    default: return never(answer)
  }
}

const failing = (code: string): Failing => ({ code, detail: code })
const undone: Happened = { kind: 'undone' }
const ended: Happened = { kind: 'refused', failure: failing('CHECKOUT_EXPIRED'), partly: true }
