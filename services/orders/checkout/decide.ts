import { never } from '@octavo/failure'
import type { Asks, Command, Failing, Happened, Hold, Saga, Undo } from './saga.ts'

/** Times in milliseconds. `deadlineMs` is the whole checkout's; `draw` is a random number from 0 up to 1, for the jitter. */
export interface Moment {
  readonly nowMs: number
  readonly deadlineMs: number
  readonly draw: number
}

export interface Rules {
  /** Missing answers to a step before the pivot after which the checkout is given up. */
  readonly mostTries: number
  /** Missing answers to an undo, or to a step after the pivot, after which the operator is shown it. It is tried on. */
  readonly stuckAfter: number
  readonly firstBackOffMs: number
  readonly longestBackOffMs: number
}

export const usualRules: Rules = { mostTries: 6, stuckAfter: 8, firstBackOffMs: 100, longestBackOffMs: 60_000 }

/** Times that the stock is taken before a lapsed hold counts as sold out. */
const mostHolds = 3

export interface Decision {
  readonly saga: Saga
  readonly commands: readonly Command[]
}

/**
 * The whole checkout as one pure rule: from where it stands and what happened to where it stands then and what is to be done. Nothing
 * else decides; browser, webhook and sweeper only wake it. Whatever is lost with a process since the last `save` happens again, which
 * the participants' keys make harmless; whatever must not happen twice or be forgotten is saved before it is begun.
 */
export function decide(saga: Saga, happened: Happened, moment: Moment, rules: Rules): Decision {
  if (happened.kind === 'woken') return wake(saga, moment)
  switch (saga.at) {
    case 'freeze-basket': return freezing(saga, happened, moment, rules)
    case 'hold-stock': return holding(saga, happened, moment, rules)
    case 'authorise-payment': case 'await-payment': return paying(saga, happened, moment, rules)
    case 'firm-hold': return firming(saga, happened, moment, rules)
    case 'place-order':
      if (happened.kind === 'placed') return { saga: { at: 'remove-lines', tries: 0 }, commands: [{ kind: 'do', step: 'remove-lines', attempt: 1 }] }
      return impossible(saga, happened)
    case 'remove-lines':
      if (happened.kind === 'lines-removed') return { saga: { at: 'completed' }, commands: [{ kind: 'end' }] }
      if (happened.kind === 'unanswered') return again(saga, moment, rules)
      return impossible(saga, happened)
    case 'undoing': return undoing(saga, happened, moment, rules)
    case 'completed': case 'failed': return impossible(saga, happened)
    default: return never(saga)
  }
}

/** Somebody took it up: what is next, unless its time is over. */
function wake(saga: Saga, moment: Moment): Decision {
  const overdue = moment.nowMs >= moment.deadlineMs
  switch (saga.at) {
    case 'freeze-basket': {
      const resumed: Saga = { ...saga, resumed: true }
      return overdue ? giveUp(undoOf(resumed), expired) : { saga: resumed, commands: [{ kind: 'do', step: 'freeze-basket', attempt: 1 }] }
    }
    case 'hold-stock': return overdue ? giveUp(undoOf(saga), expired) : { saga, commands: [{ kind: 'do', step: 'hold-stock', attempt: saga.attempt }] }
    case 'authorise-payment': return overdue ? giveUp(undoOf(saga), expired) : { saga, commands: [{ kind: 'do', step: 'authorise-payment', attempt: 1 }] }
    case 'await-payment': return overdue ? giveUp(undoOf(saga), expired) : { saga, commands: [{ kind: 'do', step: 'resolve-payment', attempt: 1 }] }
    case 'firm-hold': return overdue ? giveUp(undoOf(saga), expired) : { saga, commands: [{ kind: 'do', step: 'firm-hold', attempt: saga.hold.attempt }] }
    case 'place-order': return overdue ? giveUp(undoOf(saga), expired) : { saga, commands: [{ kind: 'do', step: 'place-order', attempt: 1 }] }
    case 'remove-lines': return { saga, commands: [{ kind: 'do', step: 'remove-lines', attempt: 1 }] }
    case 'undoing': return nextUndo(saga)
    case 'completed': case 'failed': return { saga, commands: [] }
    default: return never(saga)
  }
}

