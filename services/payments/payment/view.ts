import { never } from '@octavo/failure'
import { money } from '@octavo/money'
import type { Authorisation, Payment } from '../contract.ts'
import type { PaymentRow } from '../store/payments.ts'

/** A payment as others see it. */
export const paymentView = (row: PaymentRow): Payment => ({
  id: row.id, orderId: row.orderId, checkoutId: row.checkoutId, status: row.status,
  authorised: money(row.authorisedMinor, row.currency), captured: money(row.capturedMinor, row.currency), refunded: money(row.refundedMinor, row.currency), notCharged: money(row.notChargedMinor, row.currency), disputed: money(row.disputedMinor, row.currency),
  provider: row.provider, providerReference: row.intentId, card: row.card, problem: row.problem, createdAt: row.createdAt.toISOString(),
})

/** Where its authorisation stands, for the saga. */
export function authorisationView(row: PaymentRow): Authorisation {
  const paymentId = row.id
  switch (row.status) {
    case 'authorised': case 'captured': case 'refunded': return { status: 'authorised', paymentId }
    case 'card_saved': return { status: 'card_saved', paymentId }
    case 'requires_action': return row.actionUrl === null ? { status: 'unknown', paymentId } : { status: 'requires_action', paymentId, url: row.actionUrl }
    case 'failed': return { status: 'failed', paymentId, ...(row.failure ?? { code: 'PAYMENT_FAILED', detail: 'The payment did not go through, and you have not been charged.' }) }
    case 'voided': return { status: 'failed', paymentId, code: 'PAYMENT_FAILED', detail: 'The payment was cancelled, and you have not been charged.' }
    case 'pending': return { status: 'unknown', paymentId }
    default: return never(row.status)
  }
}
