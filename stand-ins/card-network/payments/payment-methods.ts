import { createHmac } from 'node:crypto'
import { checkCard, fullYear } from '../cards/card-entry.ts'
import { cardNamed, cardOfToken, type TestCard } from '../cards/test-cards.ts'
import { verdictOn } from '../cards/verdict.ts'
import { ApiError, badParameter, invalid, missing } from '../protocol/errors.ts'
import { group, integer, metadata, oneOf, requiredText, text, type Form, type Metadata } from '../protocol/form.ts'
import { newId } from '../protocol/ids.ts'
import { listResources } from '../protocol/lists.ts'
import type { Kept, Kind } from '../store.ts'
import type { Work } from '../network.ts'
import { customerParam } from './customer.ts'

export interface PaymentMethod {
  id: string
  object: 'payment_method'
  created: number
  type: 'card'
  customer: string | null
  metadata: Metadata
  billing_details: object
  card: { brand: string; country: string; exp_month: number; exp_year: number; fingerprint: string; funding: string; last4: string }
}

export interface CardSecrets {
  /** The test card's name: how it behaves. The number is not kept. */
  card: string
  /** Set up for payments without its holder. */
  setUp: boolean
  /** Used without a customer, or detached: good for no other payment. */
  spent: boolean
}
export type KeptCard = Kept<PaymentMethod, CardSecrets>

export const paymentMethods: Kind<PaymentMethod, CardSecrets> = { name: 'payment_method' }

/** A card typed in full, or one of Stripe's test tokens. */
export function createPaymentMethod(work: Work, params: Form): object | ApiError {
  oneOf(params, 'type', ['card'])
  const given = group(params, 'card')
  const more = { metadata: metadata(params), billing: group(params, 'billing_details') }
  const token = text(given, 'token')
  if (token !== undefined) {
    const card = cardOfToken(token)
    if (!card) throw missing('token', token, { param: 'card[token]', status: 400 })
    return keepCard(work, card, more).body
  }
  const expMonth = integer(given, 'exp_month') ?? Number.NaN
  const expYear = integer(given, 'exp_year') ?? Number.NaN
  const checked = checkCard({ number: requiredText(given, 'number'), expMonth, expYear, cvc: text(given, 'cvc') }, work.nowMs)
  if ('problem' in checked) {
    const { field, code, declineCode, message } = checked.problem
    throw new ApiError(402, { type: 'card_error', code, param: field, message, ...(declineCode === undefined ? {} : { decline_code: declineCode }) })
  }
  return keepCard(work, checked.card, { ...more, expMonth, expYear }).body
}

export function retrievePaymentMethod(work: Work, _params: Form, id: string): object {
  return paymentMethodOf(work, id, { param: 'payment_method', status: 404 }).body
}

export function attachPaymentMethod(work: Work, params: Form, id: string): object | ApiError {
  const kept = paymentMethodOf(work, id, { param: 'payment_method', status: 404 })
  requiredText(params, 'customer')
  const customer = customerParam(work, params)
  if (kept.body.customer === customer) return kept.body
  if (kept.body.customer !== null) throw invalid('The payment method you provided has already been attached to a customer.')
  if (kept.hidden.spent) throw spentCard()
  const verdict = verdictOn(cardNamed(kept.hidden.card), { offSession: true, authenticated: true, setUp: true, challengeAsked: false, refuseChallenge: false }, 'setup')
  if (verdict.kind === 'declined') {
    const { code, declineCode, message } = verdict.decline
    return new ApiError(402, { type: 'card_error', code, message, ...(declineCode === undefined ? {} : { decline_code: declineCode }) })
  }
  attachTo(work, kept, customer)
  return kept.body
}

export function detachPaymentMethod(work: Work, _params: Form, id: string): object {
  const kept = paymentMethodOf(work, id, { param: 'payment_method', status: 404 })
  if (kept.body.customer === null) throw invalid('The payment method you provided is not attached to a customer so detachment is impossible.')
  detach(work, kept)
  return kept.body
}

export function updatePaymentMethod(work: Work, params: Form, id: string): object {
  const kept = paymentMethodOf(work, id, { param: 'payment_method', status: 404 })
  kept.body.metadata = metadata(params, kept.body.metadata)
  work.store.update(kept)
  return kept.body
}

