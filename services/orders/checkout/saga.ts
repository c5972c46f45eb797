/** A failure as the shopper is told it. */
export interface Failing {
  readonly code: string
  readonly detail: string
  /** The checkout that has the basket, where that is the reason. */
  readonly checkoutId?: string
  /** What the bank said of the card, where it said more than no. */
  readonly reason?: string
  /** What there is too little of, and how much there is. */
  readonly short?: readonly Short[]
}

export interface Short {
  readonly offerId: string
  readonly title: string
  readonly wanted: number
  readonly left: number
}

/** The steps that take something which must be given back when the order is not placed. */
export type Undoable = 'freeze-basket' | 'hold-stock' | 'authorise-payment'
export type Step = Undoable | 'resolve-payment' | 'firm-hold' | 'place-order' | 'remove-lines'

/** Each do and its undo are known to the participants by checkout, step and attempt. */
export interface Undo {
  readonly step: Undoable
  readonly attempt: number
}

/** What the frozen basket asks of the others: digital goods draw no stock, and nothing is charged for what costs nothing. */
export interface Asks {
  readonly stock: boolean
  readonly charge: boolean
}

/** The stock that is held: under which attempt, and whether part of it is promised and not there yet. */
export interface Hold {
  readonly attempt: number
  readonly promised: boolean
}

/**
 * Where a checkout stands. `tries` counts the answers missing to the call at hand. Everything before `remove-lines` can be undone; the
 * order is placed in the transaction that makes it `remove-lines`, and from there on there is only forward.
 */
export type Saga =
  /** `resumed`: another run may have got further than was saved, so what comes after is in doubt too. */
  | { readonly at: 'freeze-basket'; readonly tries: number; readonly resumed: boolean }
  /** `paymentId` is there when the stock is taken again because the first hold lapsed while the payment came through. */
  | { readonly at: 'hold-stock'; readonly tries: number; readonly asks: Asks; readonly attempt: number; readonly paymentId: string | null }
  | { readonly at: 'authorise-payment'; readonly tries: number; readonly asks: Asks; readonly hold: Hold }
  /** The outcome is the shopper's to bring about (`url`), or the provider's to tell. */
  | { readonly at: 'await-payment'; readonly tries: number; readonly asks: Asks; readonly hold: Hold; readonly url: string | null }
  | { readonly at: 'firm-hold'; readonly tries: number; readonly asks: Asks; readonly hold: Hold; readonly paymentId: string | null }
  | { readonly at: 'place-order'; readonly asks: Asks; readonly hold: Hold; readonly paymentId: string | null }
  | { readonly at: 'remove-lines'; readonly tries: number }
  | { readonly at: 'completed' }
  /** `undo` is what is still to be undone, the next one first. */
  | { readonly at: 'undoing'; readonly tries: number; readonly undo: readonly Undo[]; readonly failure: Failing }
  | { readonly at: 'failed'; readonly failure: Failing }

/** What the world said. */
export type Happened =
  /** Accepted by this process a moment ago. */
  | { readonly kind: 'accepted' }
  /** A process took it up: its time has come, something moved, or the process that had it is gone. */
  | { readonly kind: 'woken' }
  | { readonly kind: 'frozen'; readonly asks: Asks }
  | { readonly kind: 'held'; readonly promised: boolean }
  | { readonly kind: 'authorised'; readonly paymentId: string }
  | { readonly kind: 'action-required'; readonly url: string }
  /** The provider has not told yet. */
  | { readonly kind: 'payment-unknown' }
  /** There is no such payment: the call that should have made it never arrived. */
  | { readonly kind: 'payment-missing' }
  | { readonly kind: 'firm' }
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'placed' }
  | { readonly kind: 'lines-removed' }
  | { readonly kind: 'undone' }
  /** A no that stays a no. `partly` when the step may have left something behind all the same. */
  | { readonly kind: 'refused'; readonly failure: Failing; readonly partly: boolean }
  /** No answer, or one that says nothing: it may have been done or not. */
  | { readonly kind: 'unanswered' }

export type Command =
  /** Makes the state durable before going on: what follows must not be forgotten. */
  | { readonly kind: 'save' }
  | { readonly kind: 'do'; readonly step: Step; readonly attempt: number }
  | { readonly kind: 'undo'; readonly step: Undoable; readonly attempt: number }
  /** Makes the state durable and lets go of the checkout until then. */
  | { readonly kind: 'rest'; readonly untilMs: number }
  /** Makes the state durable for good. */
  | { readonly kind: 'end' }

export const begun: Saga = { at: 'freeze-basket', tries: 0, resumed: false }
export const completed: Saga = { at: 'completed' }
