import type { Queryable } from '@octavo/database'
import type { Shipment } from '../contract.ts'

interface ShipmentRow {
  id: string
  order_id: string
  sub_order_id: string
  seller_id: string
  status: Shipment['status']
  delivery_option: string
  carrier: string | null
  tracking_number: string | null
  address: Shipment['address']
  lines: Shipment['lines']
  promised_by: string
  created_at: Date
  dispatched_at: Date | null
  has_label: boolean
  tracking: { state: string; at: string }[] | null
}

const columns = `id, order_id, sub_order_id, seller_id, status, delivery_option, carrier, tracking_number, address, lines, promised_by, created_at, dispatched_at,
  exists (select 1 from label l where l.shipment_id = shipment.id) as has_label,
  (select json_agg(json_build_object('state', e.state, 'at', e.at) order by e.at, e.id) from tracking_event e where e.shipment_id = shipment.id) as tracking`

/** Makes shipments known; a sub-order that has one keeps it. */
export async function insertShipments(sql: Queryable, shipments: readonly Omit<Shipment, 'status' | 'carrier' | 'trackingNumber' | 'dispatchedAt' | 'hasLabel' | 'tracking'>[]): Promise<void> {
  await sql.run(
    `insert into shipment (id, order_id, sub_order_id, seller_id, status, delivery_option, address, lines, promised_by, created_at)
     select id, order_id, sub_order_id, seller_id, 'pending', delivery_option, address, lines, promised_by, created_at
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[], $8::text[], $9::timestamptz[])
       as u (id, order_id, sub_order_id, seller_id, delivery_option, address, lines, promised_by, created_at)
     on conflict (sub_order_id, parcel) do nothing`,
    [
      shipments.map((shipment) => shipment.id), shipments.map((shipment) => shipment.orderId), shipments.map((shipment) => shipment.subOrderId),
      shipments.map((shipment) => shipment.sellerId), shipments.map((shipment) => shipment.deliveryOption),
      shipments.map((shipment) => JSON.stringify(shipment.address)), shipments.map((shipment) => JSON.stringify(shipment.lines)),
      shipments.map((shipment) => shipment.promisedBy), shipments.map((shipment) => shipment.createdAt),
    ])
}

export async function readShipment(sql: Queryable, id: string): Promise<Shipment | undefined> {
  const row = await sql.maybe<ShipmentRow>(`select ${columns} from shipment where id = $1`, [id])
  return row && shipment(row)
}

const select = `select ${columns} from shipment`
const ofOrder = `${select} where order_id = $1 and id < $2 and status = coalesce($4, status) order by id desc limit $3`
/** A text a status: one plan for all of them would not know which are rare, and read past everything else to find those. */
const withStatus = (status: Shipment['status']) => `${select} where status = '${status}' and id < $1 order by id desc limit $2`
const ofStatus: Readonly<Record<Shipment['status'], string>> = { pending: withStatus('pending'), dispatched: withStatus('dispatched'), delivered: withStatus('delivered'), cancelled: withStatus('cancelled') }
const all = `${select} where id < $1 order by id desc limit $2`

/** Shipments before an id, newest first. */
export async function readShipments(sql: Queryable, of: { orderId?: string | undefined; status?: Shipment['status'] | undefined }, before = 'zzz', limit = 24): Promise<Shipment[]> {
  const rows = of.orderId !== undefined
    ? await sql.rows<ShipmentRow>(ofOrder, [of.orderId, before, limit, of.status ?? null])
    : of.status !== undefined
      ? await sql.rows<ShipmentRow>(ofStatus[of.status], [before, limit])
      : await sql.rows<ShipmentRow>(all, [before, limit])
  return rows.map(shipment)
}

/** The next shipments by id. */
export async function readShipmentsAfter(sql: Queryable, id: string, limit: number): Promise<Shipment[]> {
  return (await sql.rows<ShipmentRow>(`${select} where id > $1 order by id limit $2`, [id, limit])).map(shipment)
}

