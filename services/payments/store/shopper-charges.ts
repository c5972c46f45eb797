import type { Queryable, Transaction } from '@octavo/database'

/** A kept card that refused, asked once more with its holder there. Of a payment only one at a time. */
export interface ShopperCharge {
  readonly paymentId: string
  /** Counts on when one came to nothing. */
  readonly attempt: number
  readonly state: 'asked' | 'failed' | 'done'
  readonly returnUrl: string
}

const columns = 'payment_id as "paymentId", attempt, state, return_url as "returnUrl"'

/** Begins one or finds the one that is under way. */
export const askedOfShopper = (tx: Transaction, paymentId: string, returnUrl: string, lookAt: Date): Promise<ShopperCharge> =>
  tx.one<ShopperCharge>(
    `insert into shopper_charge as known (payment_id, state, return_url, look_at) values ($1, 'asked', $2, $3)
     on conflict (payment_id) do update set attempt = known.attempt + case when known.state = 'failed' then 1 else 0 end, state = case when known.state = 'failed' then 'asked' else known.state end, look_at = excluded.look_at
     returning ${columns}`, [paymentId, returnUrl, lookAt])

export const shopperChargeOf = (sql: Queryable, paymentId: string): Promise<ShopperCharge | undefined> =>
  sql.maybe<ShopperCharge>(`select ${columns} from shopper_charge where payment_id = $1 and state = 'asked'`, [paymentId])

export const keepShopperIntent = (sql: Queryable, paymentId: string, intentId: string): Promise<number> => sql.run('update shopper_charge set intent_id = $2 where payment_id = $1', [paymentId, intentId])

/** Ends it; false when it had ended. */
export const endShopperCharge = async (tx: Queryable, paymentId: string, state: 'failed' | 'done'): Promise<boolean> =>
  (await tx.run(`update shopper_charge set state = $2, look_at = null where payment_id = $1 and state = 'asked'`, [paymentId, state])) === 1

/** Somebody said that something happened to an intent: whose it is is looked at now. */
export const lookAtShopperIntent = (sql: Queryable, intentId: string, now: Date): Promise<number> =>
  sql.run(`update shopper_charge set look_at = $2 where intent_id = $1 and state = 'asked'`, [intentId, now])

/** Those to be looked at; each is looked at again later if need be, and a day later no more. */
export const takeShopperCharges = (sql: Queryable, now: Date, later: Date, limit: number): Promise<ShopperCharge[]> =>
  sql.rows<ShopperCharge>(
    `update shopper_charge set look_at = $2 where payment_id in (select payment_id from shopper_charge where look_at <= $1 and state = 'asked' order by look_at limit $3 for update skip locked) returning ${columns}`, [now, later, limit])
