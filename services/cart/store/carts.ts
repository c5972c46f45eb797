import type { Queryable } from '@octavo/database'
import type { DataOf } from '@octavo/events'
import { newId } from '@octavo/ids'
import { requestId } from '@octavo/telemetry'
import type { Basket, Content, Line } from '../basket/basket.ts'
import { cartChanged } from '../events.ts'

interface CartRow {
  id: string
  owner: string
  market: string
  lines: Line[]
  version: number
  checkout_id: string | null
  placed_checkout_id: string | null
}

const columns = 'id, owner, market, lines, version, checkout_id, placed_checkout_id'

export async function readCart(sql: Queryable, id: string): Promise<Basket | undefined> {
  const row = await sql.maybe<CartRow>(`select ${columns} from cart where id = $1`, [id])
  return row && basket(row)
}

/** The owner's latest cart. */
export async function readLatestCart(sql: Queryable, owner: string): Promise<Basket | undefined> {
  const row = await sql.maybe<CartRow>(`select ${columns} from cart where owner = $1 order by id desc limit 1`, [owner])
  return row && basket(row)
}

/** All carts of these owners, locked in the order of their ids. */
export async function lockCarts(sql: Queryable, owners: readonly string[]): Promise<Basket[]> {
  return (await sql.rows<CartRow>(`select ${columns} from cart where owner = any($1::text[]) order by id for update`, [owners])).map(basket)
}

export async function lockCart(sql: Queryable, id: string): Promise<Basket | undefined> {
  const row = await sql.maybe<CartRow>(`select ${columns} from cart where id = $1 for update`, [id])
  return row && basket(row)
}

export async function insertCart(sql: Queryable, { id, owner, market }: Pick<Basket, 'id' | 'owner' | 'market'>): Promise<Basket> {
  return basket(await sql.one<CartRow>(`insert into cart (id, owner, market, lines, version) values ($1, $2, $3, '[]', 1) returning ${columns}`, [id, owner, market]))
}

/**
 * Writes what was changed of a cart as it was read, and tells of it, in one statement: the event's number is drawn under the row's
 * lock, so that the events of a cart come in the order of its versions. Undefined when somebody else changed it since.
 */
export async function writeCart(sql: Queryable, read: Basket, { market, lines, placedCheckoutId }: Content): Promise<Basket | undefined> {
  const version = read.version + 1
  const told: DataOf<typeof cartChanged> = { cartId: read.id, owner: read.owner, market, version, lines: lines.map(({ offerId, quantity }) => ({ offerId, quantity })) }
  const written = await sql.run(
    `with written as (
       update cart set market = $3, lines = $4, placed_checkout_id = $5, version = version + 1 where id = $1 and version = $2 returning id
     )
     insert into outbox (id, name, version, key, data, request_id) select $6, $7, $8, id, $9, $10 from written`,
    [read.id, read.version, market, JSON.stringify(lines), placedCheckoutId, newId('evt'), cartChanged.name, cartChanged.version, JSON.stringify(told), requestId() ?? null])
  return written === 1 ? { ...read, market, lines, placedCheckoutId, version } : undefined
}

/** Prices were shown. That is no change of the cart, and gives way to one. */
export async function writeShown(sql: Queryable, read: Basket, lines: readonly Line[]): Promise<void> {
  await sql.run('update cart set lines = $3 where id = $1 and version = $2', [read.id, read.version, JSON.stringify(lines)])
}

export async function writeOwner(sql: Queryable, id: string, owner: string): Promise<void> {
  await sql.run('update cart set owner = $2, version = version + 1 where id = $1', [id, owner])
}

export async function deleteCart(sql: Queryable, id: string): Promise<void> {
  await sql.run('delete from cart where id = $1', [id])
}

const basket = (row: CartRow): Basket => ({
  id: row.id,
  owner: row.owner,
  market: row.market,
  lines: row.lines,
  version: row.version,
  checkoutId: row.checkout_id,
  placedCheckoutId: row.placed_checkout_id,
})
