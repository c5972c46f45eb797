import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import { money } from '@octavo/money'
import { paymentMoved } from '../events.ts'
import { Refused, Unanswered, type IntentState, type Provider } from '../provider/port.ts'
import { beginPayment, readPayment, writeStanding, type Begun, type PaymentRow } from '../store/payments.ts'
import { customerFor } from '../store/customers.ts'
import { standingOf } from './standing.ts'

export type Wanted = Omit<Begun, 'intentId' | 'customerId'>

export interface Authorising {
  /**
   * Makes the intent, unconfirmed, and begins the payment with it in one statement; or finds the payment that was begun. Undone
   * meanwhile, the intent is let go. `unanswered` when the provider did not tell of an intent: nothing is written, and the same again
   * makes the same intent.
   */
  begin(wanted: Wanted): Promise<PaymentRow | 'stale' | 'undone' | 'unanswered'>
  /** Goes on where the payment stands: confirms its intent, or reads what came of it. Gives the payment as it is known then; `pending` when the provider has not told. */
  advance(payment: PaymentRow): Promise<PaymentRow>
  /** What this process hears or heard a moment ago about an intent that it asked about itself. */
  heard(intentId: string): Promise<PaymentRow> | undefined
  /** Reads the intent and writes what it says; tells `payment-moved` when that is news. For webhooks and the sweeper. */
  refresh(payment: PaymentRow): Promise<PaymentRow>
}

/** Answers of the provider that are remembered for its webhooks, which come at the same moment. */
const mostRemembered = 500

export function authorising({ database, outbox, provider, clock }: { database: Database; outbox: Outbox; provider: Provider; clock: Clock }): Authorising {
  const asking = new Map<string, Promise<PaymentRow>>()
  return { begin, advance, refresh, heard: (intentId) => asking.get(intentId) }

  async function begin(wanted: Wanted): Promise<PaymentRow | 'stale' | 'undone' | 'unanswered'> {
    const { id, orderId, checkoutId, mode, accountId, request: { paymentMethod, saveCard, subOrders } } = wanted
    let made: { readonly intentId: string; readonly customerId: string | null } | undefined
    let no: Refused | undefined
    try {
      const customerId = await customerFor(database, provider, wanted)
      const intentId = await provider.createIntent({ mode, orderId, checkoutId, customerId, accountId, paymentId: id, amount: money(wanted.amountMinor, wanted.currency), paymentMethod, saveCard, subOrders }, `${id}:create`)
      made = { intentId, customerId }
    } catch (error) {
      if (error instanceof Unanswered) return 'unanswered'
      if (!(error instanceof Refused)) throw error
      no = error
    }
    const payment = await beginPayment(database, { ...wanted, intentId: made?.intentId ?? null, customerId: made?.customerId ?? null })
    // Nobody confirms it, so that it holds nothing should this not be heard.
    if (payment === 'undone' && made) await provider.cancelIntent(made.intentId, `${id}:cancel`).catch(() => {})
    if (typeof payment === 'string' || payment.intentId !== null || !no) return payment
    // A token that the provider does not know, a currency it does not take: no to this payment for good.
    return write(payment, { kind: 'failed', code: 'PAYMENT_FAILED', detail: `The payment provider refused it: ${no.message} You have not been charged.` })
  }

  async function advance(payment: PaymentRow): Promise<PaymentRow> {
    const { status, intentId } = payment
    if (status === 'requires_action') return refresh(payment)
    if (status !== 'pending' || intentId === null) return payment
    try {
      const answer = confirmed(payment, intentId).then((state) => write(payment, state))
      remember(intentId, answer)
      return await answer
    } catch (error) {
      if (error instanceof Unanswered) return await readPayment(database, payment.id) ?? payment
      throw error
    }
  }

  function remember(intentId: string, answer: Promise<PaymentRow>): void {
    answer.catch(() => { asking.delete(intentId) })
    asking.set(intentId, answer)
    if (asking.size > mostRemembered) for (const oldest of asking.keys()) { asking.delete(oldest); break }
  }

  /** The same key again gives the same answer; after a silence the intent itself is asked once. */
  async function confirmed({ id, mode, request: { returnUrl } }: PaymentRow, intentId: string): Promise<IntentState> {
    try {
      return await provider.confirmIntent(intentId, { mode, returnUrl }, `${id}:confirm`)
    } catch (error) {
      if (error instanceof Unanswered) return provider.readIntent(intentId)
      throw error
    }
  }

  async function refresh(payment: PaymentRow): Promise<PaymentRow> {
    if (payment.intentId === null) return payment
    const standing = standingOf(payment, await provider.readIntent(payment.intentId), clock.now())
    if (standing === undefined || (standing.status === payment.status && (standing.actionUrl ?? null) === payment.actionUrl)) return payment
    return database.transaction(async (tx) => {
      const written = await writeStanding(tx, payment, standing)
      if (!written) return await readPayment(tx, payment.id) ?? payment
      await outbox.append(tx, paymentMoved, written.orderId, { paymentId: written.id, orderId: written.orderId, checkoutId: written.checkoutId, status: written.status, version: written.version })
      return written
    })
  }

  /** For who asks now and hears the answer: nobody else has to be told. */
  async function write(payment: PaymentRow, state: IntentState): Promise<PaymentRow> {
    const standing = standingOf(payment, state, clock.now())
    if (standing === undefined) return payment
    return await writeStanding(database, payment, standing) ?? await readPayment(database, payment.id) ?? payment
  }
}
