import { never, isFailure } from '@octavo/failure'
import { money } from '@octavo/money'
import type { Authorisation, paymentsContract } from '@octavo/payments/contract'
import type { Client } from '@octavo/rpc'
import { partsOf } from '../../order/agreed.ts'
import type { Saga } from '../saga.ts'
import { agreedOf, type Outcome, type Step, type UndoableStep } from './step.ts'

export interface AuthorisePaymentDeps {
  readonly payments: Client<typeof paymentsContract>
  /** Where the bank sends the shopper back to. */
  returnUrl(checkoutId: string): string
}

/** Reserves the money, or keeps the card where goods are promised and not there. Repeated it goes on where it stood. */
export const authorisePayment = ({ payments, returnUrl }: AuthorisePaymentDeps): UndoableStep => ({
  async do(checkout, key) {
    const { id, orderId, accountId, request } = checkout
    const agreed = agreedOf(checkout)
    return heard(await payments.authorise({
      ...key, orderId, amount: money(agreed.totalMinor, agreed.currency), mode: isPromised(checkout.saga) ? 'save_card' : 'authorise',
      paymentMethod: request.paymentMethod, accountId, email: request.email, saveCard: request.saveCard, subOrders: partsOf(agreed), returnUrl: returnUrl(id),
    }))
  },

  async undo(_, key) {
    await payments.void({ ...key, reason: 'checkout ended' })
  },
})

/** Reads where the payment stands: after a missing answer, and when the bank or the shopper moved. */
export const resolvePayment = ({ payments }: Pick<AuthorisePaymentDeps, 'payments'>): Step => ({
  async do({ id }) {
    try {
      return heard(await payments.resolve({ checkoutId: id }))
    } catch (error) {
      if (isFailure(error, 'NOT_FOUND')) return { happened: { kind: 'payment-missing' } }
      throw error
    }
  },
})

function heard(authorisation: Authorisation): Outcome {
  switch (authorisation.status) {
    case 'authorised': case 'card_saved': return { happened: { kind: 'authorised', paymentId: authorisation.paymentId } }
    case 'requires_action': return { happened: { kind: 'action-required', url: authorisation.url } }
    case 'failed': return { happened: { kind: 'refused', failure: { code: authorisation.code, detail: authorisation.detail, ...(authorisation.reason && { reason: authorisation.reason }) }, partly: true } }
    case 'unknown': return { happened: { kind: 'payment-unknown' } }
    default: return never(authorisation)
  }
}

const isPromised = (saga: Saga): boolean => 'hold' in saga && saga.hold.promised