/** The cards kept for a customer: `customer` as a parameter or in the path. */
export function listPaymentMethods(work: Work, params: Form, customerId?: string): object {
  oneOf(params, 'type', ['card'])
  const owner = customerId ?? customerParam(work, params)
  if (owner === null) throw badParameter('customer', 'Missing required param: customer.', 'parameter_missing')
  const url = customerId === undefined ? '/v1/payment_methods' : `/v1/customers/${customerId}/payment_methods`
  return listResources(work.store, paymentMethods, params, { url, owner })
}

/** The card behind an id or a test token; a token makes a new card at each use, as Stripe does. */
export function paymentMethodOf(work: Work, id: string, where: { param: string; status: 400 | 404 }): KeptCard {
  const card = id.startsWith('pm_card_') ? cardOfToken(id) : undefined
  if (card) return keepCard(work, card, {})
  const kept = work.store.find(paymentMethods, id)
  if (!kept) throw missing('PaymentMethod', id, where)
  return kept
}

/** Whether the card's holder will say that it was not them. */
export const isDisputed = (work: Work, id: string | null): boolean => id !== null && work.store.find(paymentMethods, id)?.hidden.card === 'createDispute'

/** Whether a card may pay for, or be set up by, an intent of this customer. */
export function assertUsable({ body, hidden }: KeptCard, customer: string | null): void {
  if (body.customer === customer && customer !== null) return
  if (body.customer !== null) {
    throw invalid(customer === null
      ? 'The payment method you provided is attached to a customer so for security purposes you must provide the customer in the request.'
      : `The customer does not have a payment method with the ID ${body.id}. The payment method must be attached to the customer.`,
    { param: 'payment_method', code: 'resource_missing' })
  }
  if (hidden.spent) throw spentCard()
}

export function attachTo(work: Work, kept: KeptCard, customer: string | null): void {
  if (customer === null || kept.body.customer === customer) return
  kept.body.customer = kept.owner = customer
  work.store.update(kept)
  work.record('payment_method.attached', kept.body)
}

export function detachAll(work: Work, customer: string): void {
  for (const { id } of work.store.list(paymentMethods, { owner: customer, limit: 1000 })) {
    const kept = work.store.find(paymentMethods, id)
    if (kept) detach(work, kept)
  }
}

/** Keeps a card: brand, last four, expiry, a keyed fingerprint and how it behaves; never the number. */
export function keepCard(work: Work, card: TestCard, { metadata: given = {}, billing = {}, expMonth, expYear }: {
  metadata?: Metadata; billing?: Form; expMonth?: number; expYear?: number
}): KeptCard {
  const kept: KeptCard = {
    body: {
      id: newId('pm'), object: 'payment_method', created: work.now, type: 'card', customer: null, metadata: given,
      billing_details: { address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }, email: null, name: null, phone: null, tax_id: null, ...billing },
      card: {
        brand: card.brand, country: card.country, exp_month: expMonth ?? 12, exp_year: fullYear(expYear ?? new Date(work.nowMs).getUTCFullYear() + 3),
        fingerprint: createHmac('sha256', work.store.secret).update(card.number).digest('base64url').replaceAll(/[-_]/g, '').slice(0, 16),
        funding: card.funding, last4: card.number.slice(-4), ...plainCard(card),
      },
      ...{ allow_redisplay: 'unspecified', customer_account: null, livemode: false },
    },
    hidden: { card: card.tokens[0], setUp: false, spent: false },
    owner: null,
  }
  work.store.insert(paymentMethods, kept)
  return kept
}

function plainCard(card: TestCard): object {
  return {
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' }, display_brand: card.brand, generated_from: null,
    networks: { available: [card.brand], preferred: null }, regulated_status: 'unregulated',
    three_d_secure_usage: { supported: !card.tokens.includes('amex_threeDSecureNotSupported') }, wallet: null,
  }
}

function detach(work: Work, kept: KeptCard): void {
  kept.body.customer = kept.owner = null
  kept.hidden.spent = true
  work.store.update(kept)
  work.record('payment_method.detached', kept.body)
}

function spentCard(): ApiError {
  return invalid(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
  )
}
