import type { Queryable } from '@octavo/database'
import type { Level } from '../contract.ts'
import type { Told } from './holds.ts'
import { retried } from './retried.ts'

type Versioned = Level & { version: number }

interface ItemRow {
  id: string
  seller_id: string
  sku: string
  on_hand: number
  reserved: number
  promise_limit: number
  promised: number
  available_on: string | null
  version: number
}

const columns = 'id, seller_id, sku, on_hand, reserved, promise_limit, promised, available_on, version'

/** Levels over all locations, in the order asked for; unknown ids are left out. */
export async function readLevels(sql: Queryable, stockItemIds: readonly string[]): Promise<Level[]> {
  if (stockItemIds.length === 0) return []
  const rows = await sql.rows<ItemRow>(`select ${columns} from stock_item where id = any($1::text[])`, [stockItemIds])
  const byId = new Map(rows.map((row) => [row.id, level(row)]))
  return stockItemIds.flatMap((id) => byId.get(id) ?? [])
}

/** The next levels by id. */
export async function readLevelsAfter(sql: Queryable, id: string, limit: number): Promise<Versioned[]> {
  const rows = await sql.rows<ItemRow>(`select ${columns} from stock_item where id > $1 order by id limit $2`, [id, limit])
  return rows.map((row) => ({ ...level(row), version: row.version }))
}

export type AdjustOutcome = 'moved' | 'repeated' | 'missing' | 'elsewhere' | 'short' | 'full'

export async function adjustStock(
  sql: Queryable,
  { movementId, stockItemId, location, change, reason, key, now }:
    { movementId: string; stockItemId: string; location: string; change: number; reason: string; key?: string | undefined; now: Date },
): Promise<Told<AdjustOutcome>> {
  return retried(() => sql.one<Told<AdjustOutcome>>('select adjust_stock($1, $2, $3, $4, $5, $6, $7) as outcome, told()', [
    movementId, stockItemId, location, change, reason, key ?? null, now,
  ]))
}

export interface NewItem {
  readonly id: string
  readonly sellerId: string
  readonly sku: string
  readonly onHand: number
  readonly promiseLimit?: number | undefined
  readonly availableOn?: string | undefined
  readonly movementId: string
}

/** Makes items known with what is there at the default location, in one statement; what is known already is left as it is. */
export async function registerItems(sql: Queryable, items: readonly NewItem[], now: Date): Promise<number> {
  const row = await sql.one<{ created: number }>(
    `with given as (
       select distinct on (id) * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::text[], $7::text[])
         as u (id, seller_id, sku, on_hand, promise_limit, available_on, movement_id) order by id
     ), created as (
       insert into stock_item (id, seller_id, sku, on_hand, promise_limit, available_on)
       select id, seller_id, sku, on_hand, promise_limit, available_on from given order by id
       on conflict (id) do nothing returning id, on_hand
     ), level as (
       insert into stock_level (stock_item_id, location_id, on_hand) select id, 'loc_main', on_hand from created
     ), moved as (
       insert into movement (id, stock_item_id, location_id, change, reason, at)
       select g.movement_id, c.id, 'loc_main', c.on_hand, 'first count', $8 from created c join given g using (id) where c.on_hand > 0
     )
     select count(*)::int as created from created`,
    [
      items.map((item) => item.id), items.map((item) => item.sellerId), items.map((item) => item.sku), items.map((item) => item.onHand),
      items.map((item) => item.promiseLimit ?? 0), items.map((item) => item.availableOn ?? null), items.map((item) => item.movementId), now,
    ],
  )
  return row.created
}

const level = (row: ItemRow): Level => ({
  stockItemId: row.id,
  sellerId: row.seller_id,
  sku: row.sku,
  onHand: row.on_hand,
  reserved: row.reserved,
  available: row.on_hand - row.reserved,
  promiseLimit: row.promise_limit,
  promised: row.promised,
  availableOn: row.available_on,
})
