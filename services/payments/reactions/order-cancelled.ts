import type { Clock } from '@octavo/clock'
import { reaction, type Reaction } from '@octavo/events'
import { newId } from '@octavo/ids'
import { orderCancelled } from '@octavo/orders/events'
import { wantMovement } from '../store/movements.ts'
import { lockPaymentOfOrder } from '../store/payments.ts'

/** The order is off: what is held is let go, what was taken is given back. */
export const onOrderCancelled = ({ clock, soon }: { readonly clock: Clock; soon(): void }): Reaction =>
  reaction(orderCancelled, async ({ data: { orderId, reason } }, tx) => {
    const payment = await lockPaymentOfOrder(tx, orderId)
    if (!payment) return
    const now = clock.now()
    await wantMovement(tx, { id: newId('mov'), paymentId: payment.id, kind: 'release', key: 'cancelled', amountMinor: null, final: true, reason }, now, now)
    tx.afterCommit(soon)
  })
