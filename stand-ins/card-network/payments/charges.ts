import { missing } from '../protocol/errors.ts'
import { requiredText, text, type Form, type Metadata } from '../protocol/form.ts'
import { newId } from '../protocol/ids.ts'
import { listResources } from '../protocol/lists.ts'
import type { Decline } from '../cards/test-cards.ts'
import type { Kept, Kind } from '../store.ts'
import type { Work } from '../network.ts'
import type { PaymentIntent } from './payment-intent.ts'
import type { PaymentMethod } from './payment-methods.ts'

export interface Charge {
  id: string
  object: 'charge'
  created: number
  amount: number
  amount_captured: number
  /** What was given back, and what was held and let go: Stripe counts both. */
  amount_refunded: number
  captured: boolean
  currency: string
  refunded: boolean
  /** Its holder has said that it was not them, and was not found wrong. */
  disputed: boolean
  status: 'succeeded' | 'failed'
  payment_intent: string
  payment_method_details: { type: 'card'; card: { multicapture: { status: 'available' | 'unavailable' } } }
}
export type KeptCharge = Kept<Charge, object>

export const charges: Kind<Charge, object> = { name: 'charge' }
const authorisationLastsS = 7 * 24 * 3600
/** Brands whose holds this network lets be captured in parts. */
const capturedInParts: readonly string[] = ['visa', 'mastercard']

export function retrieveCharge(work: Work, _params: Form, id: string): object {
  return chargeOf(work, id, { param: 'id', status: 404 }).body
}

export function listCharges(work: Work, params: Form): object {
  return listResources(work.store, charges, params, { url: '/v1/charges', owner: text(params, 'payment_intent') })
}

export function chargeOf(work: Work, id: string, where: { param: string; status: 400 | 404 }): KeptCharge {
  const kept = work.store.find(charges, id)
  if (!kept) throw missing('charge', id, where)
  return kept
}

/** The charge that a parameter or an intent names and that must be there. */
export function chargeParam(work: Work, params: Form): KeptCharge {
  return chargeOf(work, requiredText(params, 'charge'), { param: 'charge', status: 400 })
}

/** Charges a card for an intent: held or captured when approved, failed when declined. */
export function charge(work: Work, intent: PaymentIntent, card: PaymentMethod, { decline, authenticated }: { decline: Decline | null; authenticated: boolean }): Charge {
  const paid = decline === null
  const captured = paid && intent.capture_method !== 'manual'
  const made: Charge & { metadata: Metadata } = {
    id: newId('ch'), object: 'charge', created: work.now, amount: intent.amount, amount_captured: captured ? intent.amount : 0, amount_refunded: 0,
    captured, currency: intent.currency, refunded: false, disputed: false, status: paid ? 'succeeded' : 'failed', payment_intent: intent.id,
    payment_method_details: { type: 'card', card: cardDetails(work, intent, card, { paid, captured, authenticated }) },
    metadata: intent.metadata,
    ...{
      billing_details: card.billing_details, customer: intent.customer, description: intent.description, livemode: false, paid,
      payment_method: card.id, receipt_email: intent.receipt_email, failure_code: decline?.code ?? null, failure_message: decline?.message ?? null,
      outcome: outcomeOf(decline), application: null, application_fee: null, application_fee_amount: null, balance_transaction: null,
      calculated_statement_descriptor: 'OCTAVO', failure_balance_transaction: null, fraud_details: {}, on_behalf_of: null, receipt_number: null,
      receipt_url: null, review: null, shipping: intent.shipping, source: null, source_transfer: null, statement_descriptor: null,
      statement_descriptor_suffix: null, transfer_data: null, transfer_group: null,
    },
  }
  work.store.insert(charges, { body: made, hidden: {}, owner: intent.id })
  work.record(paid ? 'charge.succeeded' : 'charge.failed', made)
  return made
}

/** What of a charge can still be given back: captured, and not given back before. `over`: no more will be captured. */
export function refundable(charge: Charge, { over }: { over: boolean }): number {
  const letGo = over ? charge.amount - charge.amount_captured : 0
  return charge.amount_captured - (charge.amount_refunded - letGo)
}

function cardDetails(work: Work, intent: PaymentIntent, { card }: PaymentMethod, { paid, captured, authenticated }: { paid: boolean; captured: boolean; authenticated: boolean }) {
  const inParts = paid && !captured && intent.payment_method_options.card.request_multicapture === 'if_available' && capturedInParts.includes(card.brand)
  return {
    brand: card.brand, country: card.country, exp_month: card.exp_month, exp_year: card.exp_year, fingerprint: card.fingerprint, funding: card.funding,
    last4: card.last4, network: card.brand, amount_authorized: paid ? intent.amount : null, authorization_code: paid ? '123456' : null,
    ...(paid && !captured ? { capture_before: work.now + authorisationLastsS } : {}),
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    extended_authorization: { status: 'disabled' }, incremental_authorization: { status: 'unavailable' }, installments: null, mandate: null,
    multicapture: { status: inParts ? ('available' as const) : ('unavailable' as const) },
    network_token: { used: false }, network_transaction_id: null, overcapture: { maximum_amount_capturable: intent.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: authenticated ? { authentication_flow: 'challenge', result: 'authenticated', result_reason: null, version: '2.2.0' } : null,
    wallet: null,
  }
}

function outcomeOf(decline: Decline | null): object {
  return decline
    ? {
        type: 'issuer_declined', network_status: 'declined_by_network', reason: decline.declineCode ?? decline.code, risk_level: 'normal',
        seller_message: 'The bank declined the payment.', advice_code: null, network_advice_code: null, network_decline_code: null,
      }
    : {
        type: 'authorized', network_status: 'approved_by_network', reason: null, risk_level: 'normal', seller_message: 'Payment complete.',
        advice_code: null, network_advice_code: null, network_decline_code: null,
      }
}
