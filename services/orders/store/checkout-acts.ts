import type { Queryable, Transaction } from '@octavo/database'
import type { Saga } from '../checkout/saga.ts'
import type { SagaStatus } from '../checkout/view.ts'
import { checkoutColumns } from './checkouts.ts'
import type { Checkout } from '../checkout/checkout.ts'

export interface CheckoutAct {
  readonly id: string
  readonly checkoutId: string
  readonly act: 'tried again' | 'ended'
  readonly operator: string
  readonly reason: string
  readonly saga: Saga
  readonly at: Date
}

export type ShownCheckout = Checkout & { readonly status: SagaStatus }

export const readShown = (sql: Queryable, checkoutId: string): Promise<ShownCheckout | undefined> => sql.maybe<ShownCheckout>(`select ${checkoutColumns}, status from checkout where id = $1`, [checkoutId])

/** Its row locked until the transaction ends. */
export const lockShown = (tx: Transaction, checkoutId: string): Promise<ShownCheckout | undefined> => tx.maybe<ShownCheckout>(`select ${checkoutColumns}, status from checkout where id = $1 for update`, [checkoutId])

export const noteAct = (tx: Transaction, { id, checkoutId, act, operator, reason, saga, at }: CheckoutAct): Promise<number> =>
  tx.run('insert into checkout_act (id, checkout_id, act, operator, reason, saga, at) values ($1, $2, $3, $4, $5, $6::jsonb, $7)', [id, checkoutId, act, operator, reason, JSON.stringify(saga), at])

/** Oldest first. */
export const actsOf = (sql: Queryable, checkoutId: string): Promise<CheckoutAct[]> =>
  sql.rows<CheckoutAct>('select id, checkout_id as "checkoutId", act, operator, reason, saga, at from checkout_act where checkout_id = $1 order by id', [checkoutId])

/** Takes it from whatever process may have it, for good: what that process writes later has a lower fence. */
export const endByHand = (tx: Transaction, checkoutId: string, status: 'completed' | 'failed', saga: Saga, now: Date): Promise<number> =>
  tx.run(`update checkout set fence = fence + 1, saga = $2::jsonb, status = $3, agreed = null, lease_until = null, due_at = null, updated_at = $4 where id = $1`, [checkoutId, JSON.stringify(saga), status, now])
