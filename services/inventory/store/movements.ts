import type { Queryable } from '@octavo/database'

export interface Movement {
  readonly id: string
  readonly change: number
  readonly reason: string
  readonly location: string
  readonly orderId: string | null
  readonly at: string
}

/** An item's movements before an id, newest first. */
export async function readMovements(sql: Queryable, stockItemId: string, before = 'zzz', limit = 24): Promise<Movement[]> {
  const rows = await sql.rows<{ id: string; change: number; reason: string; location_id: string; order_id: string | null; at: Date }>(
    'select id, change, reason, location_id, order_id, at from movement where stock_item_id = $1 and id < $2 order by id desc limit $3', [stockItemId, before, limit])
  return rows.map((row) => ({ id: row.id, change: row.change, reason: row.reason, location: row.location_id, orderId: row.order_id, at: row.at.toISOString() }))
}
