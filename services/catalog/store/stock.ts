import type { Queryable } from '@octavo/database'
import type { Stock } from '../cards/availability.ts'

export interface StockRow extends Stock {
  readonly id: string
  readonly availableOn: string | null
}

const columns = 'id, available, promisable, version'

export async function readStock(sql: Queryable, ids: readonly string[]): Promise<Map<string, Stock>> {
  return byId(await sql.rows(`select ${columns} from stock where id = any($1::text[])`, [ids]))
}

/**
 * What is known of stock items, with those that are not known yet made known first. Held until the transaction ends, so that news of
 * them waits, and then finds the offers that this transaction makes.
 */
export async function holdStock(sql: Queryable, ids: readonly string[], first: readonly StockRow[]): Promise<Map<string, Stock>> {
  const made = await insertStock(sql, first)
  const known = new Map(first.filter(({ id }) => made.has(id)).map(({ id, available, promisable, version }) => [id, { available, promisable, version }]))
  const others = ids.filter((id) => !known.has(id))
  if (others.length === 0) return known
  const rows = await sql.rows<Stock & { id: string }>(`select ${columns} from stock where id = any($1::text[]) order by id for share`, [others])
  return new Map([...known, ...byId(rows)])
}

/** Newer facts of stock items; gives the ids of those that it told anything of. In the order of ids, as everybody takes them. */
export async function updateStock(sql: Queryable, rows: readonly StockRow[]): Promise<string[]> {
  const before = byId(await sql.rows(`select ${columns} from stock where id = any($1::text[]) order by id for update`, [rows.map(({ id }) => id)]))
  const newer = await sql.rows<{ id: string; available: number; promisable: number }>(
    `insert into stock as s (id, available, promisable, available_on, version)
     select u.id, u.available, u.promisable, u.available_on, u.version from unnest($1::text[], $2::int[], $3::int[], $4::text[], $5::int[]) as u (id, available, promisable, available_on, version) order by u.id
     on conflict (id) do update set available = excluded.available, promisable = excluded.promisable, available_on = excluded.available_on, version = excluded.version
     where s.version < excluded.version returning id, available, promisable`, arrays(rows))
  return newer.filter(({ id, available, promisable }) => before.get(id)?.available !== available || before.get(id)?.promisable !== promisable).map(({ id }) => id)
}

async function insertStock(sql: Queryable, rows: readonly StockRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const made = await sql.rows<{ id: string }>(
    `insert into stock (id, available, promisable, available_on, version)
     select u.id, u.available, u.promisable, u.available_on, u.version from unnest($1::text[], $2::int[], $3::int[], $4::text[], $5::int[]) as u (id, available, promisable, available_on, version) order by u.id
     on conflict (id) do nothing returning id`, arrays(rows))
  return new Set(made.map(({ id }) => id))
}

const arrays = (rows: readonly StockRow[]): unknown[] =>
  [rows.map(({ id }) => id), rows.map(({ available }) => available), rows.map(({ promisable }) => promisable), rows.map(({ availableOn }) => availableOn), rows.map(({ version }) => version)]

const byId = (rows: readonly (Stock & { id: string })[]): Map<string, Stock> => new Map(rows.map(({ id, ...stock }) => [id, stock]))
