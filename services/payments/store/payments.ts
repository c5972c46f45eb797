import type { Queryable } from '@octavo/database'
import type { Payment } from '../contract.ts'
import type { Card, DeclineReason } from '../provider/port.ts'

/** How a payment was asked for. */
export interface PaymentRequest {
  readonly paymentMethod: string
  readonly email: string
  readonly saveCard: boolean
  readonly subOrders: number
  readonly returnUrl: string
}

export interface PaymentRow {
  readonly id: string
  readonly checkoutId: string
  readonly orderId: string
  readonly accountId: string | null
  readonly mode: 'authorise' | 'save_card'
  readonly status: Payment['status']
  readonly currency: string
  readonly amountMinor: number
  readonly authorisedMinor: number
  readonly capturedMinor: number
  readonly refundedMinor: number
  /** Taken back by disputes that were not won. */
  readonly disputedMinor: number
  /** Of what was authorised, what will not be taken. */
  readonly notChargedMinor: number
  readonly request: PaymentRequest
  readonly provider: string
  readonly intentId: string | null
  readonly customerId: string | null
  readonly actionUrl: string | null
  readonly failure: { readonly code: 'CARD_DECLINED' | 'AUTHENTICATION_FAILED' | 'PAYMENT_FAILED'; readonly detail: string; readonly reason?: DeclineReason } | null
  readonly card: Card | null
  readonly multicapture: boolean
  readonly problem: Payment['problem']
  readonly version: number
  readonly createdAt: Date
}

const columns = `id, checkout_id as "checkoutId", order_id as "orderId", account_id as "accountId", mode, status, currency, amount_minor::float8 as "amountMinor",
  authorised_minor::float8 as "authorisedMinor", captured_minor::float8 as "capturedMinor", refunded_minor::float8 as "refundedMinor", disputed_minor::float8 as "disputedMinor", not_charged_minor::float8 as "notChargedMinor", request, provider,
  intent_id as "intentId", customer_id as "customerId", action_url as "actionUrl", failure, card, multicapture, problem, version, created_at as "createdAt"`

export interface Begun {
  readonly id: string
  readonly checkoutId: string
  readonly fence: number
  readonly orderId: string
  readonly accountId: string | null
  readonly mode: PaymentRow['mode']
  readonly currency: string
  readonly amountMinor: number
  readonly request: PaymentRequest
  readonly provider: string
  /** Null when the provider makes none. */
  readonly intentId: string | null
  readonly customerId: string | null
  readonly now: Date
  /** When the sweeper looks for itself what became of it. */
  readonly lookAt: Date
}

/** Begins a payment with its intent or finds the one begun, in one statement under the checkout's fence. One that was begun without its intent gets it. */
export async function beginPayment(sql: Queryable, begun: Begun): Promise<PaymentRow | 'stale' | 'undone'> {
  const row = await sql.maybe<PaymentRow & { undone: boolean }>(
    `with passed as (
       insert into checkout_fence as known (checkout_id, fence) values ($2, $3) on conflict (checkout_id) do update set fence = excluded.fence where known.fence <= excluded.fence returning undone
     ), made as (
       insert into payment (id, checkout_id, order_id, account_id, mode, status, currency, amount_minor, request, provider, created_at, updated_at, look_at, intent_id, customer_id)
       select $1, $2, $4, $5, $6, 'pending', $7, $8, $9::jsonb, $10, $11::timestamptz, $11, $12::timestamptz, $13, $14 from passed where not undone on conflict (checkout_id)
         do update set intent_id = excluded.intent_id, customer_id = excluded.customer_id where payment.intent_id is null and excluded.intent_id is not null returning *
     )
     select undone, p.* from passed left join (select ${columns} from made union all select ${columns} from payment where checkout_id = $2 and not exists (select from made)) p on true`,
    [begun.id, begun.checkoutId, begun.fence, begun.orderId, begun.accountId, begun.mode, begun.currency, begun.amountMinor, JSON.stringify(begun.request), begun.provider, begun.now, begun.lookAt, begun.intentId, begun.customerId])
  if (!row) return 'stale'
  const { undone, ...payment } = row
  if (undone) return 'undone'
  // Begun by another call while this one waited for the fence: beyond what this statement sees.
  const known = payment.id === null ? await paymentOfCheckout(sql, begun.checkoutId) : payment
  if (!known) throw new TypeError(`the payment of ${begun.checkoutId} was begun and is not there`)
  return known
}

export async function beginUndo(sql: Queryable, checkoutId: string, fence: number): Promise<'undoing' | 'stale'> {
  const { outcome } = await sql.one<{ outcome: 'undoing' | 'stale' }>('select begin_undo($1, $2) as outcome', [checkoutId, fence])
  return outcome
}

export const paymentOfCheckout = (sql: Queryable, checkoutId: string): Promise<PaymentRow | undefined> =>
  sql.maybe<PaymentRow>(`select ${columns} from payment where checkout_id = $1`, [checkoutId])

export const paymentOfOrder = (sql: Queryable, orderId: string): Promise<PaymentRow | undefined> =>
  sql.maybe<PaymentRow>(`select ${columns} from payment where order_id = $1 order by id desc limit 1`, [orderId])

/** Its row locked until the transaction ends: who moves money by hand and who lets go of it decide one after the other. */
export const lockPaymentOfOrder = (tx: Queryable, orderId: string): Promise<PaymentRow | undefined> =>
  tx.maybe<PaymentRow>(`select ${columns} from payment where order_id = $1 order by id desc limit 1 for update`, [orderId])

