import { z } from 'zod'
import { failure } from '@octavo/failure'

/** How a list is asked for: at most 100 at a time, going on where the last page's `nextCursor` points. */
export const pageInput = {
  limit: z.int().min(1).max(100).default(24),
  cursor: z.string().max(1000).optional(),
}

/** A page of a list. `nextCursor` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** The keyset position as an opaque text. `order` names the sort, so that a cursor of one list is not taken for another's. */
export function writeCursor(order: string, keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify([order, ...keys])).toString('base64url')
}

/**
 * The position a cursor stands for; undefined without one.
 * @throws INVALID_INPUT when it was made up, or belongs to another sort.
 */
export function readCursor(order: string, cursor: string | undefined, length: number): (string | number | null)[] | undefined {
  if (cursor === undefined || cursor === '') return undefined
  try {
    const [made, ...keys] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (made === order && keys.length === length && keys.every(isKey)) return keys as (string | number | null)[]
  } catch { /* told below */ }
  throw failure('INVALID_INPUT', 'This cursor does not belong to this list. Begin without one.', { fields: [{ path: 'cursor', message: 'not a cursor of this list' }] })
}

const isKey = (key: unknown): boolean => key === null || (typeof key === 'string' && !key.includes('\0')) || (typeof key === 'number' && Number.isFinite(key))

/** Cuts a page out of one row more than was asked for; the row beyond says that there is a next page. */
export function cutPage<Row>(rows: readonly Row[], limit: number, cursorOf: (last: Row) => string): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}
