import { requireOperator } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { ordersContract } from '../contract.ts'
import { readOrderNumber } from '../order/order-number.ts'
import { orderSummary } from '../order/order-view.ts'
import { allOrders, ordersOfCheckout, ordersOfNumber, ordersOfOffer, ordersOfStatus } from '../store/order-lists.ts'

export const listOrders = ({ database }: { database: Database }): Handler<typeof ordersContract.listOrders> => async ({ input, context }) => {
  requireOperator(context.caller)
  const { offerId, checkoutId, number, status, limit } = input
  const [before] = readCursor('orders', input.cursor, 1) ?? []
  const page = { before: before === undefined ? undefined : String(before), limit: limit + 1 }
  const find = () => {
    if (checkoutId !== undefined) return ordersOfCheckout(database, checkoutId)
    if (number !== undefined) return ordersOfNumber(database, readOrderNumber(number) ?? '')
    if (offerId !== undefined) return ordersOfOffer(database, offerId, page)
    return status === undefined ? allOrders(database, page) : ordersOfStatus(database, status, page)
  }
  return cutPage((await find()).map(orderSummary), limit, ({ id }) => writeCursor('orders', [id]))
}
