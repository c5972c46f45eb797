import type { Queryable } from '@octavo/database'
import type { Agreed } from '../order/agreed.ts'
import type { Checkout, CheckoutRequest } from '../checkout/checkout.ts'
import type { Taken } from '../checkout/history.ts'
import { completed, type Saga } from '../checkout/saga.ts'
import { readOrderNumber } from '../order/order-number.ts'
import type { SagaStatus } from '../checkout/view.ts'

export const checkoutColumns = `id, owner, account_id as "accountId", cart_id as "cartId", order_id as "orderId", request, steps_version as "stepsVersion", saga, agreed, history, last_error as "lastError", fence,
  lease_until as "leaseUntil", due_at as "dueAt", wakes, deadline_at as "deadlineAt", request_id as "requestId", created_at as "createdAt", updated_at as "updatedAt"`

export interface Accepted {
  readonly id: string
  readonly owner: string
  readonly accountId: string | null
  readonly key: string
  readonly bodyHash: string
  readonly cartId: string
  readonly orderId: string
  readonly request: CheckoutRequest
  readonly stepsVersion: number
  readonly saga: Saga
  readonly leaseUntil: Date
  readonly deadlineAt: Date
  readonly requestId: string
  readonly now: Date
}

/**
 * Writes a new checkout down, already leased to this process under fence 1. False when the owner's key is known, the basket is in a
 * running checkout, or an earlier order came out of it (unless `again` says that this was looked at): `findRival` tells which.
 */
export async function insertCheckout(database: Queryable, one: Accepted, again: boolean): Promise<boolean> {
  const written = await database.run(
    // Locked and not only looked at: one that is being closed meanwhile is in nobody's way when its row has changed, and looks as if it ran before.
    `with standing as materialized (select id from checkout where owner = $2 and cart_id = $6 and (due_at is not null or status = 'completed') limit 1 for share)
     insert into checkout (id, owner, account_id, idempotency_key, body_hash, cart_id, order_id, request, steps_version, status, saga, fence, lease_until, due_at, deadline_at, request_id, created_at, updated_at)
     select $1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::int, 'running', $10::jsonb, 1, $11::timestamptz, $11, $12::timestamptz, $13, $14::timestamptz, $14
     where $15 or not exists (select from standing)
     on conflict do nothing`,
    [one.id, one.owner, one.accountId, one.key, one.bodyHash, one.cartId, one.orderId, JSON.stringify(one.request), one.stepsVersion, JSON.stringify(one.saga), one.leaseUntil, one.deadlineAt, one.requestId, one.now, again],
  )
  return written === 1
}

export interface Rival extends Checkout {
  readonly key: string
  readonly bodyHash: string
}

/** The checkout that stands in the way of a new one: the one with the same key first, then a running one, then the last that was placed. */
export const findRival = (database: Queryable, { owner, key, cartId }: { owner: string; key: string; cartId: string }): Promise<Rival | undefined> =>
  database.maybe<Rival>(
    `select ${checkoutColumns}, idempotency_key as key, body_hash as "bodyHash" from checkout
     where owner = $1 and (idempotency_key = $2 or cart_id = $3 and (due_at is not null or status = 'completed'))
     order by idempotency_key = $2 desc, due_at is not null desc, id desc limit 1`, [owner, key, cartId])

export const readCheckout = (database: Queryable, id: string): Promise<Checkout | undefined> =>
  database.maybe<Checkout>(`select ${checkoutColumns} from checkout where id = $1`, [id])

/** What is written with every state: only by the process whose fence it is. */
export interface Written {
  readonly id: string
  readonly fence: number
  readonly saga: Saga
  readonly status: SagaStatus
  readonly lastError: string | null
  readonly history: readonly Taken[]
  readonly now: Date
}

/** Makes the state durable and goes on. False when another process has taken the checkout over. */
export async function saveCheckout(database: Queryable, one: Written & { readonly agreed: Agreed | null; readonly leaseUntil: Date }): Promise<boolean> {
  return await database.run(
    `update checkout set saga = $3::jsonb, status = $4, last_error = $5, agreed = coalesce($6::jsonb, agreed), updated_at = $7, lease_until = $8, due_at = $8, history = $9::jsonb where id = $1 and fence = $2`,
    [one.id, one.fence, JSON.stringify(one.saga), one.status, one.lastError, one.agreed && JSON.stringify(one.agreed), one.now, one.leaseUntil, JSON.stringify(one.history)],
  ) === 1
}

/** Lets go of it until then; at once when something moved since it was taken up. Gives when it is due, undefined when it was taken over. */
export async function restCheckout(database: Queryable, one: Written & { readonly agreed: Agreed | null; readonly until: Date; readonly wakes: number }): Promise<Date | undefined> {
  const row = await database.maybe<{ dueAt: Date }>(
    `update checkout set saga = $3::jsonb, status = $4, last_error = $5, agreed = coalesce($6::jsonb, agreed), updated_at = $7, lease_until = null,
       due_at = case when wakes = $8 then $9::timestamptz else $7 end, history = $10::jsonb
     where id = $1 and fence = $2 returning due_at as "dueAt"`,
    [one.id, one.fence, JSON.stringify(one.saga), one.status, one.lastError, one.agreed && JSON.stringify(one.agreed), one.now, one.wakes, one.until, JSON.stringify(one.history)],
  )
  return row?.dueAt
}

