import type { z } from 'zod'
import type { Queryable } from '@octavo/database'
import type { reservationSchema } from '../contract.ts'

export type Reservation = z.infer<typeof reservationSchema>

interface ReservationRow {
  id: string
  checkout_id: string
  order_id: string | null
  stock_item_id: string
  units: number
  promised_units: number
  status: Reservation['status']
  expires_at: Date | null
  created_at: Date
}

/** The page first, then the hold of each: a join of the tables would be planned for far more rows than a page has. */
const pageOf = (which: string) => `
  select r.id, r.checkout_id, h.order_id, r.stock_item_id, r.units, case when r.promised then r.open_units else 0 end as promised_units,
    case when r.open_units > 0 then h.status when r.fulfilled_units > 0 then 'fulfilled' else 'released' end as status, h.expires_at, r.created_at
  from (select * from reservation where ${which}) r
  cross join lateral (select * from hold where checkout_id = r.checkout_id and attempt = r.attempt limit 1) h order by r.id desc`
const ofCheckout = pageOf('checkout_id = $1 and id < $2 and stock_item_id = coalesce($4, stock_item_id) order by id desc limit $3')
const ofItem = pageOf('stock_item_id = $1 and id < $2 order by id desc limit $3')
const all = pageOf('id < $1 order by id desc limit $2')

/** Reservations before an id, newest first. */
export async function readReservations(sql: Queryable, of: { checkoutId?: string | undefined; stockItemId?: string | undefined }, before = 'zzz', limit = 24): Promise<Reservation[]> {
  const rows = of.checkoutId !== undefined
    ? await sql.rows<ReservationRow>(ofCheckout, [of.checkoutId, before, limit, of.stockItemId ?? null])
    : of.stockItemId !== undefined
      ? await sql.rows<ReservationRow>(ofItem, [of.stockItemId, before, limit])
      : await sql.rows<ReservationRow>(all, [before, limit])
  return rows.map((row) => ({
    id: row.id,
    checkoutId: row.checkout_id,
    orderId: row.order_id,
    stockItemId: row.stock_item_id,
    units: row.units,
    promisedUnits: row.promised_units,
    status: row.status,
    expiresAt: row.expires_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }))
}
