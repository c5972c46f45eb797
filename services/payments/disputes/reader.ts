import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import { newId } from '@octavo/ids'
import { money } from '@octavo/money'
import { paymentDisputed } from '../events.ts'
import type { Provider } from '../provider/port.ts'
import { dropHint, putOffHint, sumDisputed, takeHints, writeDispute, type DisputeHint } from '../store/disputes.ts'
import { lockPaymentOfIntent } from '../store/payments.ts'

const claimMs = 30_000
const longestBackOffMs = 3600_000

export interface DisputeReader {
  /** Reads what was hinted at and is due, a few at a time; gives how many were taken, and what could not be read. */
  round(limit: number): Promise<{ readonly taken: number; readonly unread: readonly { readonly reference: string; readonly error: unknown }[] }>
}

/** What a webhook or the provider's list hints at is read from the provider itself, so that what comes late, twice or in reverse does no harm. */
export function disputeReader({ database, outbox, provider, clock }: { database: Database; outbox: Outbox; provider: Provider; clock: Clock }): DisputeReader {
  return {
    async round(limit) {
      const now = clock.now()
      const taken = await takeHints(database, now, new Date(now.getTime() + claimMs), limit)
      const unread = await Promise.all(taken.map((hint) => read(hint).then(() => [], async (error: unknown) => {
        await putOffHint(database, hint.reference, new Date(now.getTime() + Math.min(longestBackOffMs, 1000 * 2 ** hint.tries)))
        return [{ reference: hint.reference, error }]
      })))
      return { taken: taken.length, unread: unread.flat() }
    },
  }

  async function read(hint: DisputeHint): Promise<void> {
    const dispute = await provider.readDispute(hint.reference)
    await database.transaction(async (tx) => {
      const now = clock.now()
      const payment = dispute.intentId === null ? undefined : await lockPaymentOfIntent(tx, dispute.intentId)
      const written = await writeDispute(tx, newId('dsp'), dispute, payment?.id ?? null, now)
      if (written && payment) {
        const { version, disputedMinor } = await sumDisputed(tx, payment.id, now)
        const { id: paymentId, orderId, checkoutId } = payment
        await outbox.append(tx, paymentDisputed, orderId, { paymentId, orderId, checkoutId, version, disputeId: written.id, state: dispute.state, disputed: money(disputedMinor, payment.currency) })
      }
      await dropHint(tx, hint, now)
    })
  }
}
