import { isOperator } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { ordersContract } from '../contract.ts'
import { belongsTo } from '../order/belongs-to.ts'
import { opens } from '../order/order-link.ts'
import { orderView } from '../order/order-view.ts'
import { readOrder } from '../store/orders.ts'

export const getOrder = ({ database, linkSecrets }: { database: Database; linkSecrets: readonly string[] }): Handler<typeof ordersContract.getOrder> => async ({ input, context }) => {
  const order = await readOrder(database, input.orderId)
  if (!order) throw failure('NOT_FOUND')
  const allowed = isOperator(context.caller) || belongsTo(order, context.caller) || (input.key !== undefined && opens(order.id, input.key, linkSecrets))
  if (!allowed) throw failure('NOT_FOUND')
  return orderView(order)
}