/** The payment of a provider's intent, its row locked. */
export const lockPaymentOfIntent = (tx: Queryable, intentId: string): Promise<PaymentRow | undefined> => tx.maybe<PaymentRow>(`select ${columns} from payment where intent_id = $1 for update`, [intentId])

export const readPayment = (sql: Queryable, id: string): Promise<PaymentRow | undefined> => sql.maybe<PaymentRow>(`select ${columns} from payment where id = $1`, [id])

export const lockPayment = (sql: Queryable, id: string): Promise<PaymentRow | undefined> => sql.maybe<PaymentRow>(`select ${columns} from payment where id = $1 for update`, [id])

/** For an event that tells of a payment of which no figure changed. */
export const raiseVersion = async (tx: Queryable, id: string, now: Date): Promise<number> =>
  (await tx.one<{ version: number }>('update payment set version = version + 1, updated_at = $2 where id = $1 returning version', [id, now])).version

/** Newest first, before an id; a checkout has one at the most. Each is one range of one index. */
export async function listPaymentRows(sql: Queryable, of: { orderId?: string | undefined; checkoutId?: string | undefined }, before = '~', limit = 24): Promise<PaymentRow[]> {
  if (of.checkoutId !== undefined) {
    const one = await paymentOfCheckout(sql, of.checkoutId)
    return one && one.id < before && (of.orderId ?? one.orderId) === one.orderId ? [one] : []
  }
  if (of.orderId !== undefined) return sql.rows<PaymentRow>(`select ${columns} from payment where order_id = $1 and id < $2 order by id desc limit $3`, [of.orderId, before, limit])
  return sql.rows<PaymentRow>(`select ${columns} from payment where id < $1 order by id desc limit $2`, [before, limit])
}

export const paymentsAfter = (sql: Queryable, after: string, limit: number): Promise<PaymentRow[]> => sql.rows<PaymentRow>(`select ${columns} from payment where id > $1 order by id limit $2`, [after, limit])

export interface Standing {
  readonly status: PaymentRow['status']
  readonly authorisedMinor?: number
  readonly capturedMinor?: number
  readonly actionUrl?: string | null
  readonly failure?: PaymentRow['failure']
  readonly card?: Card | null
  readonly multicapture?: boolean
  readonly captureBefore?: Date | null
  readonly now: Date
}

/** Writes how it stands when that differs from what was known in this version; undefined when somebody else wrote first. Nothing is open any more unless it waits. */
export function writeStanding(sql: Queryable, known: PaymentRow, standing: Standing): Promise<PaymentRow | undefined> {
  const { status, authorisedMinor = known.authorisedMinor, capturedMinor = known.capturedMinor, actionUrl = null, failure = null, card = known.card, multicapture = known.multicapture, captureBefore = null, now } = standing
  return sql.maybe<PaymentRow>(
    `update payment set status = $3, authorised_minor = $4, captured_minor = $5, action_url = $6, failure = $7, card = coalesce($8, card), multicapture = $9, capture_before = coalesce($11, capture_before), updated_at = $10, version = version + 1,
       look_at = case when $3 in ('pending', 'requires_action') then look_at end
     where id = $1 and version = $2 returning ${columns}`,
    [known.id, known.version, status, authorisedMinor, capturedMinor, actionUrl, failure && JSON.stringify(failure), card && JSON.stringify(card), multicapture, now, captureBefore])
}

/** Payments whose outcome nobody has told for too long; each is given to one process, and looked at again later if need be. */
export const takeUnheard = (sql: Queryable, now: Date, limit: number): Promise<PaymentRow[]> =>
  sql.rows<PaymentRow>(
    `update payment set looks = looks + 1, look_at = case when looks < 12 then $1::timestamptz + make_interval(secs => 60 * power(2, least(looks, 6))) end
     where id in (select id from payment where look_at <= $1 order by look_at limit $2 for update skip locked) returning ${columns}`, [now, limit])

/** Payments whose bank lets go before then, with something still to be taken; each is given once. */
export const takeEnding = (tx: Queryable, before: Date, limit: number): Promise<PaymentRow[]> =>
  tx.rows<PaymentRow>(
    `update payment set capture_before = null where id in (
       select id from payment where capture_before <= $1 and captured_minor < authorised_minor and status in ('authorised', 'captured') order by capture_before limit $2 for update skip locked) returning ${columns}`, [before, limit])

/** Another intent holds the money from now on. */
export const replaceIntent = (tx: Queryable, id: string, { intentId, captureBefore, multicapture }: { readonly intentId: string; readonly captureBefore: Date | null; readonly multicapture: boolean }, now: Date): Promise<number> =>
  tx.run('update payment set intent_id = $2, capture_before = $3, multicapture = $4, version = version + 1, updated_at = $5 where id = $1', [id, intentId, captureBefore, multicapture, now])

/** Has the sweeper look at an intent that is open: now when it waited for the shopper or the bank, else later. Undefined when it is not open, or not ours. */
export async function lookAtIntent(sql: Queryable, intentId: string, { now, later }: { now: Date; later: Date }): Promise<'now' | 'later' | undefined> {
  const row = await sql.maybe<{ look: 'now' | 'later' }>(
    `update payment set look_at = case when status = 'requires_action' then $2::timestamptz else $3 end where intent_id = $1 and status in ('pending', 'requires_action')
     returning case when status = 'requires_action' then 'now' else 'later' end as look`, [intentId, now, later])
  return row?.look
}
