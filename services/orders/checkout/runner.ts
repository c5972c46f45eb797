import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { never } from '@octavo/failure'
import { inRequest, type Log } from '@octavo/telemetry'
import { claimDue, giveBackLease, restCheckout, saveCheckout, type Written } from '../store/checkouts.ts'
import type { Checkout } from './checkout.ts'
import type { Rules } from './decide.ts'
import type { CheckoutFigures } from './figures.ts'
import { noted, taken } from './history.ts'
import { hear, insist, TakenOver } from './hear.ts'
import type { Command, Happened, Saga, Step as StepName, Undoable } from './saga.ts'
import type { Outcome, Step, UndoableStep } from './steps/step.ts'
import { ruleOf, type Versions } from './versions.ts'
import { statusOf } from './view.ts'

/** A checkout that this process could not go on with is left alone for so long. */
const leftForMs = 2_000

export interface RunnerDeps {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly rules: Rules
  readonly versions: Versions
  readonly figures: CheckoutFigures
  readonly steps: Readonly<Record<Undoable, UndoableStep> & Record<Exclude<StepName, Undoable | 'place-order'>, Step>>
  /** False when the checkout was taken over. */
  place(checkout: Checkout, after: Saga, now: Date): Promise<boolean>
  /** Writes that it is completed; false when the checkout was taken over. */
  complete(checkout: Checkout): Promise<boolean>
  /** Writes the failure and its event in one transaction; false when the checkout was taken over. */
  fail(checkout: Checkout, written: Written): Promise<boolean>
  /** Told of every state that is durable. */
  moved(checkout: Checkout): void
  /** How long a checkout is this process's without a sign of life. */
  readonly leaseMs: number
  /** How long one call to a participant may take; several times shorter than the lease. */
  readonly callMs: number
}

export interface Runner {
  /** Goes on with a checkout of which this process has the lease. Never throws; ends when the checkout rests, has ended or was taken over. */
  run(checkout: Checkout, happened: Happened): Promise<void>
  /** Takes up what is due, at most `limit`; gives their number, once they are running. */
  takeUp(limit: number): Promise<number>
  /** A checkout that runs in this process, as it was last made durable. */
  known(checkoutId: string): Checkout | undefined
  /** How many run in this process. */
  running(): number
  /** When all that run now have come to rest. */
  idle(): Promise<void>
}

/**
 * Runs checkouts: asks the pure core what is next and does it. Any process may run any checkout; the lease keeps them apart, and when a
 * process sleeps through its lease, the fence does: every write is for one fence, and a participant refuses a lower one than it has seen.
 */
