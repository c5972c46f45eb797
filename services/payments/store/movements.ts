import type { Queryable } from '@octavo/database'
import type { Payment } from '../contract.ts'

export interface Movement {
  readonly id: string
  readonly paymentId: string
  readonly kind: 'capture' | 'refund' | 'release' | 'renew'
  readonly key: string
  readonly amountMinor: number | null
  readonly final: boolean
  /** Of a refund: how much is for goods that never left, and what of that was settled by not taking it. */
  readonly unsentMinor: number
  readonly notChargedMinor: number
  readonly reason: string
  readonly state: 'wanted' | 'done' | 'refused'
  readonly tries: number
  readonly lastError: string | null
}

const columns = 'id, payment_id as "paymentId", kind, key, amount_minor::float8 as "amountMinor", final, unsent_minor::float8 as "unsentMinor", not_charged_minor::float8 as "notChargedMinor", reason, state, tries, last_error as "lastError"'

/** Wants a movement once for its key; gives the one there is, and whether it is this one. */
export async function wantMovement(sql: Queryable, wanted: Pick<Movement, 'id' | 'paymentId' | 'kind' | 'key' | 'amountMinor' | 'final' | 'reason'> & Partial<Pick<Movement, 'unsentMinor'>>, now: Date, dueAt: Date): Promise<Movement> {
  const made = await sql.maybe<Movement>(
    `insert into movement (id, payment_id, kind, key, amount_minor, final, reason, state, due_at, created_at, unsent_minor) values ($1, $2, $3, $4, $5, $6, $7, 'wanted', $9, $8, $10)
     on conflict (payment_id, kind, key) do nothing returning ${columns}`,
    [wanted.id, wanted.paymentId, wanted.kind, wanted.key, wanted.amountMinor, wanted.final, wanted.reason, now, dueAt, wanted.unsentMinor ?? 0])
  return made ?? sql.one<Movement>(`select ${columns} from movement where payment_id = $1 and kind = $2 and key = $3`, [wanted.paymentId, wanted.kind, wanted.key])
}

/** Movements of a payment that are wanted and not done: what those of the same kind will move, and whether everything is being let go. */
export interface Pending {
  readonly sameMinor: number
  /** Of refunds, what is for goods that never left. */
  readonly unsentMinor: number
  readonly lettingGo: boolean
}

/** What else is wanted of a payment, beside the movement of this key; what takes all there is counts whole. */
export const pendingOf = (sql: Queryable, paymentId: string, kind: Movement['kind'], exceptKey: string): Promise<Pending> =>
  sql.one<Pending>(
    `select coalesce(sum(coalesce(amount_minor, (select p.amount_minor from payment p where p.id = $1))) filter (where kind = $2 and key <> $3), 0)::float8 as "sameMinor", coalesce(sum(unsent_minor - not_charged_minor) filter (where key <> $3), 0)::float8 as "unsentMinor", coalesce(bool_or(kind = 'release'), false) as "lettingGo"
     from movement where payment_id = $1 and state = 'wanted'`, [paymentId, kind, exceptKey])

/** Marks it done; false when it had been. */
export const finishMovement = async (sql: Queryable, id: string): Promise<boolean> => (await sql.run(`update movement set state = 'done', last_error = null where id = $1 and state = 'wanted'`, [id])) === 1

export const refuseMovement = (sql: Queryable, id: string, error: string): Promise<number> => sql.run(`update movement set state = 'refused', last_error = $2 where id = $1 and state = 'wanted'`, [id, error])

/** Whether money of a payment is being taken, or is about to be. */
export const isCharging = async (tx: Queryable, paymentId: string, soon: Date): Promise<boolean> =>
  (await tx.one<{ yes: boolean }>(`select exists (select from movement where payment_id = $1 and kind = 'capture' and state = 'wanted' and due_at <= $2) as yes`, [paymentId, soon])).yes