function freezing(saga: Extract<Saga, { at: 'freeze-basket' }>, happened: Happened, moment: Moment, rules: Rules): Decision {
  switch (happened.kind) {
    case 'accepted': return { saga, commands: [{ kind: 'do', step: 'freeze-basket', attempt: 1 }] }
    case 'frozen': {
      const { asks } = happened
      if (!asks.stock) return authorise(asks, { attempt: 1, promised: false })
      // Not saved: freezing again gives the same lines, and a hold repeated is the same hold.
      return { saga: { at: 'hold-stock', tries: 0, asks, attempt: 1, paymentId: null }, commands: [{ kind: 'do', step: 'hold-stock', attempt: 1 }] }
    }
    case 'refused': return giveUp(happened.partly || saga.resumed ? undoOf(saga) : [], happened.failure)
    case 'unanswered': return againOrNot(saga, moment, rules)
    default: return impossible(saga, happened)
  }
}

function holding(saga: Extract<Saga, { at: 'hold-stock' }>, happened: Happened, moment: Moment, rules: Rules): Decision {
  switch (happened.kind) {
    case 'held': {
      const hold = { attempt: saga.attempt, promised: happened.promised }
      return saga.paymentId === null ? authorise(saga.asks, hold) : firm(saga.asks, hold, saga.paymentId)
    }
    case 'refused': return giveUp(happened.partly ? undoOf(saga) : undoOf(saga).filter((undo) => undo.step !== 'hold-stock'), happened.failure)
    case 'unanswered': return againOrNot(saga, moment, rules)
    default: return impossible(saga, happened)
  }
}

function paying(saga: Extract<Saga, { at: 'authorise-payment' | 'await-payment' }>, happened: Happened, moment: Moment, rules: Rules): Decision {
  const { asks, hold } = saga
  switch (happened.kind) {
    case 'authorised': return firm(asks, hold, happened.paymentId)
    case 'action-required': return rest({ at: 'await-payment', tries: saga.at === 'await-payment' ? saga.tries + 1 : 0, asks, hold, url: happened.url }, lookAgainMs(saga.tries), moment)
    // Even a payment that was refused is cancelled: its intent could otherwise be confirmed by somebody else later.
    case 'refused': return giveUp(undoOf(saga), happened.failure)
    // The same attempt again: it goes on where it stood and never authorises twice.
    case 'payment-missing': return { saga: { at: 'authorise-payment', tries: saga.tries, asks, hold }, commands: [{ kind: 'do', step: 'authorise-payment', attempt: 1 }] }
    case 'payment-unknown': case 'unanswered': {
      const url = saga.at === 'await-payment' ? saga.url : null
      return rest({ at: 'await-payment', tries: saga.tries + 1, asks, hold, url }, backOffMs(saga.tries, moment, { ...rules, longestBackOffMs: Math.min(rules.longestBackOffMs, 15_000) }), moment)
    }
    default: return impossible(saga, happened)
  }
}

function firming(saga: Extract<Saga, { at: 'firm-hold' }>, happened: Happened, moment: Moment, rules: Rules): Decision {
  switch (happened.kind) {
    case 'firm': return { saga: place(saga.asks, saga.hold, saga.paymentId), commands: [{ kind: 'do', step: 'place-order', attempt: 1 }] }
    case 'lapsed': {
      if (saga.hold.attempt >= mostHolds) return giveUp(undoOf(saga), soldOut)
      // Money came through after the hold had lapsed: the stock is taken again, under a new attempt that must not be forgotten.
      const attempt = saga.hold.attempt + 1
      return { saga: { at: 'hold-stock', tries: 0, asks: saga.asks, attempt, paymentId: saga.paymentId }, commands: [{ kind: 'save' }, { kind: 'do', step: 'hold-stock', attempt }] }
    }
    case 'refused': return giveUp(undoOf(saga), happened.failure)
    case 'unanswered': return moment.nowMs >= moment.deadlineMs ? giveUp(undoOf(saga), expired) : again(saga, moment, rules)
    default: return impossible(saga, happened)
  }
}

function undoing(saga: Extract<Saga, { at: 'undoing' }>, happened: Happened, moment: Moment, rules: Rules): Decision {
  switch (happened.kind) {
    case 'undone': {
      const undo = saga.undo.slice(1)
      return undo.length === 0 ? { saga: { at: 'failed', failure: saga.failure }, commands: [{ kind: 'end' }] } : nextUndo({ ...saga, undo, tries: 0 })
    }
    case 'unanswered': return again(saga, moment, rules)
    default: return impossible(saga, happened)
  }
}

/** Saved first: from here the prices are agreed, and money may be held whose payment must be found again. */
function authorise(asks: Asks, hold: Hold): Decision {
  if (asks.charge) return { saga: { at: 'authorise-payment', tries: 0, asks, hold }, commands: [{ kind: 'save' }, { kind: 'do', step: 'authorise-payment', attempt: 1 }] }
  const next = firm(asks, hold, null)
  return { saga: next.saga, commands: [{ kind: 'save' }, ...next.commands] }
}

