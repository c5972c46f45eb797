import type { Queryable } from '@octavo/database'
import { undated, unpriced } from '../cards/sort-keys.ts'
import type { Sort } from '../contract.ts'

export interface ListedCard {
  /** Where it stands in this order. */
  readonly key: string | number
  readonly no: number
  readonly json: string
}

/** Where a page ended: the last card's place. */
export type Place = readonly [key: string | number, no: number]

export interface ListQuery {
  readonly listNo: number
  /** Whose prices to sort by. */
  readonly market: string
  /** The newest that counts as published: {@link newestOn} of the day. */
  readonly today: number
  readonly after: Place | undefined
  readonly limit: number
}

/*
 * One scan of one index each, in its order, from where the last page ended; the cards are looked up by a sub-select because a join's
 * order would be the planner's choice, and it plans a prepared statement without knowing how short a page is.
 */
const cardOf = `(select c.json from card c where c.product_no = e.product_no) as json`

const featuredText = `select e.featured as key, e.product_no as no, ${cardOf} from list_entry e
  where e.list_no = $1 and (e.featured, e.product_no) > ($2, $3) order by e.featured, e.product_no limit $4`
/** What is out, the last first; then what is to come, the next first. */
const newestText = `(select e.newest as key, e.product_no as no, ${cardOf} from list_entry e
    where e.list_no = $1 and (e.newest, e.product_no) > ($2, $3) order by e.newest, e.product_no limit $4)
  union all
  (select e.newest as key, e.product_no as no, ${cardOf} from list_entry e
    where e.list_no = $1 and (e.newest, e.product_no) < ($5, $6) order by e.newest desc, e.product_no desc limit $4)
  limit $4`
const titleText = `select e.title_key as key, e.product_no as no, ${cardOf} from list_entry e
  where e.list_no = $1 and (e.title_key, e.product_no) > ($2, $3) order by e.title_key, e.product_no limit $4`
const priceText = `select e.price as key, e.product_no as no, ${cardOf} from list_price e
  where e.list_no = $1 and e.market = $2 and (e.price, e.product_no) > ($3, $4) order by e.price, e.product_no limit $5`
/** Dearest first, and what has no price after the cheapest. */
const dearestText = `(select e.price as key, e.product_no as no, ${cardOf} from list_price e
    where e.list_no = $1 and e.market = $2 and e.price < ${unpriced} and (e.price, e.product_no) < ($3, $4) order by e.price desc, e.product_no desc limit $5)
  union all
  (select e.price as key, e.product_no as no, ${cardOf} from list_price e
    where e.list_no = $1 and e.market = $2 and e.price = ${unpriced} and e.product_no < $6 order by e.product_no desc limit $5)
  limit $5`

const lastNo = 2_147_483_647

/** The next cards of a list, in a market and an order. */
export function readList(sql: Queryable, sort: Sort, query: ListQuery): Promise<ListedCard[]> {
  const { text, values } = listStatement(sort, query)
  return sql.rows<ListedCard>(text, values)
}

/** The statement of an order, for whoever runs it or asks for its plan. */
export function listStatement(sort: Sort, { listNo, market, today, after, limit }: ListQuery): { text: string; values: unknown[] } {
  switch (sort) {
    case 'featured': return { text: featuredText, values: [listNo, ...(after ?? [-1, 0]), limit] }
    case 'newest': {
      const isToCome = after !== undefined && Number(after[0]) < today
      // Past what is out nothing of it is left to read.
      const out = isToCome ? [undated, lastNo] : after ?? [today - 1, lastNo]
      return { text: newestText, values: [listNo, ...out, limit, ...(isToCome ? after : [today, 0])] }
    }
    case 'title': return { text: titleText, values: [listNo, ...(after ?? ['', 0]), limit] }
    case 'price': return { text: priceText, values: [listNo, market, ...(after ?? [-1, 0]), limit] }
    case '-price': {
      const [key, no] = after ?? [unpriced, lastNo]
      const amongUnpriced = after !== undefined && key === unpriced
      // Past the priced ones nothing of them is left to read.
      return { text: dearestText, values: [listNo, market, amongUnpriced ? -1 : key, no, limit, amongUnpriced ? no : lastNo] }
    }
  }
}

/** The list of a contributor or a series, by handle or id. */
export async function findList(sql: Queryable, kind: 'contributor' | 'series', idOrHandle: string): Promise<number | undefined> {
  return (await findNamed(sql, kind, idOrHandle))?.listNo
}

export interface Found {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly listNo: number
}

export function findNamed(sql: Queryable, kind: 'contributor' | 'series', idOrHandle: string): Promise<Found | undefined> {
  const prefix = kind === 'contributor' ? 'ctb_' : 'ser_'
  return sql.maybe<Found>(`select id, handle, name, list_no as "listNo" from ${kind} where ${idOrHandle.startsWith(prefix) ? 'id' : 'handle'} = $1`, [idOrHandle])
}

/** Cards of the titles whose key begins like this, in its order. */
export async function readByTitle(sql: Queryable, key: string, limit: number): Promise<{ json: string }[]> {
  return sql.rows(`select ${cardOf} from list_entry e where e.list_no = 0 and e.title_key >= $1 and e.title_key < $2 order by e.title_key, e.product_no limit $3`, [key, `${key}\u{10ffff}`, limit])
}

/** Cards of what carries an identifier; few do. */
export async function readByIdentifier(sql: Queryable, identifier: string, limit: number): Promise<{ json: string }[]> {
  return sql.rows('select (select c.json from card c where c.product_no = i.product_no) as json from identifier i where i.value = $1 order by i.product_no limit $2', [identifier, limit])
}
