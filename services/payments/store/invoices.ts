import type { Queryable, Transaction } from '@octavo/database'

export interface Terms {
  readonly accountId: string
  readonly allowed: boolean
  readonly currency: string
  readonly limitMinor: number
  readonly days: number
}

export interface AccountIntent {
  readonly id: string
  readonly accountId: string | null
  readonly paymentId: string
  readonly currency: string
  readonly amountMinor: number
  readonly mode: 'authorise' | 'save_card'
  readonly state: 'unconfirmed' | 'authorised' | 'promised' | 'captured' | 'failed' | 'canceled'
  readonly detail: string | null
  readonly heldMinor: number
  readonly capturedMinor: number
  readonly refundedMinor: number
}

export interface InvoiceRow {
  readonly id: string
  readonly number: string
  readonly intentId: string
  readonly accountId: string
  readonly paymentId: string
  readonly orderId: string
  readonly currency: string
  readonly amountMinor: number
  readonly creditedMinor: number
  readonly paidMinor: number
  readonly issuedAt: Date
  readonly dueOn: string
}

const termsColumns = 'account_id as "accountId", allowed, currency, limit_minor::float8 as "limitMinor", days'
const intentColumns = `id, account_id as "accountId", payment_id as "paymentId", currency, amount_minor::float8 as "amountMinor", mode, state, detail,
  held_minor::float8 as "heldMinor", captured_minor::float8 as "capturedMinor", refunded_minor::float8 as "refundedMinor"`
const invoiceColumns = `i.id, i.number, i.intent_id as "intentId", i.account_id as "accountId", i.payment_id as "paymentId", p.order_id as "orderId", i.currency, i.amount_minor::float8 as "amountMinor",
  i.credited_minor::float8 as "creditedMinor", i.paid_minor::float8 as "paidMinor", i.issued_at as "issuedAt", i.due_on as "dueOn"`

export const readTerms = (sql: Queryable, accountId: string): Promise<Terms | undefined> => sql.maybe<Terms>(`select ${termsColumns} from invoice_terms where account_id = $1`, [accountId])

/** Held until the transaction ends: of two purchases at once one sees the other. */
export const lockTerms = (tx: Transaction, accountId: string): Promise<Terms | undefined> => tx.maybe<Terms>(`select ${termsColumns} from invoice_terms where account_id = $1 for update`, [accountId])

export const putTerms = (sql: Queryable, { accountId, allowed, currency, limitMinor, days }: Terms, now: Date): Promise<number> => sql.run(
  `insert into invoice_terms (account_id, allowed, currency, limit_minor, days, updated_at) values ($1, $2, $3, $4, $5, $6)
   on conflict (account_id) do update set allowed = excluded.allowed, currency = excluded.currency, limit_minor = excluded.limit_minor, days = excluded.days, updated_at = excluded.updated_at`,
  [accountId, allowed, currency, limitMinor, days, now])

/** What an account has bought and not paid: held, or invoiced and neither credited nor paid. */
export const outstandingOf = async (sql: Queryable, accountId: string): Promise<number> => (await sql.one<{ minor: number }>(
  'select coalesce(sum(held_minor + greatest(captured_minor - refunded_minor - paid_minor, 0)), 0)::float8 as minor from account_intent where account_id = $1', [accountId])).minor

/** Makes an intent, or finds the one that this key made. */
export async function beginIntent(sql: Queryable, key: string, { id, accountId, paymentId, currency, amountMinor, mode }: Pick<AccountIntent, 'id' | 'accountId' | 'paymentId' | 'currency' | 'amountMinor' | 'mode'>, now: Date): Promise<string> {
  await sql.run(`insert into account_intent (id, key, account_id, payment_id, currency, amount_minor, mode, state, created_at) values ($1, $2, $3, $4, $5, $6, $7, 'unconfirmed', $8) on conflict (key) do nothing`, [id, key, accountId, paymentId, currency, amountMinor, mode, now])
  return (await sql.one<{ id: string }>('select id from account_intent where key = $1', [key])).id
}

export const readIntent = (sql: Queryable, id: string): Promise<AccountIntent | undefined> => sql.maybe<AccountIntent>(`select ${intentColumns} from account_intent where id = $1`, [id])
export const lockIntent = (tx: Transaction, id: string): Promise<AccountIntent | undefined> => tx.maybe<AccountIntent>(`select ${intentColumns} from account_intent where id = $1 for update`, [id])

export const writeIntent = (tx: Transaction, { id, state, detail, heldMinor, capturedMinor, refundedMinor }: AccountIntent): Promise<number> =>
  tx.run('update account_intent set state = $2, detail = $3, held_minor = $4, captured_minor = $5, refunded_minor = $6 where id = $1', [id, state, detail, heldMinor, capturedMinor, refundedMinor])

