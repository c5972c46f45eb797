import type { Queryable } from '@octavo/database'
import type { OutboxColumns } from '@octavo/events'
import type { Taken } from '../checkout/history.ts'
import type { Saga } from '../checkout/saga.ts'
import type { Agreed } from '../order/agreed.ts'
import type { Refund } from '../order/refund.ts'
import type { OrderStatus, Parcel, Standing } from '../order/standing.ts'

/** An order as it is stored: what was agreed, and what became of it. */
export interface StoredOrder {
  readonly id: string
  readonly number: string
  readonly checkoutId: string
  readonly owner: string
  readonly accountId: string | null
  readonly email: string
  readonly status: OrderStatus
  readonly promised: boolean
  /** A kept card refused to pay when the goods left, and the money is still to come. */
  readonly paymentRefused: boolean
  /** Bought by invoice. */
  readonly onAccount: boolean
  readonly agreed: Agreed
  readonly version: number
  readonly placedAt: Date
  readonly parcels: readonly Parcel[]
  /** Oldest first. */
  readonly refunds: readonly Refund[]
}

const columns = `o.id, o.number, o.checkout_id as "checkoutId", o.owner, o.account_id as "accountId", o.email, o.status, o.promised, o.payment_refused as "paymentRefused", o.on_account as "onAccount", o.agreed, o.version, o.placed_at as "placedAt",
  coalesce((select json_agg(json_build_object('id', s.id, 'subOrderId', s.sub_order_id, 'delivered', s.status = 'delivered', 'carrier', s.carrier, 'trackingNumber', s.tracking_number,
    'dispatchedAt', s.dispatched_at, 'tracking', (select json_agg(json_build_object('state', t.state, 'at', t.at) order by t.at) from parcel_tracking t where t.shipment_id = s.id), 'lineIds', (select json_agg(l.id) from order_line l where l.order_id = o.id and l.shipment_id = s.id)) order by s.dispatched_at, s.id)
    from shipment s where s.order_id = o.id), '[]') as parcels,
  coalesce((select json_agg(json_build_object('id', r.id, 'status', r.status, 'reason', r.reason, 'detail', r.detail, 'at', r.at, 'lines', r.parts -> 'lines', 'deliveries', r.parts -> 'deliveries') order by r.id)
    from refund r where r.order_id = o.id), '[]') as refunds`

export interface NewOrder {
  readonly checkoutId: string
  readonly fence: number
  /** The checkout's state with the order placed: both become true together. */
  readonly saga: Saga
  readonly history: readonly Taken[]
  readonly now: Date
  readonly number: string
  readonly agreed: Agreed
  readonly promised: boolean
  readonly onAccount: boolean
  readonly standing: Standing
  /** The first is that it was placed, and says whose it is. */
  readonly events: OutboxColumns
}

/**
 * The pivot, in one statement: the checkout's state under its fence, the order, its sub-orders, lines and, for digital goods, parcels,
 * and its events. What was agreed, and whose the order is, is what the checkout's row says in this moment. Nothing is written when
 * another process has the checkout, nor when the number was taken: then another one is drawn.
 */
