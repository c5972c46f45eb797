import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { newId } from '@octavo/ids'
import { wantMovement, type Movement } from '../store/movements.ts'
import { takeEnding, type PaymentRow } from '../store/payments.ts'

/** So long before the bank lets go by itself something is done: time for a provider that is away for most of a day. */
const leadMs = 24 * 3600_000

/**
 * An order that waits longer than its bank holds the money: a card that was kept for use without its holder holds it anew, any other is
 * charged now, before the goods leave. Gives how many were looked at.
 */
export async function wantBeforeEnd(database: Database, clock: Clock, limit: number): Promise<number> {
  const now = clock.now()
  return database.transaction(async (tx) => {
    const ending = await takeEnding(tx, new Date(now.getTime() + leadMs), limit)
    for (const payment of ending) await wantMovement(tx, { id: newId('mov'), paymentId: payment.id, ...(mayRenew(payment) ? renewal(payment) : earlyCapture) }, now, now)
    return ending.length
  })
}

/** All that is left, taken because the bank would let go of it. */
export const earlyCapture: Pick<Movement, 'kind' | 'key' | 'amountMinor' | 'final' | 'reason'> = { kind: 'capture', key: 'before it ends', amountMinor: null, final: true, reason: 'the authorisation ends' }

/** Once an intent. */
const renewal = ({ intentId }: PaymentRow): typeof earlyCapture => ({ kind: 'renew', key: `after ${intentId}`, amountMinor: null, final: true, reason: 'the authorisation ends' })

const mayRenew = ({ status, capturedMinor, customerId, request: { saveCard } }: PaymentRow): boolean => status === 'authorised' && capturedMinor === 0 && customerId !== null && saveCard