/** All parcels of the sub-order that a shipment belongs to, held in the order in which they were made; none when there is no such shipment. */
export async function lockSubOrder(sql: Queryable, shipmentId: string): Promise<Shipment[]> {
  const rows = await sql.rows<ShipmentRow>(`select ${columns} from shipment where sub_order_id = (select sub_order_id from shipment where id = $1) order by parcel for update`, [shipmentId])
  return rows.map(shipment)
}

/** Takes lines out of a parcel into one of their own. */
export async function divideShipment(sql: Queryable, from: Shipment, { id, lines, rest, parcel }: { id: string; lines: Shipment['lines']; rest: Shipment['lines']; parcel: number }): Promise<Shipment> {
  await sql.run('update shipment set lines = $2 where id = $1', [from.id, JSON.stringify(rest)])
  return shipment(await sql.one<ShipmentRow>(
    `insert into shipment (id, order_id, sub_order_id, parcel, seller_id, status, delivery_option, address, lines, promised_by, created_at)
     select $2, order_id, sub_order_id, $3, seller_id, 'pending', delivery_option, address, $4, promised_by, created_at from shipment where id = $1 returning ${columns}`,
    [from.id, id, parcel, JSON.stringify(lines)]))
}

/**
 * Notes carrier and tracking number of a parcel that is about to leave, so that a repeat after a crash says the same ones; the
 * first to note them wins.
 */
export async function writeTracking(sql: Queryable, id: string, carrier: string, trackingNumber: string): Promise<Shipment> {
  await sql.run(`update shipment set carrier = $2, tracking_number = $3 where id = $1 and status = 'pending' and tracking_number is null`, [id, carrier, trackingNumber])
  return shipment(await sql.one<ShipmentRow>(`select ${columns} from shipment where id = $1`, [id]))
}

/** Moves a shipment on; undefined when it was not in the state it is moved from. */
export async function moveShipment(sql: Queryable, id: string, from: Shipment['status'], to: Shipment['status'], dispatchedAt: Date | null): Promise<Shipment | undefined> {
  const row = await sql.maybe<ShipmentRow>(
    `update shipment set status = $3, dispatched_at = coalesce(dispatched_at, $4) where id = $1 and status = $2 returning ${columns}`, [id, from, to, dispatchedAt])
  return row && shipment(row)
}

/** Cancels what has not left of an order. */
export async function cancelShipments(sql: Queryable, orderId: string): Promise<void> {
  await sql.run(`update shipment set status = 'cancelled' where order_id = $1 and status = 'pending'`, [orderId])
}

/** Parcels of an order that have not left, held until the transaction ends, the oldest first. */
export const lockPending = (tx: Queryable, orderId: string): Promise<Pick<Shipment, 'id' | 'lines'>[]> =>
  tx.rows(`select id, lines from shipment where order_id = $1 and status = 'pending' order by id for update`, [orderId])

/** What is in a parcel from now on; one with nothing in it is cancelled and keeps what it had. */
export const writeLines = (tx: Queryable, id: string, lines: Shipment['lines']): Promise<number> =>
  lines.length === 0 ? tx.run(`update shipment set status = 'cancelled' where id = $1`, [id]) : tx.run('update shipment set lines = $2 where id = $1', [id, JSON.stringify(lines)])

const shipment = (row: ShipmentRow): Shipment => ({
  id: row.id,
  orderId: row.order_id,
  subOrderId: row.sub_order_id,
  sellerId: row.seller_id,
  status: row.status,
  deliveryOption: row.delivery_option,
  carrier: row.carrier,
  trackingNumber: row.tracking_number,
  address: row.address,
  lines: row.lines,
  promisedBy: row.promised_by,
  createdAt: row.created_at.toISOString(),
  dispatchedAt: row.dispatched_at?.toISOString() ?? null,
  hasLabel: row.has_label,
  tracking: (row.tracking ?? []).map(({ state, at }) => ({ state, at: new Date(at).toISOString() })),
})
