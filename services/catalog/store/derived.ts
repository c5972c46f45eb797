import type { Queryable, Transaction } from '@octavo/database'
import { pricesOf, type Derived, type StoredCard } from '../cards/derive.ts'
import { countChanges } from './categories.ts'
import { insertRows } from './rows.ts'

export interface Change {
  readonly no: number
  /** Absent when the product is new. */
  readonly before?: Derived | undefined
  readonly after: Derived
}

/** What stands stored of products, by their numbers. */
export async function readDerived(sql: Queryable, nos: readonly number[]): Promise<Map<number, Derived>> {
  if (nos.length === 0) return new Map()
  const rows = await sql.rows<Omit<Derived, 'prices'> & { no: number }>(
    `select p.no, p.lists, p.featured, p.newest, p.title_key as "titleKey", p.changes_on as "changesOn", (select c.json from card c where c.product_no = p.no) as card from product p where p.no = any($1::int[])`, [nos])
  return new Map(rows.map(({ no, ...derived }) => [no, { ...derived, prices: pricesOf(JSON.parse(derived.card) as StoredCard) }]))
}

/** Writes what differs, and nothing else. The products' rows are held, and their own sort keys are written with them. */
export async function writeDerived(tx: Transaction, changes: readonly Change[]): Promise<void> {
  await insertRows(tx, 'card', ['product_no', 'json'], changes.filter(({ before }) => !before).map(({ no, after }) => [no, after.card]))
  await updateCards(tx, changes.filter(({ before, after }) => before && before.card !== after.card))

  const entries = difference(changes, entriesOf)
  await deleteEntries(tx, entries.gone)
  await insertRows(tx, 'list_entry', ['list_no', 'product_no', 'featured', 'newest', 'title_key'], entries.made)
  const prices = difference(changes, listPricesOf)
  await deletePrices(tx, prices.gone)
  await insertRows(tx, 'list_price', ['list_no', 'market', 'price', 'product_no'], prices.made)

  const counts = new Map<number, number>()
  const count = (lists: readonly number[], by: number) => { for (const list of lists) if (list !== 0) counts.set(list, (counts.get(list) ?? 0) + by) }
  for (const { before, after } of changes) {
    if (before) count(before.lists, -1)
    count(after.lists, 1)
  }
  await countChanges(tx, counts)
}

type Entry = [listNo: number, no: number, featured: number, newest: number, titleKey: string]
type Price = [listNo: number, market: string, price: number, no: number]

const entriesOf = (no: number, { lists, featured, newest, titleKey }: Derived): Entry[] => lists.map((listNo) => [listNo, no, featured, newest, titleKey])
const listPricesOf = (no: number, { lists, prices }: Derived): Price[] => {
  const markets = Object.entries(prices)
  return lists.flatMap((listNo) => markets.map(([market, price]): Price => [listNo, market, price, no]))
}

function difference<Row extends Entry | Price>(changes: readonly Change[], rowsOf: (no: number, derived: Derived) => Row[]): { gone: Row[]; made: Row[] } {
  const gone: Row[] = []
  const made: Row[] = []
  for (const { no, before, after } of changes) {
    const now = rowsOf(no, after)
    if (!before) {
      for (const row of now) made.push(row)
      continue
    }
    const old = rowsOf(no, before)
    const has = (rows: readonly Row[], row: Row) => rows.some((other) => other.every((value, at) => value === row[at]))
    gone.push(...old.filter((row) => !has(now, row)))
    made.push(...now.filter((row) => !has(old, row)))
  }
  return { gone, made }
}

async function updateCards(tx: Transaction, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await tx.run('update card c set json = u.json from unnest($1::int[], $2::text[]) as u (no, json) where c.product_no = u.no', [changes.map(({ no }) => no), changes.map(({ after }) => after.card)])
}

async function deleteEntries(tx: Transaction, rows: readonly Entry[]): Promise<void> {
  if (rows.length === 0) return
  await tx.run(
    'delete from list_entry e using unnest($1::int[], $2::int[], $3::bigint[]) as u (list_no, no, featured) where e.list_no = u.list_no and e.featured = u.featured and e.product_no = u.no',
    [rows.map(([listNo]) => listNo), rows.map(([, no]) => no), rows.map(([, , featured]) => featured)])
}

async function deletePrices(tx: Transaction, rows: readonly Price[]): Promise<void> {
  if (rows.length === 0) return
  await tx.run(
    `delete from list_price l using unnest($1::int[], $2::text[], $3::bigint[], $4::int[]) as u (list_no, market, price, no)
     where l.list_no = u.list_no and l.market = u.market and l.price = u.price and l.product_no = u.no`,
    [rows.map(([listNo]) => listNo), rows.map(([, market]) => market), rows.map(([, , price]) => price), rows.map(([, , , no]) => no)])
}
