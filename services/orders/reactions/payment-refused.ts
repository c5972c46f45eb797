import type { Clock } from '@octavo/clock'
import { reaction, type Outbox, type Reaction } from '@octavo/events'
import { paymentCaptured, paymentCaptureRefused } from '@octavo/payments/events'
import { orderPaymentRefused } from '../events.ts'
import { paymentRefusedEvent } from '../order/order-events.ts'
import { linkKey } from '../order/order-link.ts'
import { lockOrder, markPaymentRefused } from '../store/orders.ts'

/** A kept card refused to pay: the order shows it, and its shopper is told. */
export const onPaymentCaptureRefused = ({ clock, outbox, linkSecrets }: { readonly clock: Clock; readonly outbox: Outbox; readonly linkSecrets: readonly string[] }): Reaction =>
  reaction(paymentCaptureRefused, async ({ data }, tx) => {
    const order = await lockOrder(tx, data.orderId)
    if (!order) return
    const { id, number, checkoutId, email, agreed, onAccount } = order
    const at = clock.now()
    await markPaymentRefused(tx, id, true, at)
    await outbox.append(tx, orderPaymentRefused, id, paymentRefusedEvent({ orderId: id, number, checkoutId, email, agreed, onAccount, linkKey: linkKey(id, linkSecrets), at }, data))
  })

/** The money came after all. */
export const onPaymentCaptured = ({ clock }: { readonly clock: Clock }): Reaction =>
  reaction(paymentCaptured, async ({ data }, tx) => { await markPaymentRefused(tx, data.orderId, false, clock.now()) })
