import type { Clock } from '@octavo/clock'
import { reaction, type Outbox, type Reaction } from '@octavo/events'
import { newId } from '@octavo/ids'
import { orderRefundAgreed } from '@octavo/orders/events'
import { paymentRefundRefused } from '../events.ts'
import { leftToMove, untaken } from '../movements/decide.ts'
import { refundKey } from '../movements/order-refund.ts'
import { pendingOf, wantMovement } from '../store/movements.ts'
import { lockPaymentOfOrder, raiseVersion } from '../store/payments.ts'

/** Copies came back, or were taken off before they left: their money is wanted back, or not taken at all, unless less than that is left. */
export const onOrderRefundAgreed = ({ clock, outbox, soon }: { readonly clock: Clock; readonly outbox: Outbox; soon(): void }): Reaction =>
  reaction(orderRefundAgreed, async ({ data: { orderId, refundId, amount, reason, unsent } }, tx) => {
    const payment = await lockPaymentOfOrder(tx, orderId)
    if (!payment) throw new TypeError(`the order ${orderId} gives money back and has no payment`)
    const [key, now] = [refundKey(refundId), clock.now()]
    const pending = await pendingOf(tx, payment.id, 'refund', key)
    const unsentMinor = unsent?.amountMinor ?? 0
    const untakenMinor = pending.lettingGo ? 0 : Math.min(unsentMinor, Math.max(0, untaken(payment) - pending.unsentMinor))
    const leftMinor = Math.max(0, leftToMove(payment, 'refund', pending)) + untakenMinor
    if (amount.amountMinor <= leftMinor) {
      await wantMovement(tx, { id: newId('mov'), paymentId: payment.id, kind: 'refund', key, amountMinor: amount.amountMinor, unsentMinor, final: true, reason }, now, now)
      tx.afterCommit(soon)
      return
    }
    const { id: paymentId, checkoutId } = payment
    const detail = `Of what was taken ${leftMinor} is left to give back, in minor units of ${payment.currency}, and the payment is ${payment.status}.`
    await outbox.append(tx, paymentRefundRefused, orderId, { paymentId, orderId, checkoutId, version: await raiseVersion(tx, paymentId, now), refundId, detail })
  })
