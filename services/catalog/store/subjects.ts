import type { Database, Queryable } from '@octavo/database'
import type { Subject } from '../products/listed-subjects.ts'

export interface ListedSubject extends Subject {
  readonly handle: string
  readonly listNo: number
}

const columns = `handle, scheme, code, label, list_no as "listNo"`

/** The lists of subjects by their handles; those not known yet are made, and one without words takes the first that are said of it. */
export async function subjectLists(database: Database, wishes: readonly (Subject & { readonly handle: string })[]): Promise<ReadonlyMap<string, number>> {
  const wanted = new Map<string, Subject & { readonly handle: string }>()
  for (const wish of wishes) if (wanted.get(wish.handle)?.label === undefined) wanted.set(wish.handle, wish)
  if (wanted.size === 0) return new Map()
  const read = () => database.rows<ListedSubject>(`select ${columns} from subject where handle = any($1::text[])`, [[...wanted.keys()]])
  const found = new Map((await read()).map((subject) => [subject.handle, subject]))
  const open = [...wanted.values()].filter(({ handle, label }) => !found.has(handle) || (found.get(handle)?.label === null && label !== undefined))
  if (open.length === 0) return listsOf(found.values())
  await database.run(
    `insert into subject (handle, scheme, code, label) select u.handle, u.scheme, u.code, u.label from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as u (handle, scheme, code, label) order by u.handle
     on conflict (handle) do update set label = excluded.label where subject.label is null and excluded.label is not null`,
    [open.map(({ handle }) => handle), open.map(({ scheme }) => scheme), open.map(({ code }) => code), open.map(({ label }) => label ?? null)])
  return listsOf(await read())
}

export const findSubject = (sql: Queryable, handle: string): Promise<ListedSubject | undefined> => sql.maybe<ListedSubject>(`select ${columns} from subject where handle = $1`, [handle])

const listsOf = (subjects: Iterable<ListedSubject>): Map<string, number> => new Map([...subjects].map(({ handle, listNo }) => [handle, listNo]))