/** Newest first, behind an id. */
export const listIntents = (sql: Queryable, since: Date | null, after: string | null, limit: number): Promise<AccountIntent[]> =>
  sql.rows<AccountIntent>(`select ${intentColumns} from account_intent where ($1::timestamptz is null or created_at >= $1) and ($2::text is null or id < $2) and state <> 'promised' order by id desc limit $3`, [since, after, limit])

export const invoicedBy = async (sql: Queryable, key: string): Promise<number | undefined> => (await sql.maybe<{ minor: number }>('select amount_minor::float8 as minor from invoice where key = $1', [key]))?.minor

export const issueInvoice = (tx: Transaction, { id, key, intent, amountMinor, dueOn, now }: { id: string; key: string; intent: AccountIntent; amountMinor: number; dueOn: string; now: Date }): Promise<number> => tx.run(
  `insert into invoice (id, number, intent_id, account_id, payment_id, key, currency, amount_minor, issued_at, due_on)
   values ($1, 'R' || to_char($2::timestamptz, 'YYYY') || '-' || lpad(nextval('invoice_no')::text, 6, '0'), $3, $4, $5, $6, $7, $8, $2, $9)`,
  [id, now, intent.id, intent.accountId, intent.paymentId, key, intent.currency, amountMinor, dueOn])

/** Its invoices with what of them is not credited yet, oldest first. */
export const uncreditedOf = (tx: Transaction, intentId: string): Promise<{ id: string; leftMinor: number }[]> =>
  tx.rows('select id, (amount_minor - credited_minor)::float8 as "leftMinor" from invoice where intent_id = $1 and credited_minor < amount_minor order by id for update', [intentId])

export const isCredited = async (sql: Queryable, key: string): Promise<boolean> => (await sql.maybe('select 1 from credit_note where key = $1 limit 1', [key])) !== undefined

export async function issueCreditNote(tx: Transaction, { id, key, invoiceId, amountMinor, now }: { id: string; key: string; invoiceId: string; amountMinor: number; now: Date }): Promise<void> {
  await tx.run(
    `insert into credit_note (id, number, invoice_id, key, amount_minor, issued_at) values ($1, 'G' || to_char($2::timestamptz, 'YYYY') || '-' || lpad(nextval('credit_note_no')::text, 6, '0'), $3, $4, $5, $2)`, [id, now, invoiceId, key, amountMinor])
  await tx.run('update invoice set credited_minor = credited_minor + $2 where id = $1', [invoiceId, amountMinor])
}

/** Newest first, before an id. */
export const listInvoiceRows = (sql: Queryable, { accountId, open }: { accountId: string | null; open: boolean }, before: string, limit: number): Promise<InvoiceRow[]> => sql.rows<InvoiceRow>(
  `select ${invoiceColumns} from invoice i join payment p on p.id = i.payment_id
   where i.id < $1 and ($2::text is null or i.account_id = $2) and (not $3 or i.credited_minor + i.paid_minor < i.amount_minor) order by i.id desc limit $4`, [before, accountId, open, limit])

export const readInvoice = (sql: Queryable, id: string): Promise<InvoiceRow | undefined> => sql.maybe<InvoiceRow>(`select ${invoiceColumns} from invoice i join payment p on p.id = i.payment_id where i.id = $1`, [id])

export const lockInvoice = async (tx: Transaction, id: string): Promise<boolean> => (await tx.maybe('select 1 from invoice where id = $1 for update', [id])) !== undefined

/** Notes money once for its key; gives what the key noted before, when it did. */
export async function notePayment(tx: Transaction, { id, key, invoiceId, amountMinor, receivedOn, now }: { id: string; key: string; invoiceId: string; amountMinor: number; receivedOn: string; now: Date }): Promise<{ invoiceId: string; amountMinor: number } | undefined> {
  const before = await tx.maybe<{ invoiceId: string; amountMinor: number }>('select invoice_id as "invoiceId", amount_minor::float8 as "amountMinor" from invoice_payment where key = $1', [key])
  if (before) return before
  await tx.run('insert into invoice_payment (id, invoice_id, key, amount_minor, received_on, noted_at) values ($1, $2, $3, $4, $5, $6)', [id, invoiceId, key, amountMinor, receivedOn, now])
  await tx.run('with i as (update invoice set paid_minor = paid_minor + $2 where id = $1 returning intent_id) update account_intent a set paid_minor = a.paid_minor + $2 from i where a.id = i.intent_id', [invoiceId, amountMinor])
  return undefined
}
