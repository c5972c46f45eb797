import type { Queryable, Transaction } from '@octavo/database'
import type { Derived, StoredCard } from '../cards/derive.ts'
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
  const rows = await sql.rows<{ no: number; lists: number[]; featured: number; newest: number; titleKey: string; page: string; cards: StoredCard[] }>(
    `select p.no, p.lists, p.featured, p.newest, p.title_key as "titleKey", (select g.json from page g where g.product_no = p.no) as page,
       (select json_agg(json_build_object('market', c.market, 'price', c.price, 'json', c.json)) from card c where c.product_no = p.no) as cards
     from product p where p.no = any($1::int[])`, [nos])
  return new Map(rows.map(({ no, ...derived }) => [no, { ...derived, cards: derived.cards ?? [] }]))
}

/** Writes what differs, and nothing else. The products' rows are held, and their own sort keys are written with them. */
export async function writeDerived(tx: Transaction, changes: readonly Change[]): Promise<void> {
  const fresh = changes.filter(({ before }) => before === undefined)
  await insertRows(tx, 'page', ['product_no', 'json'], fresh.map(({ no, after }) => [no, after.page]))
  await updatePages(tx, changes.filter(({ before, after }) => before !== undefined && before.page !== after.page))

  const cards = changes.flatMap(({ no, before, after }) => after.cards.map((card) => ({ no, card, before: before?.cards.find(({ market }) => market === card.market) })))
  await insertRows(tx, 'card', ['product_no', 'market', 'price', 'json'], cards.filter((one) => one.before === undefined).map(({ no, card }) => [no, card.market, card.price, card.json]))
  await updateCards(tx, cards.filter(({ before, card }) => before !== undefined && before.json !== card.json))

  const entries = difference(changes, entriesOf)
  await deleteEntries(tx, entries.gone)
  await insertRows(tx, 'list_entry', ['list_no', 'product_no', 'featured', 'newest', 'title_key'], entries.made)
  const prices = difference(changes, pricesOf)
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
const pricesOf = (no: number, { lists, cards }: Derived): Price[] => lists.flatMap((listNo) => cards.map(({ market, price }): Price => [listNo, market, price, no]))

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

async function updatePages(tx: Transaction, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await tx.run('update page g set json = u.json from unnest($1::int[], $2::text[]) as u (no, json) where g.product_no = u.no', [changes.map(({ no }) => no), changes.map(({ after }) => after.page)])
}

async function updateCards(tx: Transaction, cards: readonly { no: number; card: StoredCard }[]): Promise<void> {
  if (cards.length === 0) return
  await tx.run(
    'update card c set json = u.json, price = u.price from unnest($1::int[], $2::text[], $3::bigint[], $4::text[]) as u (no, market, price, json) where c.product_no = u.no and c.market = u.market',
    [cards.map(({ no }) => no), cards.map(({ card }) => card.market), cards.map(({ card }) => card.price), cards.map(({ card }) => card.json)])
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
