import type { Queryable } from '@octavo/database'
import type { FrozenLine } from '../contract.ts'
import type { Basket } from '../basket/basket.ts'

/** How every step of a checkout is told apart, see the contract. */
export interface Step {
  readonly cartId: string
  readonly checkoutId: string
  readonly attempt: number
  readonly fence: number
}

export type BindAnswer =
  | { readonly outcome: 'bound'; readonly market: string; readonly frozen: FrozenLine[] }
  | { readonly outcome: 'busy'; readonly other: string }
  | { readonly outcome: 'stale' | 'undone' | 'missing' | 'changed' | 'empty' }

/** Binds the lines of a cart as it was priced, in one round trip; what was bound by the same step before is given as it was. */
export async function bindCart(sql: Queryable, { cartId, checkoutId, attempt, fence }: Step, owner: string, priced: Basket, frozen: readonly FrozenLine[]): Promise<BindAnswer> {
  return sql.one<BindAnswer>('select outcome, market, frozen, other from bind_cart($1, $2, $3, $4, $5, $6, $7, $8)', [
    checkoutId, attempt, fence, cartId, owner, priced.version, frozen.map((line) => line.lineId), JSON.stringify(frozen),
  ])
}

/** How many lines left the cart with their order; -1 when a higher fence was seen. */
export async function removeBoundLines(sql: Queryable, { cartId, checkoutId, fence }: Step): Promise<number> {
  return (await sql.one<{ removed: number }>('select remove_bound($1, $2, $3) as removed', [checkoutId, fence, cartId])).removed
}

export async function passFence(sql: Queryable, { checkoutId, fence }: Step): Promise<boolean> {
  return (await sql.one<{ passed: boolean }>('select pass_fence($1, $2) as passed', [checkoutId, fence])).passed
}

export async function readBinding(sql: Queryable, { checkoutId, attempt }: Step): Promise<'bound' | 'unbound' | 'removed' | 'undone' | undefined> {
  return (await sql.maybe<{ status: 'bound' | 'unbound' | 'removed' | 'undone' }>('select status from binding where checkout_id = $1 and attempt = $2', [checkoutId, attempt]))?.status
}

/** So that a do that comes after its undo is refused. */
export async function leaveTombstone(sql: Queryable, { checkoutId, attempt, cartId }: Step): Promise<void> {
  await sql.run(`insert into binding (checkout_id, attempt, cart_id, status) values ($1, $2, $3, 'undone')`, [checkoutId, attempt, cartId])
}

export async function writeUnbound(sql: Queryable, { checkoutId, attempt, cartId }: Step, lines: Basket['lines']): Promise<void> {
  await sql.run(`update binding set status = 'unbound' where checkout_id = $1 and attempt = $2`, [checkoutId, attempt])
  await sql.run('update cart set lines = $3, checkout_id = null, version = version + 1 where id = $1 and checkout_id = $2', [cartId, checkoutId, JSON.stringify(lines)])
}