export function createRunner(deps: RunnerDeps, rested: (dueAt: Date) => void): Runner {
  const { database, clock, log, rules, versions, steps, figures } = deps
  const active = new Set<Promise<void>>()
  const durable = new Map<string, Checkout>()
  const moved = (checkout: Checkout): void => {
    durable.set(checkout.id, checkout)
    deps.moved(checkout)
  }

  async function go(start: Checkout, first: Happened): Promise<void> {
    const decide = ruleOf(versions, start.stepsVersion)
    let checkout = start
    let leaseUntil = start.leaseUntil ?? clock.now()
    let agreedIsSaved = start.agreed !== null
    let happened: Happened | undefined = first
    const written = () => ({ id: checkout.id, fence: checkout.fence, saga: checkout.saga, status: statusOf(checkout.saga, rules.stuckAfter), lastError: checkout.lastError, history: checkout.history, now: clock.now() })
    const unsaved = () => (agreedIsSaved ? null : checkout.agreed)

    while (happened) {
      const decision = decide(checkout.saga, happened, { nowMs: clock.now().getTime(), deadlineMs: checkout.deadlineAt.getTime(), draw: Math.random() }, rules)
      checkout = { ...checkout, saga: decision.saga }
      happened = undefined
      for (const command of decision.commands) happened = await carryOut(command)
    }

    async function carryOut(command: Command): Promise<Happened | undefined> {
      switch (command.kind) {
        case 'save':
          await save()
          return undefined
        case 'do':
          return command.step === 'place-order' ? place() : call(command.step, command.attempt)
        case 'undo':
          return call(command.step, command.attempt, true)
        case 'rest': {
          const dueAt = await restCheckout(database, { ...written(), agreed: unsaved(), until: new Date(command.untilMs), wakes: checkout.wakes })
          if (!dueAt) throw new TakenOver()
          moved(checkout)
          rested(dueAt)
          return undefined
        }
        case 'end': {
          const kept = checkout.saga.at === 'failed' ? await deps.fail(checkout, written()) : await deps.complete(checkout)
          if (!kept) throw new TakenOver()
          figures.ended(checkout, clock.now())
          moved(checkout)
          return undefined
        }
        default: return never(command)
      }
    }

    /** The lease is lengthened only when it runs low: while the time in its index stays the same, the row is rewritten in place. */
    async function save(): Promise<void> {
      const now = clock.now()
      if (leaseUntil.getTime() - now.getTime() < (deps.leaseMs * 2) / 3) leaseUntil = new Date(now.getTime() + deps.leaseMs)
      if (!(await saveCheckout(database, { ...written(), agreed: unsaved(), leaseUntil }))) throw new TakenOver()
      agreedIsSaved ||= checkout.agreed !== null
      moved(checkout)
    }

    async function call(name: Exclude<StepName, 'place-order'>, attempt: number, undo = false): Promise<Happened> {
      // A call may outlive the lease of a process that is held up; one that is not must not let it.
      if (leaseUntil.getTime() - clock.now().getTime() < deps.callMs * 1.5) await save()
      const key = { checkoutId: checkout.id, attempt, fence: checkout.fence }
      const [at, began] = [clock.now(), performance.now()]
      const asked = (): Promise<Outcome> => {
        if (!undo) return steps[name].do(checkout, key)
        return (steps[name] as UndoableStep).undo(checkout, key).then(() => ({ happened: { kind: 'undone' } }))
      }
      const outcome = await inRequest({ requestId: checkout.requestId, deadlineMs: Date.now() + deps.callMs }, asked).catch((error: unknown): Outcome => {
        const heard = undo || name === 'remove-lines' ? insist(error) : hear(error)
        if (heard.happened.kind === 'unanswered') {
          checkout = { ...checkout, lastError: `${undo ? 'undo ' : ''}${name}: ${(error as Error).message}`.slice(0, 500) }
          log.warn({ err: error, checkout: checkout.id, step: name, undo }, 'a step of a checkout was not answered')
        }
        return heard
      })
      const [step, tookMs] = [undo ? `undo ${name}` : name, performance.now() - began]
      figures.step(step, tookMs)
      checkout = { ...checkout, history: noted(checkout.history, taken(step, key, outcome.happened, checkout.lastError, { at, tookMs })) }
      if (outcome.agreed) checkout = { ...checkout, agreed: outcome.agreed }
      return outcome.happened
    }

    async function place(): Promise<Happened> {
      const [at, began] = [clock.now(), performance.now()]
      const placed: Happened = { kind: 'placed' }
      const { saga } = decide(checkout.saga, placed, { nowMs: 0, deadlineMs: 0, draw: 0 }, rules)
      checkout = { ...checkout, history: noted(checkout.history, taken('place-order', { attempt: 1, fence: checkout.fence }, placed, null, { at, tookMs: 0 })) }
      if (!(await deps.place(checkout, saga, clock.now()))) throw new TakenOver()
      figures.step('place-order', performance.now() - began)
      moved({ ...checkout, saga })
      return placed
    }
  }

  function run(checkout: Checkout, happened: Happened): Promise<void> {
    durable.set(checkout.id, checkout)
    const running = inRequest({ requestId: checkout.requestId, deadlineMs: Number.MAX_SAFE_INTEGER }, () => go(checkout, happened))
      .catch((error: unknown) => leave(checkout, error)).finally(() => {
        active.delete(running)
        durable.delete(checkout.id)
      })
    active.add(running)
    return running
  }

  /** Nothing is decided by a process that does not know what was written: whoever takes the checkout up next reads it. */
  async function leave({ id, fence }: Checkout, error: unknown): Promise<void> {
    if (error instanceof TakenOver) return log.info({ checkout: id, fence }, 'another process has this checkout now')
    log.error({ err: error, checkout: id }, 'a checkout was left where it was last saved')
    const dueAt = new Date(clock.now().getTime() + leftForMs)
    // Without it, the lease runs out.
    await giveBackLease(database, id, fence, dueAt).then(() => rested(dueAt), () => {})
  }

  return {
    run,
    async takeUp(limit) {
      const now = clock.now()
      const due = await claimDue(database, { now, leaseUntil: new Date(now.getTime() + deps.leaseMs), limit, versions: [...versions.keys()] })
      for (const checkout of due) void run(checkout, { kind: 'woken' })
      return due.length
    },
    known: (checkoutId) => durable.get(checkoutId),
    running: () => active.size,
    async idle() { while (active.size > 0) await Promise.all(active) },
  }
}
