import type { Queryable } from '@octavo/database'
import { retried } from './retried.ts'

/** How every step of a checkout is told apart, see the contract. */
interface Step {
  readonly checkoutId: string
  readonly attempt: number
  readonly fence: number
}

/** What came of a statement, and whether it told an event. */
export interface Told<Outcome> {
  readonly outcome: Outcome
  readonly told: boolean
}

export interface HoldStep extends Step {
  readonly lines: readonly { readonly stockItemId: string; readonly units: number; readonly reservationId: string }[]
  readonly expiresAt: Date
  readonly now: Date
}

export interface HoldAnswer {
  readonly outcome: 'held' | 'stale' | 'undone' | 'missing' | 'short'
  readonly promised: boolean
  /** Those that are missing or short. */
  readonly stockItemIds: readonly string[]
  readonly told: boolean
}

/** Decides a hold whole, in one round trip and one transaction of its own unless given one. */
export async function holdStock(sql: Queryable, { checkoutId, attempt, fence, lines, expiresAt, now }: HoldStep): Promise<HoldAnswer> {
  const row = await retried(() => sql.one<{ outcome: HoldAnswer['outcome']; promised: boolean; stock_items: string[] | null; told: boolean }>(
    'select outcome, promised, stock_items, told() from hold_stock($1, $2, $3, $4, $5, $6, $7, $8)',
    [checkoutId, attempt, fence, lines.map((line) => line.stockItemId), lines.map((line) => line.units), lines.map((line) => line.reservationId), expiresAt, now],
  ))
  return { outcome: row.outcome, promised: row.promised, stockItemIds: row.stock_items ?? [], told: row.told }
}

/** Decides holds of one item together, each of one line and of another checkout, in their order. Null: that one is to be decided by itself. */
export async function holdTogether(sql: Queryable, item: string, steps: readonly HoldStep[]): Promise<{ outcomes: readonly ('held' | 'short' | 'stale' | null)[]; told: boolean }> {
  const lines = steps.map((step) => step.lines[0] as HoldStep['lines'][number])
  return retried(() => sql.one<{ outcomes: ('held' | 'short' | 'stale' | null)[]; told: boolean }>(
    'select outcomes, told() from hold_together($1, $2::text[], $3::bigint[], $4::bigint[], $5::int[], $6::text[], $7::timestamptz[], $8) as outcomes',
    [item, steps.map((step) => step.checkoutId), steps.map((step) => step.attempt), steps.map((step) => step.fence), lines.map((line) => line.units), lines.map((line) => line.reservationId), steps.map((step) => step.expiresAt), steps[0]?.now],
  ))
}

/** Whether nothing is known yet of this attempt, nor of a later process. */
export async function isNewHold(sql: Queryable, { checkoutId, attempt, fence }: Step): Promise<boolean> {
  const { known } = await sql.one<{ known: boolean }>(
    'select exists (select from hold where checkout_id = $1 and attempt = $2) or exists (select from checkout_fence where checkout_id = $1 and fence > $3) as known', [checkoutId, attempt, fence])
  return !known
}

export async function firmHold(sql: Queryable, { checkoutId, attempt, fence, orderId }: Step & { orderId: string }): Promise<'firm' | 'lapsed' | 'stale' | 'undone'> {
  const row = await retried(() => sql.one<{ outcome: 'firm' | 'lapsed' | 'stale' | 'undone' }>('select firm_hold($1, $2, $3, $4) as outcome', [checkoutId, attempt, fence, orderId]))
  return row.outcome
}

export async function releaseHold(sql: Queryable, { checkoutId, attempt, fence }: Step): Promise<Told<'released' | 'nothing' | 'stale'>> {
  return retried(() => sql.one<Told<'released' | 'nothing' | 'stale'>>('select release_hold($1, $2, $3) as outcome, told()', [checkoutId, attempt, fence]))
}

/** The next attempts whose expiry was before a time, the oldest first. */
export async function readExpired(
  sql: Queryable, before: Date, after: { expiresAt: Date; checkoutId: string } | undefined, limit: number,
): Promise<{ checkoutId: string; attempt: number; expiresAt: Date }[]> {
  const rows = await sql.rows<{ checkout_id: string; attempt: number; expires_at: Date }>(
    `select checkout_id, attempt, expires_at from hold
     where status = 'held' and expires_at < $1 and (expires_at, checkout_id) > ($2, $3) order by expires_at, checkout_id limit $4`,
    [before, after?.expiresAt ?? '-infinity', after?.checkoutId ?? '', limit])
  return rows.map((row) => ({ checkoutId: row.checkout_id, attempt: row.attempt, expiresAt: row.expires_at }))
}

/** When the next expiry after a time is; undefined when nothing is held. */
export async function readNextExpiry(sql: Queryable, after: Date): Promise<Date | undefined> {
  const row = await sql.maybe<{ expires_at: Date }>(`select expires_at from hold where status = 'held' and expires_at >= $1 order by expires_at limit 1`, [after])
  return row?.expires_at
}

/** Frees an attempt that is still held and expired; false when it is not. */
export async function lapseHold(sql: Queryable, checkoutId: string, attempt: number, before: Date): Promise<Told<boolean>> {
  return retried(() => sql.one<Told<boolean>>('select lapse_hold($1, $2, $3) as outcome, told()', [checkoutId, attempt, before]))
}