export async function insertOrder(database: Queryable, one: NewOrder): Promise<'placed' | 'taken-over' | 'number-taken'> {
  const { agreed, standing, events } = one
  const { parcels } = standing
  const written = database.run(
    `with mine as (
       update checkout set saga = $3::jsonb, agreed = null, updated_at = $4, history = $25::jsonb where id = $1 and fence = $2 returning id, order_id, owner, account_id, request->>'email' as email
     ), placed as (
       insert into placed_order (id, number, checkout_id, owner, account_id, email, market, status, promised, on_account, agreed, placed_at, updated_at)
       select mine.order_id, $5, mine.id, mine.owner, mine.account_id, mine.email, $6, $7, $8, $24, before.agreed, $4, $4 from mine join checkout before on before.id = mine.id returning id
     ), sub_orders as (
       insert into sub_order (id, order_id, seller_id, status) select s.id, placed.id, s.seller, s.status from placed, unnest($9::text[], $10::text[], $11::text[]) as s (id, seller, status)
     ), lines as (
       insert into order_line (order_id, id, sub_order_id, offer_id, shipment_id) select placed.id, l.* from placed, unnest($12::text[], $13::text[], $14::text[], $15::text[]) as l (id, sub_order, offer, shipment)
     ), parcels as (
       insert into shipment (id, order_id, sub_order_id, status, carrier, tracking_number, dispatched_at, delivered_at)
       select p.id, placed.id, p.sub_order, 'delivered', 'digital', '', $4, $4 from placed, unnest($16::text[], $17::text[]) as p (id, sub_order)
     )
     insert into outbox (id, name, version, key, data, request_id)
     select e.id, e.name, e.version, e.key, case when e.nth = 1 then e.data::jsonb || jsonb_build_object('owner', mine.owner, 'accountId', mine.account_id) else e.data::jsonb end, $23
     from mine, unnest($18::text[], $19::text[], $20::int[], $21::text[], $22::text[]) with ordinality as e (id, name, version, key, data, nth) order by e.nth`,
    [one.checkoutId, one.fence, JSON.stringify(one.saga), one.now, one.number, agreed.market, standing.status, one.promised,
      agreed.subOrders.map(({ id }) => id), agreed.subOrders.map(({ sellerId }) => sellerId), agreed.subOrders.map(({ id }) => standing.subOrders.get(id)),
      agreed.lines.map(({ id }) => id), agreed.lines.map(({ subOrderId }) => subOrderId), agreed.lines.map(({ offerId }) => offerId),
      agreed.lines.map(({ id }) => parcels.find((parcel) => parcel.lineIds.includes(id))?.id ?? null),
      parcels.map(({ id }) => id), parcels.map(({ subOrderId }) => subOrderId), events.ids, events.names, events.versions, events.keys, events.data, events.requestId, one.onAccount, JSON.stringify(one.history)],
  )
  return written.then((rows) => (rows > 0 ? 'placed' as const : 'taken-over' as const), (error: unknown) => {
    if ((error as { constraint?: string }).constraint === 'placed_order_number_key') return 'number-taken' as const
    throw error
  })
}

export const readOrder = (database: Queryable, id: string): Promise<StoredOrder | undefined> =>
  database.maybe<StoredOrder>(`select ${columns} from placed_order o where o.id = $1`, [id])

/** Oldest first, beyond `after`. */
export const ordersFrom = (database: Queryable, after: string, limit: number): Promise<StoredOrder[]> =>
  database.rows<StoredOrder>(`select ${columns} from placed_order o where o.id > $1 order by o.id limit $2`, [after, limit])

/** The order, its row locked until the transaction ends: dispatch and cancel decide one after the other. */
export async function lockOrder(tx: Queryable, id: string): Promise<StoredOrder | undefined> {
  await tx.run('select from placed_order where id = $1 for update', [id])
  return readOrder(tx, id)
}

/** Writes down where an order stands after a parcel left or arrived, or it was cancelled. */
export async function writeStanding(tx: Queryable, orderId: string, { status, subOrders }: Standing, now: Date): Promise<void> {
  await tx.run(
    `with o as (update placed_order set status = $2, version = version + 1, updated_at = $3 where id = $1)
     update sub_order set status = s.status from unnest($4::text[], $5::text[]) as s (id, status) where sub_order.id = s.id and sub_order.order_id = $1`,
    [orderId, status, now, [...subOrders.keys()], [...subOrders.values()]])
}

/** Whether its kept card refused to pay; the same again changes nothing. */
export const markPaymentRefused = (tx: Queryable, orderId: string, refused: boolean, now: Date): Promise<number> =>
  tx.run('update placed_order set payment_refused = $2, version = version + 1, updated_at = $3 where id = $1 and payment_refused <> $2', [orderId, refused, now])

export async function insertParcel(tx: Queryable, orderId: string, { id, subOrderId, carrier, trackingNumber, lineIds }: Parcel, now: Date): Promise<void> {
  await tx.run(
    `with parcel as (insert into shipment (id, order_id, sub_order_id, status, carrier, tracking_number, dispatched_at) values ($1, $2, $3, 'dispatched', $4, $5, $6))
     update order_line set shipment_id = $1 where order_id = $2 and id = any($7::text[])`,
    [id, orderId, subOrderId, carrier, trackingNumber, now, lineIds])
}

export const markParcelDelivered = (tx: Queryable, parcelId: string, now: Date): Promise<number> =>
  tx.run(`update shipment set status = 'delivered', delivered_at = $2 where id = $1 and status = 'dispatched'`, [parcelId, now])

export const noteTracking = (tx: Queryable, shipmentId: string, state: string, at: string): Promise<number> =>
  tx.run('insert into parcel_tracking (shipment_id, state, at) values ($1, $2, $3) on conflict do nothing', [shipmentId, state, at])
