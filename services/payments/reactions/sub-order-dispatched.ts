import type { Clock } from '@octavo/clock'
import { reaction, type Reaction } from '@octavo/events'
import { newId } from '@octavo/ids'
import { subOrderDispatched } from '@octavo/orders/events'
import { wantMovement } from '../store/movements.ts'
import { paymentOfOrder } from '../store/payments.ts'

/**
 * A parcel left, so its money is due: its own part where the charge can be captured part by part, else the whole at the first parcel.
 * Wanted here, moved by the worker: no transaction waits for the provider. What costs nothing has no payment.
 */
export const onSubOrderDispatched = ({ clock, soon }: { readonly clock: Clock; soon(): void }): Reaction =>
  reaction(subOrderDispatched, async ({ data: { orderId, subOrderId, shipmentId, part, total, last } }, tx) => {
    const payment = await paymentOfOrder(tx, orderId)
    if (!payment) return
    const inParts = payment.multicapture && part.amountMinor < total.amountMinor
    if (inParts && part.amountMinor === 0) return
    const now = clock.now()
    await wantMovement(tx, {
      id: newId('mov'), paymentId: payment.id, kind: 'capture', reason: `parcel ${shipmentId} of ${subOrderId}`,
      ...(inParts ? { key: `parcel ${shipmentId}`, amountMinor: part.amountMinor, final: last } : { key: 'whole', amountMinor: null, final: true }),
    }, now, now)
    tx.afterCommit(soon)
  })
