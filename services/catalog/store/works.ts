import type { Database } from '@octavo/database'
import { newId } from '@octavo/ids'

export interface Work {
  readonly id: string
  readonly title: string
}

/** Works by their key within a source; who is not known yet is made, with the title first given. */
export async function worksOf(database: Database, source: string, wishes: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Work>> {
  if (wishes.size === 0) return new Map()
  const keys = [...wishes.keys()]
  const read = async () => new Map((await database.rows<Work & { key: string }>('select key, id, title from work where source = $1 and key = any($2::text[])', [source, keys]))
    .map(({ key, id, title }) => [key, { id, title }]))
  const found = await read()
  const missing = keys.filter((key) => !found.has(key))
  if (missing.length === 0) return found
  await database.run(
    `insert into work (id, source, key, title) select u.id, $1, u.key, u.title from unnest($2::text[], $3::text[], $4::text[]) as u (id, key, title) order by u.key
     on conflict (source, key) do nothing`,
    [source, missing.map(() => newId('wrk')), missing, missing.map((key) => wishes.get(key))])
  return read()
}
