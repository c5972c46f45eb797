import { never } from '@octavo/failure'
import type { Movement, Pending } from '../store/movements.ts'
import type { PaymentRow } from '../store/payments.ts'

/** What is to be asked of the provider for a wanted movement. Amounts in minor units. */
export type Move =
  /** It is so already. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'capture'; readonly amountMinor: number; readonly final: boolean }
  /** The kept card pays now. */
  | { readonly kind: 'charge-kept'; readonly amountMinor: number }
  | { readonly kind: 'refund'; readonly amountMinor: number }
  /** So much is not taken at all. `ends`: nothing else is held, and the provider is to know. */
  | { readonly kind: 'not-charge'; readonly amountMinor: number; readonly ends: boolean }
  /** The kept card holds the amount anew, and the old hold is let go. */
  | { readonly kind: 'renew'; readonly amountMinor: number }
  /** What is held is let go. */
  | { readonly kind: 'cancel' }
  /** Nothing is held; the payment is off without the provider's word. */
  | { readonly kind: 'forget' }
  | { readonly kind: 'refuse'; readonly reason: string }

export type MovingPayment = Pick<PaymentRow, 'mode' | 'status' | 'amountMinor' | 'authorisedMinor' | 'capturedMinor' | 'refundedMinor' | 'disputedMinor' | 'notChargedMinor' | 'intentId' | 'multicapture'>

/** Money's second pure rule, beside `standingOf`: how a movement is done, as its payment stands. */
export function decideMove({ kind, amountMinor, final, unsentMinor, notChargedMinor }: Pick<Movement, 'kind' | 'amountMinor' | 'final' | 'unsentMinor' | 'notChargedMinor'>, payment: MovingPayment): Move {
  const takenMinor = payment.capturedMinor - payment.refundedMinor
  switch (kind) {
    case 'capture': return capture(amountMinor, final, payment)
    case 'refund': {
      const untakenMinor = Math.min(unsentMinor - notChargedMinor, untaken(payment))
      if (untakenMinor > 0) return { kind: 'not-charge', amountMinor: untakenMinor, ends: payment.capturedMinor > 0 && untakenMinor === untaken(payment) }
      return refund((amountMinor ?? takenMinor) - notChargedMinor)
    }
    case 'release': return release(payment, takenMinor)
    case 'renew': return payment.status === 'authorised' && payment.capturedMinor === 0 ? { kind: 'renew', amountMinor: payment.authorisedMinor } : { kind: 'nothing' }
    default: return never(kind)
  }
}

/** What an operator may still take or give back. Minor units. Nothing while all of it is let go: two hands would give back too much, and be refused. */
export function leftToMove(payment: MovingPayment, kind: 'capture' | 'refund', { sameMinor, unsentMinor, lettingGo }: Pending): number {
  if (lettingGo) return 0
  const { capturedMinor, refundedMinor, disputedMinor } = payment
  // What a dispute took back is its own way back to the buyer.
  if (kind === 'refund') return capturedMinor - refundedMinor - disputedMinor - sameMinor
  return untaken(payment) - sameMinor - unsentMinor
}

/** What can still be taken, and is to be. Minor units. */
export function untaken({ status, amountMinor, authorisedMinor, capturedMinor, notChargedMinor, multicapture }: MovingPayment): number {
  if (status === 'card_saved') return amountMinor - notChargedMinor
  return status === 'authorised' || (status === 'captured' && multicapture) ? authorisedMinor - capturedMinor - notChargedMinor : 0
}

const dayMs = 24 * 3600_000
/** Days after which a kept card that refused is asked again. */
const retryDays = [1, 3, 5]

/** The next try of a charge that a kept card refused: under a key of its own, because the provider gives a key's first answer for ever. */
export function retryOf({ key }: Pick<Movement, 'key'>): { readonly key: string; readonly afterMs: number } | undefined {
  const [, first = key, tried = '0'] = /^(.*) retry (\d)$/.exec(key) ?? []
  const days = retryDays[Number(tried)]
  return days === undefined ? undefined : { key: `${first} retry ${Number(tried) + 1}`, afterMs: days * dayMs }
}

function capture(amountMinor: number | null, final: boolean, payment: MovingPayment): Move {
  const { mode, status, authorisedMinor, capturedMinor, notChargedMinor } = payment
  if (mode === 'save_card' && status === 'card_saved') return { kind: 'charge-kept', amountMinor: Math.min(amountMinor ?? untaken(payment), untaken(payment)) }
  const leftMinor = authorisedMinor - capturedMinor - notChargedMinor
  // Taken whole before, at the first parcel that left.
  if (leftMinor === 0 && capturedMinor > 0) return { kind: 'nothing' }
  if (status !== 'authorised' && status !== 'captured') return { kind: 'refuse', reason: `a payment that is ${status} is not captured` }
  return { kind: 'capture', amountMinor: Math.min(amountMinor ?? leftMinor, leftMinor), final }
}

const refund = (amountMinor: number): Move => (amountMinor <= 0 ? { kind: 'nothing' } : { kind: 'refund', amountMinor })

/** An order that is off: what is held is let go, what was taken is given back, a kept card is forgotten. */
function release({ status, intentId }: MovingPayment, takenMinor: number): Move {
  switch (status) {
    case 'voided': case 'failed': case 'refunded': return { kind: 'nothing' }
    case 'captured': return refund(takenMinor)
    case 'card_saved': return { kind: 'forget' }
    case 'pending': case 'requires_action': case 'authorised': return { kind: intentId === null ? 'forget' : 'cancel' }
    default: return never(status)
  }
}
