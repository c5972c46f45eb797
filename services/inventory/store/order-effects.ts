import type { Queryable } from '@octavo/database'

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

/** Frees what has not left of a cancelled order. */
export async function cancelHolds(sql: Queryable, checkoutId: string): Promise<void> {
  await sql.run('select cancel_holds($1)', [checkoutId])
}
