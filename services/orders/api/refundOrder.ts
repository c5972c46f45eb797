import { isDeepStrictEqual } from 'node:util'
import { requireOperator, whoIs } from '@octavo/caller'
import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { ordersContract } from '../contract.ts'
import { orderRefundAgreed } from '../events.ts'
import { agreedEvent } from '../order/order-events.ts'
import { orderView } from '../order/order-view.ts'
import { refundParts, toSend, unsentOf, type ToRefund } from '../order/refund.ts'
import { standingOf } from '../order/standing.ts'
import { lockOrder, readOrder, writeStanding } from '../store/orders.ts'
import { askedBefore, insertRefund, touchOrder } from '../store/refunds.ts'

/** Agrees on it under the order's lock, so that two hands never give the same copies back; payments hears of it and moves the money. */
export const refundOrder = ({ database, outbox, clock }: { readonly database: Database; readonly outbox: Outbox; readonly clock: Clock }): Handler<typeof ordersContract.refundOrder> => ({ input, context }) => {
  requireOperator(context.caller)
  const { orderId, key, reason } = input
  const asked: ToRefund = { lines: input.lines, deliveries: input.deliveries }
  return database.transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) throw failure('NOT_FOUND')
    const before = await askedBefore(tx, orderId, key)
    if (before && !isDeepStrictEqual(before, asked)) throw failure('IDEMPOTENCY_KEY_REUSED')
    if (before) return orderView(order)
    if (order.status === 'cancelled') throw failure('NOT_REFUNDABLE', 'This order is cancelled; its money is given back whole.')
    const parts = refundParts(order.agreed, order.parcels, order.refunds, asked)
    if ('refused' in parts) throw failure('NOT_REFUNDABLE', parts.refused)
    const [id, now] = [newId('ref'), clock.now()]
    await insertRefund(tx, { id, orderId, key, asked, parts, reason, operator: whoIs(context.caller), now })
    const off = unsentOf(parts)
    if (off.lines.length > 0) await writeStanding(tx, orderId, standingOf(toSend(order.agreed, [...order.refunds, { ...parts, status: 'wanted' }]), order.parcels), now)
    else await touchOrder(tx, orderId, now)
    await outbox.appendAll(tx, [{ type: orderRefundAgreed, key: orderId, data: agreedEvent(order, id, parts, reason) }], { keysLocked: true })
    return orderView(await readOrder(tx, orderId) ?? order)
  })
}
