import type { Queryable } from '@octavo/database'

/** Guests' orders with this address, however it was written, are the account's that proved it. */
export const claimOrdersByEmail = (database: Queryable, email: string, accountId: string): Promise<number> =>
  database.run(`update placed_order set owner = $2, account_id = $2, version = version + 1, updated_at = now() where account_id is null and lower(email) = lower($1)`, [email, accountId])

/** A guest's order is the account's that holds its link. False when it is an account's already. */
export async function claimOrder(database: Queryable, orderId: string, accountId: string): Promise<boolean> {
  return await database.run(`update placed_order set owner = $2, account_id = $2, version = version + 1, updated_at = now() where id = $1 and account_id is null`, [orderId, accountId]) === 1
}