function firm(asks: Asks, hold: Hold, paymentId: string | null): Decision {
  if (!asks.stock) return { saga: place(asks, hold, paymentId), commands: [{ kind: 'do', step: 'place-order', attempt: 1 }] }
  return { saga: { at: 'firm-hold', tries: 0, asks, hold, paymentId }, commands: [{ kind: 'do', step: 'firm-hold', attempt: hold.attempt }] }
}

const place = (asks: Asks, hold: Hold, paymentId: string | null): Saga => ({ at: 'place-order', asks, hold, paymentId })

/** What was done or may have been, the last thing first: money before stock, stock before the basket. */
function undoOf(saga: Exclude<Saga, { at: 'remove-lines' | 'completed' | 'undoing' | 'failed' }>): Undo[] {
  const basket: Undo = { step: 'freeze-basket', attempt: 1 }
  const money: Undo = { step: 'authorise-payment', attempt: 1 }
  switch (saga.at) {
    case 'freeze-basket': return saga.resumed ? [{ step: 'hold-stock', attempt: 1 }, basket] : [basket]
    case 'hold-stock': return [...(saga.paymentId === null ? [] : [money]), { step: 'hold-stock', attempt: saga.attempt }, basket]
    case 'authorise-payment': case 'await-payment': case 'firm-hold': case 'place-order':
      return [...(saga.asks.charge ? [money] : []), ...(saga.asks.stock ? [{ step: 'hold-stock', attempt: saga.hold.attempt } as const] : []), basket]
    default: return never(saga)
  }
}

/** The decision to undo is saved before the first undo, so that no later run goes forward again. */
function giveUp(undo: readonly Undo[], failure: Failing): Decision {
  if (undo.length === 0) return { saga: { at: 'failed', failure }, commands: [{ kind: 'end' }] }
  const next = nextUndo({ at: 'undoing', tries: 0, undo, failure })
  return { saga: next.saga, commands: [{ kind: 'save' }, ...next.commands] }
}

function nextUndo(saga: Extract<Saga, { at: 'undoing' }>): Decision {
  const [next] = saga.undo
  return { saga, commands: next ? [{ kind: 'undo', ...next }] : [{ kind: 'end' }] }
}

type Trying = Extract<Saga, { tries: number }>

const again = (saga: Trying, moment: Moment, rules: Rules): Decision => rest({ ...saga, tries: saga.tries + 1 }, backOffMs(saga.tries, moment, rules), moment)

function againOrNot(saga: Extract<Saga, { at: 'freeze-basket' | 'hold-stock' }>, moment: Moment, rules: Rules): Decision {
  if (moment.nowMs >= moment.deadlineMs) return giveUp(undoOf(saga), expired)
  return saga.tries + 1 >= rules.mostTries ? giveUp(undoOf(saga), unavailable) : again(saga, moment, rules)
}

/** Rests, but never past the deadline while there is one to keep. */
function rest(saga: Saga, forMs: number, moment: Moment): Decision {
  const mayExpire = saga.at !== 'remove-lines' && saga.at !== 'undoing' && moment.nowMs < moment.deadlineMs
  const untilMs = moment.nowMs + forMs
  return { saga, commands: [{ kind: 'rest', untilMs: mayExpire ? Math.min(untilMs, moment.deadlineMs) : untilMs }] }
}

/** Doubling, with the upper half left to chance so that many do not come back at once. */
function backOffMs(tries: number, { draw }: Moment, { firstBackOffMs, longestBackOffMs }: Rules): number {
  const whole = Math.min(firstBackOffMs * 2 ** Math.min(tries, 30), longestBackOffMs)
  return Math.round(whole / 2 + (whole / 2) * draw)
}

/** A shopper at the bank's page is told of by an event; looking is the safety net. */
const lookAgainMs = (tries: number): number => Math.min(5_000 * 2 ** Math.min(tries, 10), 60_000)

const expired: Failing = { code: 'CHECKOUT_EXPIRED', detail: 'The checkout took too long and was ended; you have not been charged. Your basket is as it was.' }
const unavailable: Failing = { code: 'UNAVAILABLE', detail: 'A part of the shop does not answer right now; you have not been charged. Your basket is as it was: try again in a moment.' }
const soldOut: Failing = { code: 'OUT_OF_STOCK', detail: 'There are not enough copies left; you have not been charged.' }

function impossible(saga: Saga, happened: Happened): never {
  throw new TypeError(`a checkout at ${saga.at} cannot hear of ${happened.kind}`)
}
