import type { Queryable } from '@octavo/database'
import type { KnownSeller } from '../cards/page.ts'

const columns = 'id, handle, name, standing'

export async function sellersByHandle(sql: Queryable, handles: readonly string[]): Promise<KnownSeller[]> {
  return sql.rows<KnownSeller>(`select ${columns} from seller where handle = any($1::text[])`, [handles])
}

export async function readSellers(sql: Queryable, ids: readonly string[]): Promise<KnownSeller[]> {
  return ids.length === 0 ? [] : sql.rows<KnownSeller>(`select ${columns} from seller where id = any($1::text[])`, [ids])
}

/** Those who may not sell. */
export const suspendedIn = (sellers: ReadonlyMap<string, KnownSeller>): ReadonlySet<string> =>
  new Set([...sellers.values()].filter(({ standing }) => standing === 'suspended').map(({ id }) => id))

/** What the sellers service told when asked: an event that says more is never overwritten by it. */
export async function rememberSellers(sql: Queryable, sellers: readonly KnownSeller[]): Promise<void> {
  await sql.run(
    `insert into seller (id, handle, name, standing, version) select u.id, u.handle, u.name, u.standing, 0
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as u (id, handle, name, standing) order by u.id
     on conflict (id) do nothing`,
    [sellers.map(({ id }) => id), sellers.map(({ handle }) => handle), sellers.map(({ name }) => name), sellers.map(({ standing }) => standing)])
}

/** True when the news is newer than what was known; `standing` says whether that differs. */
export async function updateSeller(sql: Queryable, seller: KnownSeller & { readonly version: number }): Promise<{ newer: boolean; standingChanged: boolean }> {
  const before = await sql.maybe<{ standing: string; version: number }>('select standing, version from seller where id = $1 for update', [seller.id])
  if (before && before.version >= seller.version) return { newer: false, standingChanged: false }
  await sql.run(
    `insert into seller (id, handle, name, standing, version) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set handle = excluded.handle, name = excluded.name, standing = excluded.standing, version = excluded.version`,
    [seller.id, seller.handle, seller.name, seller.standing, seller.version])
  return { newer: true, standingChanged: before !== undefined && before.standing !== seller.standing }
}
