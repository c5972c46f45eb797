import type { Clock } from '@octavo/clock'
import { reaction, type Outbox, type Reaction } from '@octavo/events'
import { paymentRefunded, paymentRefundRefused } from '@octavo/payments/events'
import { orderRefunded } from '../events.ts'
import { refundedEvent } from '../order/order-events.ts'
import { linkKey } from '../order/order-link.ts'
import { lockOrder } from '../store/orders.ts'
import { endRefund, touchOrder } from '../store/refunds.ts'

/** The money is back: what came back may be sold again, and the shopper is told. What an operator gave back by the amount alone is no refund of the order's. */
export const onPaymentRefunded = ({ clock, outbox, linkSecrets }: { readonly clock: Clock; readonly outbox: Outbox; readonly linkSecrets: readonly string[] }): Reaction =>
  reaction(paymentRefunded, async ({ data: { orderId, refundId, notCharged } }, tx) => {
    const order = refundId === null ? undefined : await lockOrder(tx, orderId)
    const refund = order?.refunds.find(({ id }) => id === refundId)
    if (!order || !refund || !await endRefund(tx, refund.id, 'given', null)) return
    const { number, checkoutId, email, agreed, onAccount } = order
    const at = clock.now()
    await touchOrder(tx, orderId, at)
    await outbox.append(tx, orderRefunded, orderId, refundedEvent({ orderId, number, checkoutId, email, agreed, onAccount, linkKey: linkKey(orderId, linkSecrets), at }, refund, notCharged))
  })

/** It stays to be decided: the operator reads why, and may try another way. */
export const onPaymentRefundRefused = ({ clock }: { readonly clock: Clock }): Reaction =>
  reaction(paymentRefundRefused, async ({ data: { orderId, refundId, detail } }, tx) => {
    if (await endRefund(tx, refundId, 'refused', detail)) await touchOrder(tx, orderId, clock.now())
  })
