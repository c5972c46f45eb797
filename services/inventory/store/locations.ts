import type { Queryable } from '@octavo/database'

/** Where stock is when nobody says where; holds take from it first. */
export const defaultLocation = { id: 'loc_main', name: 'Main' }

export async function ensureLocation(sql: Queryable, { id, name }: { id: string; name: string }): Promise<void> {
  await sql.run('insert into location (id, name) values ($1, $2) on conflict (id) do nothing', [id, name])
}
