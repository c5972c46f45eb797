import type { Money } from '@octavo/money'
import type { declineReasons } from '../contract.ts'

/** How an intent to pay, or to keep a card, stands with the provider. */
export type IntentState =
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'requires_action'; readonly url: string }
  | { readonly kind: 'authorised'; readonly amountMinor: number; readonly multicapture: boolean; readonly card: Card | null; /** When the bank lets go by itself; null when it never does. */ readonly captureBefore: Date | null }
  | { readonly kind: 'captured'; readonly amountMinor: number; readonly card: Card | null }
  | { readonly kind: 'card_saved'; readonly card: Card | null }
  | { readonly kind: 'failed'; readonly code: 'CARD_DECLINED' | 'AUTHENTICATION_FAILED' | 'PAYMENT_FAILED'; readonly detail: string; /** Where the bank says more than no. */ readonly reason?: DeclineReason }
  | { readonly kind: 'canceled' }
  /** The provider itself does not know yet. */
  | { readonly kind: 'processing' }

export type DeclineReason = (typeof declineReasons)[number]

export interface Card { readonly brand: string; readonly last4: string }
export interface KeptCard extends Card { readonly id: string; readonly expMonth: number; readonly expYear: number }

export interface IntentRequest {
  readonly mode: 'authorise' | 'save_card'
  readonly amount: Money
  readonly paymentMethod: string
  readonly customerId: string | null
  /** Whose purchase it is; null for a guest's. */
  readonly accountId: string | null
  readonly saveCard: boolean
  /** More than one: part-by-part captures are asked for. */
  readonly subOrders: number
  readonly orderId: string
  readonly checkoutId: string
  readonly paymentId: string
}

/** An intent as the provider's own list shows it. Amounts in minor units. */
export interface ListedIntent {
  readonly id: string
  /** Of ours, as we told the provider; null when it is none of ours. */
  readonly paymentId: string | null
  readonly heldMinor: number
  readonly capturedMinor: number
  readonly refundedMinor: number
}

/** A charge that its card's holder disputes, as it stands with the provider. Amounts in minor units of the charge's currency, the fee in those of the shop's account. */
export interface ListedDispute {
  readonly id: string
  readonly intentId: string | null
  readonly amountMinor: number
  readonly currency: string
  readonly reason: string
  /** `inquiry`: asked before anything is taken back. `open`: waits for evidence. `closed`: an inquiry that came to nothing. */
  readonly state: 'inquiry' | 'open' | 'under_review' | 'won' | 'lost' | 'closed'
  readonly evidenceDueAt: Date | null
  /** What is taken back from the shop at this moment. */
  readonly withdrawnMinor: number
  readonly feeMinor: number
  readonly openedAt: Date
}

/** The provider said no for good: asking again gives the same answer. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** Nobody knows what came of it: no answer, or one that says nothing. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered'
}

/** A payment provider. `key` makes a call safe to repeat: the same key has the effect of once. Calls throw {@link Refused} or {@link Unanswered}. */
export interface Provider {
  readonly name: string
  /** An intent that holds no money yet; gives its id. */
  createIntent(request: IntentRequest, key: string): Promise<string>
  /** Asks the card's bank. A decline is a state and no error. */
  confirmIntent(intentId: string, options: { readonly mode: IntentRequest['mode']; readonly returnUrl: string }, key: string): Promise<IntentState>
  readIntent(intentId: string): Promise<IntentState>
  /** A page of all intents to pay made since then, newest first; `after` is the last page's last id. */
  listIntents(options: { readonly since: Date | null; readonly after: string | null }): Promise<{ readonly intents: readonly ListedIntent[]; readonly next: string | null }>
  /** Lets go of what is held; gives the state afterwards, which is `captured` when it was too late. */
  cancelIntent(intentId: string, key: string): Promise<IntentState>
  /** Takes `amountMinor` of what is held; `final` lets go of the rest. Gives what this call took. */
  capture(intentId: string, options: { readonly amount: Money; readonly final: boolean }, key: string): Promise<number>
  /** Charges a kept card without its holder being there; gives the new intent's id and what came of it. */
  chargeKept(intentId: string, options: { readonly amount: Money; readonly orderId: string; readonly paymentId: string }, key: string): Promise<{ readonly intentId: string; readonly state: IntentState }>
  /** Charges a kept card with its holder there, who may have to answer the bank; gives the new intent's id and what came of it. */
  chargePresent(intentId: string, options: { readonly amount: Money; readonly orderId: string; readonly paymentId: string; readonly returnUrl: string }, key: string): Promise<{ readonly intentId: string; readonly state: IntentState }>
  /** Has the kept card of an intent hold the amount anew, without its holder being there; gives the new intent's id and what came of it. The old one is let go by the caller. */
  renew(intentId: string, options: { readonly amount: Money; readonly orderId: string; readonly checkoutId: string; readonly paymentId: string; readonly subOrders: number }, key: string): Promise<{ readonly intentId: string; readonly state: IntentState }>
  refund(intentId: string, amount: Money, key: string): Promise<void>
  readDispute(disputeId: string): Promise<ListedDispute>
  /** A page of all disputes opened since then, newest first; `after` is the last page's last id. */
  listDisputes(options: { readonly since: Date | null; readonly after: string | null }): Promise<{ readonly disputes: readonly ListedDispute[]; readonly next: string | null }>
  createCustomer(options: { readonly email: string; readonly accountId: string | null }, key: string): Promise<string>
  listCards(customerId: string): Promise<KeptCard[]>
  removeCard(customerId: string, cardId: string): Promise<boolean>
  /**
   * What a webhook speaks of; undefined when it is nothing that is looked at.
   * @throws {Refused} when the provider did not sign it
   */
  webhookSubject(body: Buffer, signature: string): { readonly kind: 'intent' | 'dispute'; readonly id: string } | undefined
}
