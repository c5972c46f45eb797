import { requireService } from '@octavo/caller'
import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { ordersContract } from '../contract.ts'
import { subOrderDispatched } from '../events.ts'
import { dispatchedEvent } from '../order/order-events.ts'
import { linkKey } from '../order/order-link.ts'
import { toSend } from '../order/refund.ts'
import { left, standingOf, type Parcel } from '../order/standing.ts'
import { insertParcel, lockOrder, writeStanding } from '../store/orders.ts'

export interface MarkDispatchedDeps {
  readonly database: Database
  readonly outbox: Outbox
  readonly clock: Clock
  readonly linkSecrets: readonly string[]
}

/** The order's row lock decides between this and a cancellation: a cancelled order does not leave, one that left is not cancelled. */
export const markDispatched = ({ database, outbox, clock, linkSecrets }: MarkDispatchedDeps): Handler<typeof ordersContract.markDispatched> => ({ input, context }) => {
  requireService(context.caller)
  const { orderId, subOrderId, shipmentId, carrier, trackingNumber } = input
  return database.transaction(async (tx): Promise<{ dispatched: true }> => {
    const order = await lockOrder(tx, orderId)
    const subOrder = order?.agreed.subOrders.find(({ id }) => id === subOrderId)
    if (!order || !subOrder) throw failure('NOT_FOUND')
    if (order.status === 'cancelled') throw failure('ORDER_CANCELLED')
    if (order.parcels.some(({ id }) => id === shipmentId)) return { dispatched: true }
    const agreed = toSend(order.agreed, order.refunds)
    const there = left(agreed, order.parcels, subOrderId).map(({ id }) => id)
    const lineIds = input.lineIds ?? there
    if (lineIds.length === 0 || lineIds.some((id) => !there.includes(id))) throw failure('CONFLICT', 'Some of these goods have left already, or were taken off the order.')
    const at = clock.now()
    const parcel: Parcel = { id: shipmentId, subOrderId, lineIds, delivered: false, carrier, trackingNumber, dispatchedAt: at.toISOString() }
    await insertParcel(tx, orderId, parcel, at)
    await writeStanding(tx, orderId, standingOf(agreed, [...order.parcels, parcel]), at)
    const facts = { orderId, number: order.number, checkoutId: order.checkoutId, email: order.email, agreed, onAccount: order.onAccount, linkKey: linkKey(orderId, linkSecrets), at }
    await outbox.appendAll(tx, [{ type: subOrderDispatched, key: orderId, data: dispatchedEvent(facts, order.parcels, parcel) }], { keysLocked: true })
    return { dispatched: true }
  })
}
