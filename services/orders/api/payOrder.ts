import type { Database } from '@octavo/database'
import { failure } from '@octavo/failure'
import type { paymentsContract } from '@octavo/payments/contract'
import type { Client, Handler } from '@octavo/rpc'
import type { ordersContract } from '../contract.ts'
import { belongsTo } from '../order/belongs-to.ts'
import { linkKey, opens } from '../order/order-link.ts'
import { readOrder } from '../store/orders.ts'

export interface PayOrderDeps {
  readonly database: Database
  readonly payments: Client<typeof paymentsContract>
  readonly linkSecrets: readonly string[]
  publicUrl(): string
}

/** Leads whoever's card refused to their bank, and back to the order by its link, on whatever device that is. */
export const payOrder = ({ database, payments, linkSecrets, publicUrl }: PayOrderDeps): Handler<typeof ordersContract.payOrder> => async ({ input: { orderId, key }, context: { caller } }) => {
  const order = await readOrder(database, orderId)
  if (!order || !(belongsTo(order, caller) || (key !== undefined && opens(order.id, key, linkSecrets)))) throw failure('NOT_FOUND')
  return payments.askShopper({ orderId, returnUrl: `${publicUrl()}/orders/${orderId}?key=${encodeURIComponent(linkKey(orderId, linkSecrets))}` })
}
