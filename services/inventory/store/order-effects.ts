import type { Queryable } from '@octavo/database'
import type { AdjustOutcome } from './levels.ts'
import { defaultLocation } from './locations.ts'

/** The live hold of each checkout is its order's. Gives the checkouts that have none, then or before. */
export async function settleHolds(sql: Queryable, orders: readonly { readonly checkoutId: string; readonly orderId: string }[]): Promise<readonly string[]> {
  const { without } = await sql.one<{ without: string[] }>('select settle_holds($1::text[], $2::text[]) as without', [orders.map(({ checkoutId }) => checkoutId), orders.map(({ orderId }) => orderId)])
  return without
}

/** Takes what left off the shelf. Answers the stock items of which more left than was reserved for the order. */
export async function dispatchStock(
  sql: Queryable,
  { checkoutId, orderId, lines, now }: { checkoutId: string; orderId: string; lines: readonly { stockItemId: string; units: number; movementId: string }[]; now: Date },
): Promise<readonly string[]> {
  const row = await sql.one<{ unknown: string[] }>('select dispatch_stock($1, $2, $3, $4, $5, $6) as unknown', [
    checkoutId, orderId, lines.map((line) => line.stockItemId), lines.map((line) => line.units), lines.map((line) => line.movementId), now,
  ])
  return row.unknown
}

/** Frees what was taken off an order before it left, or takes it off the shelf where it is not fit to be sold. Answers the stock items of which less was kept. */
export async function takeOff(
  sql: Queryable,
  { checkoutId, orderId, lines, now }: { checkoutId: string; orderId: string; lines: readonly { stockItemId: string; units: number; restock: boolean; movementId: string }[]; now: Date },
): Promise<readonly string[]> {
  const row = await sql.one<{ unknown: string[] }>('select take_off($1, $2, $3, $4, $5, $6, $7) as unknown', [
    checkoutId, orderId, lines.map((line) => line.stockItemId), lines.map((line) => line.units), lines.map((line) => line.restock), lines.map((line) => line.movementId), now,
  ])
  return row.unknown
}

/** Frees what has not left of a cancelled order. */
export async function cancelHolds(sql: Queryable, checkoutId: string): Promise<void> {
  await sql.run('select cancel_holds($1)', [checkoutId])
}

/** Counts copies in that came back, once a key, items in the order of their ids. Answers the items that could not take them. */
export async function restock(sql: Queryable, lines: readonly { stockItemId: string; units: number; key: string; movementId: string }[], reason: string, now: Date): Promise<readonly string[]> {
  const unknown: string[] = []
  for (const { stockItemId, units, key, movementId } of lines.toSorted((a, b) => (a.stockItemId < b.stockItemId ? -1 : 1))) {
    const { outcome } = await sql.one<{ outcome: AdjustOutcome }>('select adjust_stock($1, $2, $3, $4, $5, $6, $7) as outcome', [movementId, stockItemId, defaultLocation.id, units, reason, key, now])
    if (outcome !== 'moved' && outcome !== 'repeated') unknown.push(stockItemId)
  }
  return unknown
}
