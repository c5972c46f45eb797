import type Stripe from 'stripe'
import { declineReasons } from '../contract.ts'
import type { Card, IntentState, ListedDispute } from './port.ts'
import { fromStripe } from './stripe-amounts.ts'

/** What a payment intent says of itself. With `latest_charge` expanded it tells the card, and whether it can be captured in parts. */
export function intentStateOf(intent: Stripe.PaymentIntent): IntentState {
  const details = typeof intent.latest_charge === 'object' ? intent.latest_charge?.payment_method_details?.card : undefined
  const card = cardOf(details)
  switch (intent.status) {
    case 'requires_capture': return { kind: 'authorised', amountMinor: fromStripe(intent.amount_capturable, intent.currency), multicapture: details?.multicapture?.status === 'available', card, captureBefore: details?.capture_before === undefined ? null : new Date(details.capture_before * 1000) }
    case 'succeeded': return { kind: 'captured', amountMinor: fromStripe(intent.amount_received, intent.currency), card }
    case 'canceled': return { kind: 'canceled' }
    case 'processing': return { kind: 'processing' }
    case 'requires_action': return action(intent.next_action)
    case 'requires_payment_method': case 'requires_confirmation': return intent.last_payment_error ? failed(intent.last_payment_error) : { kind: 'unconfirmed' }
    default: return { kind: 'processing' }
  }
}

/** What a setup intent says of itself, with `payment_method` expanded. */
export function setupStateOf(intent: Stripe.SetupIntent): IntentState {
  switch (intent.status) {
    case 'succeeded': return { kind: 'card_saved', card: typeof intent.payment_method === 'object' ? cardOf(intent.payment_method?.card) : null }
    case 'canceled': return { kind: 'canceled' }
    case 'requires_action': return action(intent.next_action)
    case 'requires_payment_method': case 'requires_confirmation': return intent.last_setup_error ? failed(intent.last_setup_error) : { kind: 'unconfirmed' }
    default: return { kind: 'processing' }
  }
}

/** What a dispute says of itself. What it took from the balance stands in its balance transactions, the reinstatement too. */
export function disputeOf({ id, amount, currency, reason, status, created, payment_intent: intent, evidence_details: evidence, balance_transactions: moved }: Stripe.Dispute): ListedDispute {
  const [state, amountMinor] = [disputeStateOf(status), fromStripe(amount, currency)]
  return {
    id, amountMinor, currency: currency.toUpperCase(), reason, state, intentId: typeof intent === 'string' ? intent : intent?.id ?? null,
    evidenceDueAt: evidence.due_by === null || evidence.due_by === 0 ? null : new Date(evidence.due_by * 1000),
    withdrawnMinor: state === 'open' || state === 'under_review' || state === 'lost' ? amountMinor : 0,
    feeMinor: moved.reduce((sum, { fee, currency: settled }) => sum + fromStripe(fee, settled), 0), openedAt: new Date(created * 1000),
  }
}

function disputeStateOf(status: string): ListedDispute['state'] {
  switch (status) {
    case 'warning_needs_response': case 'warning_under_review': return 'inquiry'
    case 'warning_closed': case 'prevented': return 'closed'
    case 'won': return 'won'
    case 'lost': return 'lost'
    case 'under_review': case 'appeal_under_review': return 'under_review'
    default: return 'open'
  }
}

function action(next: { redirect_to_url?: { url: string | null } | null } | null): IntentState {
  const url = next?.redirect_to_url?.url
  return url ? { kind: 'requires_action', url } : { kind: 'processing' }
}

function failed(error: { code?: string | undefined; decline_code?: string | undefined; type?: string | undefined; message?: string | undefined }): IntentState {
  const detail = error.message ?? 'The payment did not go through.'
  if (/authentication/.test(error.code ?? '')) return { kind: 'failed', code: 'AUTHENTICATION_FAILED', detail: 'Your bank did not confirm the payment, and you have not been charged.' }
  const reason = declineReasons.find((known) => known === (error.decline_code ?? error.code) || known === error.code)
  if (error.type === 'card_error') return { kind: 'failed', code: 'CARD_DECLINED', detail: `${detail} You have not been charged. Try another card.`, ...(reason && { reason }) }
  return { kind: 'failed', code: 'PAYMENT_FAILED', detail }
}

const cardOf = (card: { brand?: string | null; last4?: string | null } | null | undefined): Card | null => (card?.brand && card.last4 ? { brand: card.brand, last4: card.last4 } : null)
