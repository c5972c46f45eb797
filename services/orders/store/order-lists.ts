import type { Queryable } from '@octavo/database'
import type { OrderStatus } from '../order/standing.ts'
import type { StoredOrder } from './orders.ts'

const columns = `o.id, o.number, o.checkout_id as "checkoutId", o.owner, o.account_id as "accountId", o.email, o.status, o.promised, o.agreed, o.version, o.placed_at as "placedAt", '[]'::json as parcels`
type Page = { readonly before: string | undefined; readonly limit: number }
type Rows = Promise<StoredOrder[]>

/** Newest first, below `before`. Each is one range of one index. */
export const ordersOfOwner = (database: Queryable, owner: string, { before, limit }: Page): Rows =>
  database.rows(`select ${columns} from placed_order o where o.owner = $1 and o.id < coalesce($2, '~') order by o.id desc limit $3`, [owner, before ?? null, limit])

export const allOrders = (database: Queryable, { before, limit }: Page): Rows =>
  database.rows(`select ${columns} from placed_order o where o.id < coalesce($1, '~') order by o.id desc limit $2`, [before ?? null, limit])

/** A text a status: one plan for all of them would not know which are rare, and read past everything else to find those. */
const withStatus = (status: OrderStatus) => `select ${columns} from placed_order o where o.status = '${status}' and o.id < coalesce($1, '~') order by o.id desc limit $2`
const ofStatus: Readonly<Record<OrderStatus, string>> = {
  placed: withStatus('placed'), partly_dispatched: withStatus('partly_dispatched'), dispatched: withStatus('dispatched'), delivered: withStatus('delivered'), cancelled: withStatus('cancelled'),
}

export const ordersOfStatus = (database: Queryable, status: OrderStatus, { before, limit }: Page): Rows => database.rows(ofStatus[status], [before ?? null, limit])

export const ordersOfOffer = (database: Queryable, offerId: string, { before, limit }: Page): Rows =>
  database.rows(
    `select ${columns} from (select distinct order_id from order_line where offer_id = $1 and order_id < coalesce($2, '~') order by order_id desc limit $3) l
     join placed_order o on o.id = l.order_id order by o.id desc`, [offerId, before ?? null, limit])

/** One at the most; the operator looks it up by what a shopper has. */
export const ordersOfCheckout = (database: Queryable, checkoutId: string): Rows =>
  database.rows(`select ${columns} from placed_order o where o.checkout_id = $1`, [checkoutId])

export const ordersOfNumber = (database: Queryable, number: string): Rows =>
  database.rows(`select ${columns} from placed_order o where o.number = $1`, [number])
