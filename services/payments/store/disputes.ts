import type { Queryable, Transaction } from '@octavo/database'
import type { ListedDispute } from '../provider/port.ts'

export interface DisputeRow extends Omit<ListedDispute, 'id' | 'intentId'> {
  readonly id: string
  readonly reference: string
  readonly paymentId: string | null
  readonly orderId: string | null
}

const columns = `d.id, d.reference, d.payment_id as "paymentId", p.order_id as "orderId", d.state, d.reason, d.currency, d.amount_minor::float8 as "amountMinor", d.withdrawn_minor::float8 as "withdrawnMinor",
  d.fee_minor::float8 as "feeMinor", d.evidence_due_at as "evidenceDueAt", d.opened_at as "openedAt"`

/** Something is new about a dispute: it is to be read now. */
export const hintDispute = (sql: Queryable, reference: string, now: Date): Promise<number> =>
  sql.run('insert into dispute_hint as known (reference, due_at) values ($1, $2) on conflict (reference) do update set hints = known.hints + 1, due_at = least(known.due_at, excluded.due_at)', [reference, now])

export interface DisputeHint {
  readonly reference: string
  readonly hints: number
  readonly tries: number
}

/** Disputes to be read, each given to one process for a while: two readers could write what they read in the wrong order. */
export const takeHints = (sql: Queryable, now: Date, until: Date, limit: number): Promise<DisputeHint[]> =>
  sql.rows<DisputeHint>(
    'update dispute_hint set due_at = $2, tries = tries + 1 where reference in (select reference from dispute_hint where due_at <= $1 order by due_at limit $3 for update skip locked) returning reference, hints, tries', [now, until, limit])

/** What was hinted at is written; when more was said meanwhile it is read once more. */
export const dropHint = (tx: Transaction, { reference, hints }: DisputeHint, now: Date): Promise<number> =>
  tx.run('with gone as (delete from dispute_hint where reference = $1 and hints = $2 returning 1) update dispute_hint set due_at = $3 where reference = $1 and hints <> $2 and not exists (select from gone)', [reference, hints, now])

export const putOffHint = (sql: Queryable, reference: string, dueAt: Date): Promise<number> => sql.run('update dispute_hint set due_at = $2 where reference = $1', [reference, dueAt])

/** Writes how it stands; undefined when that is known. */
export const writeDispute = (tx: Transaction, id: string, one: ListedDispute, paymentId: string | null, now: Date): Promise<{ id: string } | undefined> =>
  tx.maybe<{ id: string }>(
    `insert into dispute as known (id, reference, payment_id, state, reason, currency, amount_minor, withdrawn_minor, fee_minor, evidence_due_at, opened_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (reference) do update set payment_id = coalesce(known.payment_id, excluded.payment_id), state = excluded.state, reason = excluded.reason, amount_minor = excluded.amount_minor,
       withdrawn_minor = excluded.withdrawn_minor, fee_minor = excluded.fee_minor, evidence_due_at = excluded.evidence_due_at, updated_at = excluded.updated_at
     where (known.state, known.amount_minor, known.withdrawn_minor, known.fee_minor, known.evidence_due_at) is distinct from (excluded.state, excluded.amount_minor, excluded.withdrawn_minor, excluded.fee_minor, excluded.evidence_due_at)
     returning known.id`,
    [id, one.id, paymentId, one.state, one.reason, one.currency, one.amountMinor, one.withdrawnMinor, one.feeMinor, one.evidenceDueAt, one.openedAt, now])

/** What its disputes take back of a payment, added up anew. */
export const sumDisputed = (tx: Transaction, paymentId: string, now: Date): Promise<{ version: number; disputedMinor: number }> =>
  tx.one(
    `update payment set disputed_minor = (select coalesce(sum(withdrawn_minor), 0) from dispute where payment_id = $1), version = version + 1, updated_at = $2
     where id = $1 returning version, disputed_minor::float8 as "disputedMinor"`, [paymentId, now])

/** States of those references that are known. */
export async function knownDisputes(sql: Queryable, references: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await sql.rows<{ reference: string; state: string }>('select reference, state from dispute where reference = any($1::text[])', [references])
  return new Map(rows.map(({ reference, state }) => [reference, state]))
}

/** Newest first, before an id. */
export const listDisputeRows = (sql: Queryable, { open, paymentId }: { open: boolean; paymentId: string | undefined }, before: string, limit: number): Promise<DisputeRow[]> => {
  const listed = `select ${columns} from dispute d left join payment p on p.id = d.payment_id where d.id < $1 ${open ? "and d.state in ('inquiry', 'open', 'under_review')" : ''}`
  return paymentId === undefined ? sql.rows<DisputeRow>(`${listed} order by d.id desc limit $2`, [before, limit]) : sql.rows<DisputeRow>(`${listed} and d.payment_id = $3 order by d.id desc limit $2`, [before, limit, paymentId])
}