/** Whether a payment's hold is being made anew: the one that is written may have been let go already. */
export const isRenewing = async (tx: Queryable, paymentId: string): Promise<boolean> =>
  (await tx.one<{ yes: boolean }>(`select exists (select from movement where payment_id = $1 and kind = 'renew' and state = 'wanted') as yes`, [paymentId])).yes

/** The money came another way. */
export const dropCharges = (tx: Queryable, paymentId: string): Promise<number> =>
  tx.run(`update movement set state = 'refused', last_error = 'paid with the shopper there' where payment_id = $1 and kind = 'capture' and state = 'wanted'`, [paymentId])

/** Takes back charges of a kept card that wait for a later day. */
export const dropLaterCharges = (sql: Queryable, paymentId: string, now: Date): Promise<number> =>
  sql.run(`update movement set state = 'refused', last_error = 'charged by hand before its day' where payment_id = $1 and kind = 'capture' and state = 'wanted' and due_at > $2::timestamptz + interval '1 hour'`, [paymentId, now])

/** Writes that a kept card refused to pay. */
export const markRefused = (sql: Queryable, paymentId: string, problem: Payment['problem'], now: Date): Promise<{ version: number } | undefined> =>
  sql.maybe(`update payment set problem = $2::jsonb, version = version + 1, updated_at = $3 where id = $1 returning version`, [paymentId, JSON.stringify(problem), now])

export const putOffMovement = (sql: Queryable, id: string, error: string, dueAt: Date): Promise<number> => sql.run(`update movement set tries = tries + 1, last_error = $2, due_at = $3 where id = $1 and state = 'wanted'`, [id, error, dueAt])

/**
 * Movements whose time has come, each given to one process for a while. Of a payment only the eldest: the last part of a capture lets go
 * of the rest, and must not overtake the parts before it. Letting go of all comes last: it gives back what the others left. A kept card
 * that is asked again in some days keeps nobody waiting.
 */
export const takeDue = (sql: Queryable, now: Date, until: Date, limit: number): Promise<Movement[]> =>
  sql.rows<Movement>(
    `update movement set due_at = $2 where id in (
       select m.id from movement m where m.state = 'wanted' and m.due_at <= $1
         and not exists (select 1 from movement e where e.payment_id = m.payment_id and e.state = 'wanted' and e.due_at <= $1::timestamptz + interval '1 hour' and (e.kind = 'release', e.created_at, e.final, e.id) < (m.kind = 'release', m.created_at, m.final, m.id))
       order by m.due_at limit $3 for update skip locked) returning ${columns}`, [now, until, limit])

/** Adds what was taken or given back. */
export const addCaptured = (sql: Queryable, paymentId: string, amountMinor: number, now: Date): Promise<{ version: number; capturedMinor: number } | undefined> =>
  sql.maybe(`update payment set captured_minor = captured_minor + $2, status = 'captured', problem = null, version = version + 1, updated_at = $3, look_at = null where id = $1 returning version, captured_minor::float8 as "capturedMinor"`, [paymentId, amountMinor, now])

/** Leaves so much of a payment untaken, on account of a movement. */
export const leaveUntaken = async (tx: Queryable, { id, paymentId }: Movement, amountMinor: number, now: Date): Promise<{ version: number; refundedMinor: number }> => {
  await tx.run('update movement set not_charged_minor = not_charged_minor + $2 where id = $1', [id, amountMinor])
  return tx.one(
    `update payment set not_charged_minor = not_charged_minor + $2, version = version + 1, updated_at = $3 where id = $1 returning version, refunded_minor::float8 as "refundedMinor"`, [paymentId, amountMinor, now])
}

export const addRefunded = (sql: Queryable, paymentId: string, amountMinor: number, now: Date): Promise<{ version: number; refundedMinor: number } | undefined> =>
  sql.maybe(
    `update payment set refunded_minor = refunded_minor + $2, status = case when refunded_minor + $2 >= captured_minor then 'refunded' else status end, version = version + 1, updated_at = $3
     where id = $1 returning version, refunded_minor::float8 as "refundedMinor"`, [paymentId, amountMinor, now])
