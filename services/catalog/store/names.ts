import type { Database } from '@octavo/database'
import { newId } from '@octavo/ids'
import { slug } from '../products/slug.ts'
import { giveHandles } from './handles.ts'

export interface Named {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly listNo: number
}

/** One spelling of a name is one contributor, or one series. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

export interface NameWish {
  readonly name: string
  readonly sortName?: string | undefined
}

/** Contributors by their name's key; who is not known yet is made. */
export const contributorsOf = (database: Database, wishes: readonly NameWish[]): Promise<ReadonlyMap<string, Named>> => known(database, contributorTexts, wishes)

/** Series by their name's key; what is not known yet is made. */
export const seriesOf = (database: Database, wishes: readonly NameWish[]): Promise<ReadonlyMap<string, Named>> => known(database, seriesTexts, wishes)

interface Texts {
  readonly kind: 'contributor' | 'series'
  readonly prefix: string
  readonly select: string
  readonly insert: string
}

const contributorTexts: Texts = {
  kind: 'contributor', prefix: 'ctb',
  select: 'select id, handle, name, name_key as key, list_no as "listNo" from contributor where name_key = any($1::text[])',
  insert: `insert into contributor (id, handle, name, name_key, sort_name)
    select u.id, u.handle, u.name, u.key, u.sort_name from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as u (id, handle, name, key, sort_name)
    order by u.key on conflict do nothing`,
}
const seriesTexts: Texts = {
  kind: 'series', prefix: 'ser',
  select: 'select id, handle, name, name_key as key, list_no as "listNo" from series where name_key = any($1::text[])',
  insert: `insert into series (id, handle, name, name_key)
    select u.id, u.handle, u.name, u.key from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as u (id, handle, name, key, sort_name)
    order by u.key on conflict do nothing`,
}

/** Made in a statement of its own: a name stays when the goods it came with are refused, and nobody waits for another's import. */
async function known(database: Database, { kind, prefix, select, insert }: Texts, wishes: readonly NameWish[]): Promise<ReadonlyMap<string, Named>> {
  const wanted = new Map(wishes.map((wish) => [nameKey(wish.name), wish]))
  const found = new Map<string, Named>()
  for (let attempt = 1; wanted.size > 0; attempt++) {
    for (const { key, ...named } of await database.rows<Named & { key: string }>(select, [[...wanted.keys()]])) {
      found.set(key, named)
      wanted.delete(key)
    }
    if (wanted.size === 0) break
    // A number given to one name may be another's own: its next handle is tried.
    if (attempt > 10) throw new Error(`no handle could be found for the ${kind} ${[...wanted.keys()][0]}`)
    const made = [...wanted]
    const handles = await giveHandles(database, kind, made.map(([, { name }]) => slug(name) || kind))
    await database.run(insert, [made.map(() => newId(prefix)), handles, made.map(([, { name }]) => name), made.map(([key]) => key), made.map(([, { sortName }]) => sortName ?? null)])
  }
  return found
}
