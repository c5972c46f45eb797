import { isOperator } from '@octavo/caller'
import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { ordersContract } from '../contract.ts'
import { orderCancelled } from '../events.ts'
import { belongsTo } from '../order/belongs-to.ts'
import { cancelledEvent } from '../order/order-events.ts'
import { linkKey } from '../order/order-link.ts'
import { orderView } from '../order/order-view.ts'
import { toSend } from '../order/refund.ts'
import { cancelled } from '../order/standing.ts'
import { lockOrder, writeStanding } from '../store/orders.ts'

export interface CancelOrderDeps {
  readonly database: Database
  readonly outbox: Outbox
  readonly clock: Clock
  readonly linkSecrets: readonly string[]
}

/** The order's row lock decides between this and a parcel that leaves. Payments, inventory and shipping hear of it and give back theirs. */
export const cancelOrder = ({ database, outbox, clock, linkSecrets }: CancelOrderDeps): Handler<typeof ordersContract.cancelOrder> => ({ input, context }) =>
  database.transaction(async (tx) => {
    const order = await lockOrder(tx, input.orderId)
    if (!order || !(isOperator(context.caller) || belongsTo(order, context.caller))) throw failure('NOT_FOUND')
    if (order.status === 'cancelled') return orderView(order)
    if (order.status !== 'placed') throw failure('ORDER_DISPATCHED')
    const { id } = order
    const agreed = toSend(order.agreed, order.refunds)
    const at = clock.now()
    await writeStanding(tx, id, cancelled(order.agreed), at)
    const facts = { orderId: id, number: order.number, checkoutId: order.checkoutId, email: order.email, agreed, onAccount: order.onAccount, linkKey: linkKey(id, linkSecrets), at }
    await outbox.appendAll(tx, [{ type: orderCancelled, key: id, data: cancelledEvent(facts, input.reason) }], { keysLocked: true })
    return orderView({ ...order, status: 'cancelled', version: order.version + 1 })
  })
