import type { Queryable } from '@octavo/database'
import { totalOf, type Refund, type RefundParts, type ToRefund } from '../order/refund.ts'

export interface NewRefund {
  readonly id: string
  readonly orderId: string
  readonly key: string
  readonly asked: ToRefund
  readonly parts: RefundParts
  readonly reason: string
  readonly operator: string
  readonly now: Date
}

/** What was asked under this key before. */
export const askedBefore = async (sql: Queryable, orderId: string, key: string): Promise<ToRefund | undefined> =>
  (await sql.maybe<{ asked: ToRefund }>('select asked from refund where order_id = $1 and key = $2', [orderId, key]))?.asked

export const insertRefund = (tx: Queryable, one: NewRefund): Promise<number> =>
  tx.run(`insert into refund (id, order_id, key, asked, status, parts, amount_minor, reason, operator, at) values ($1, $2, $3, $4::jsonb, 'wanted', $5::jsonb, $6, $7, $8, $9)`,
    [one.id, one.orderId, one.key, JSON.stringify(one.asked), JSON.stringify(one.parts), totalOf(one.parts), one.reason, one.operator, one.now])

/** Writes how it ended, once; false when it had, or there is none. */
export const endRefund = async (tx: Queryable, id: string, status: Exclude<Refund['status'], 'wanted'>, detail: string | null): Promise<boolean> =>
  (await tx.run(`update refund set status = $2, detail = $3 where id = $1 and status = 'wanted'`, [id, status, detail])) === 1

/** Raises the order's version: what is shown of it changed. */
export const touchOrder = (tx: Queryable, orderId: string, now: Date): Promise<number> => tx.run('update placed_order set version = version + 1, updated_at = $2 where id = $1', [orderId, now])