/** It has ended, for good. */
export async function endCheckout(database: Queryable, one: Written): Promise<boolean> {
  return await database.run(
    `update checkout set saga = $3::jsonb, status = $4, last_error = $5, agreed = null, updated_at = $6, lease_until = null, due_at = null, history = $7::jsonb where id = $1 and fence = $2`,
    [one.id, one.fence, JSON.stringify(one.saga), one.status, one.lastError, one.now, JSON.stringify(one.history)],
  ) === 1
}

/** Placed checkouts have ended, for good. Gives those that had not been taken over. */
export async function completeCheckouts(database: Queryable, ends: readonly Pick<Checkout, 'id' | 'fence' | 'history'>[], now: Date): Promise<string[]> {
  const rows = await database.rows<{ id: string }>(
    `update checkout set saga = $3::jsonb, status = 'completed', agreed = null, updated_at = $4, lease_until = null, due_at = null, history = e.history::jsonb
     from unnest($1::text[], $2::int[], $5::text[]) as e (id, fence, history) where checkout.id = e.id and checkout.fence = e.fence returning checkout.id`,
    [ends.map(({ id }) => id), ends.map(({ fence }) => fence), JSON.stringify(completed), now, ends.map(({ history }) => JSON.stringify(history))])
  return rows.map(({ id }) => id)
}

/** Gives the lease back, whatever was saved last: the checkout is due again then. */
export const giveBackLease = (database: Queryable, id: string, fence: number, dueAt: Date): Promise<number> =>
  database.run(`update checkout set lease_until = null, due_at = $3 where id = $1 and fence = $2 and due_at is not null`, [id, fence, dueAt])

/** Whoever had checkouts has ended: they are due now. Should one live after all, whoever takes its checkout up has a higher fence. */
export const endLeases = (database: Queryable, now: Date): Promise<number> =>
  database.run('update checkout set lease_until = null, due_at = $1 where due_at is not null and lease_until is not null', [now])

/** Takes up what is due: what rested long enough, and what a process left behind. Whoever had it before has a lower fence from now on. */
export const claimDue = (database: Queryable, { now, leaseUntil, limit, versions }: { now: Date; leaseUntil: Date; limit: number; versions: readonly number[] }): Promise<Checkout[]> =>
  database.rows<Checkout>(
    `update checkout set fence = fence + 1, lease_until = $2, due_at = $2
     where id in (select id from checkout where due_at <= $1 and steps_version = any($4::int[]) order by due_at limit $3 for update skip locked)
     returning ${checkoutColumns}`, [now, leaseUntil, limit, versions])

/** Something moved: a resting checkout is due now; who works on it will not let it rest. */
export const wakeCheckout = (database: Queryable, id: string, now: Date): Promise<number> =>
  database.run(`update checkout set wakes = wakes + 1, due_at = case when lease_until is null then $2 else due_at end where id = $1 and due_at is not null`, [id, now])

/** Of these, the checkouts that have not ended. */
export async function aliveCheckouts(database: Queryable, ids: readonly string[]): Promise<string[]> {
  const rows = await database.rows<{ id: string }>(`select id from checkout where id = any($1::text[]) and due_at is not null`, [ids])
  return rows.map(({ id }) => id)
}

/** Newest first, below `before`. `search` is a checkout's or an order's id, an order's number, or the address that was given. */
export const listCheckouts = (database: Queryable, { status, search, before, limit }: { status: SagaStatus | undefined; search: string | undefined; before: string | undefined; limit: number }): Promise<(Checkout & { readonly status: SagaStatus })[]> => {
  if (search !== undefined) return database.rows(found(search.includes('@')), [before ?? null, limit, search, readOrderNumber(search) ?? search, status ?? null])
  return status === undefined
    ? database.rows(`select ${checkoutColumns}, status from checkout where id < coalesce($1, '~') order by id desc limit $2`, [before ?? null, limit])
    : database.rows(ofStatus[status], [before ?? null, limit])
}

/** An address names many, everything else one at the most. */
const found = (byEmail: boolean) => `select ${checkoutColumns}, status from checkout where id < coalesce($1, '~') and ($5::text is null or status = $5) and ${byEmail
  ? `lower(request ->> 'email') = lower($3) and $4::text is not null`
  : `id in ($3, (select checkout_id from placed_order where id = $3), (select checkout_id from placed_order where number = $4))`} order by id desc limit $2`

/** A text a status: one plan for all of them would not know which are rare, and read past everything else to find those. */
const withStatus = (status: SagaStatus) => `select ${checkoutColumns}, status from checkout where status = '${status}' and id < coalesce($1, '~') order by id desc limit $2`
const ofStatus: Readonly<Record<SagaStatus, string>> = {
  running: withStatus('running'), waiting: withStatus('waiting'), undoing: withStatus('undoing'), stuck: withStatus('stuck'), completed: withStatus('completed'), failed: withStatus('failed'),
}

/** How many wait for a person. */
export async function countStuck(database: Queryable): Promise<number> {
  const { stuck } = await database.one<{ stuck: number }>(`select count(*)::int as stuck from checkout where status = 'stuck'`)
  return stuck
}

/** What a guest began is the account's. What would collide with the account's own (the same key, the same basket) stays behind. */
export const adoptCheckouts = (database: Queryable, guestId: string, accountId: string): Promise<number> =>
  database.run(
    `update checkout as mine set owner = $2, account_id = $2 where owner = $1
       and not exists (select from checkout other where other.owner = $2 and (other.idempotency_key = mine.idempotency_key or other.cart_id = mine.cart_id and other.due_at is not null))`,
    [guestId, accountId])
