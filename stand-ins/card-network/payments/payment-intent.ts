import { missing, type ErrorFields } from '../protocol/errors.ts'
import type { Metadata } from '../protocol/form.ts'
import type { Kept, Kind } from '../store.ts'
import type { Work } from '../network.ts'

export type PaymentStatus = 'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'requires_capture' | 'succeeded' | 'canceled'

/** Sends the shopper's browser to where the card's issuer asks who they are. */
export interface RedirectAction {
  type: 'redirect_to_url'
  redirect_to_url: { return_url: string | null; url: string }
}

export interface PaymentIntent {
  id: string
  object: 'payment_intent'
  created: number
  amount: number
  amount_capturable: number
  amount_received: number
  canceled_at: number | null
  cancellation_reason: string | null
  capture_method: 'automatic' | 'automatic_async' | 'manual'
  client_secret: string
  currency: string
  customer: string | null
  description: string | null
  last_payment_error: ErrorFields | null
  latest_charge: string | null
  metadata: Metadata
  next_action: RedirectAction | null
  payment_method: string | null
  payment_method_options: { card: { request_three_d_secure: string; request_multicapture?: string } }
  receipt_email: string | null
  setup_future_usage: 'on_session' | 'off_session' | null
  shipping: object | null
  status: PaymentStatus
}

export interface IntentSecrets {
  /** Where the shopper goes after the issuer's page. */
  returnUrl: string | null
  /** The challenge that may still be answered. */
  challenge: string | null
}
export type KeptIntent = Kept<PaymentIntent, IntentSecrets>

export const paymentIntents: Kind<PaymentIntent, IntentSecrets> = { name: 'payment_intent' }

export function paymentIntentOf(work: Work, id: string, where: { param: string; status: 400 | 404 } = { param: 'intent', status: 404 }): KeptIntent {
  const kept = work.store.find(paymentIntents, id)
  if (!kept) throw missing('payment_intent', id, where)
  return kept
}
