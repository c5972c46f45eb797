import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import { failure } from '@octavo/failure'
import { money } from '@octavo/money'
import { paymentMoved } from '../events.ts'
import { Refused, Unanswered, type IntentState, type Provider } from '../provider/port.ts'
import { keepIntent, readPayment, writeStanding, type PaymentRow } from '../store/payments.ts'
import { customerFor } from '../store/customers.ts'
import { standingOf } from './standing.ts'

export interface Authorising {
  /**
   * Goes on where the payment stands: makes the intent, keeps its id, confirms it, or reads what came of it. Gives the payment as it is
   * known then; `pending` when the provider has not told.
   * @throws UNDONE when it was undone meanwhile
   */
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
  return { advance, refresh, heard: (intentId) => asking.get(intentId) }

  async function advance(payment: PaymentRow): Promise<PaymentRow> {
    if (payment.status !== 'pending' && payment.status !== 'requires_action') return payment
    if (payment.status === 'requires_action') return refresh(payment)
    try {
      const intentId = payment.intentId ?? await makeIntent(payment)
      const answer = confirmed(payment, intentId).then((state) => write(payment, state))
      remember(intentId, answer)
      return await answer
    } catch (error) {
      if (error instanceof Unanswered) return await readPayment(database, payment.id) ?? payment
      // A token that the provider does not know, a currency it does not take: no to this payment for good.
      if (error instanceof Refused) return write(payment, { kind: 'failed', code: 'PAYMENT_FAILED', detail: `The payment provider refused it: ${error.message} You have not been charged.` })
      throw error
    }
  }

  function remember(intentId: string, answer: Promise<PaymentRow>): void {
    answer.catch(() => { asking.delete(intentId) })
    asking.set(intentId, answer)
    if (asking.size > mostRemembered) for (const oldest of asking.keys()) { asking.delete(oldest); break }
  }

  async function makeIntent(payment: PaymentRow): Promise<string> {
    const { id, checkoutId, orderId, mode, request } = payment
    const customerId = await customerFor(database, provider, payment)
    const intentId = await provider.createIntent({
      mode, orderId, checkoutId, customerId, accountId: payment.accountId, paymentId: id, amount: money(payment.amountMinor, payment.currency), paymentMethod: request.paymentMethod, saveCard: request.saveCard, subOrders: request.subOrders,
    }, `${id}:create`)
    if (await keepIntent(database, id, checkoutId, intentId, customerId)) return intentId
    await provider.cancelIntent(intentId, `${id}:cancel`)
    throw failure('UNDONE')
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
