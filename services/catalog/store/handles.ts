import type { Queryable } from '@octavo/database'

type Kind = 'product' | 'contributor' | 'series'

/**
 * A handle for each wish, in their order: the wish itself when it is the first, numbered after that. Given for good, outside of any
 * transaction, so that two imports never wait for each other's titles; one that is not used leaves a gap and no harm.
 */
export async function giveHandles(sql: Queryable, kind: Kind, wishes: readonly string[]): Promise<string[]> {
  const given: string[] = []
  let open = wishes.map((wish, at) => ({ at, wish, tried: wish }))
  while (open.length > 0) {
    const times = await claim(sql, kind, open.map(({ tried }) => tried))
    const taken = open.flatMap((one, n) => {
      if (times[n] !== 1) return [{ one, time: times[n] as number }]
      given[one.at] = one.tried
      return []
    })
    // A number is tried as a wish of its own, because somebody may have asked for `poems-2` by that name.
    const again = taken.filter(({ one }) => one.tried !== one.wish)
    const numbers = again.length ? await claim(sql, kind, again.map(({ one }) => one.wish)) : []
    open = [
      ...taken.filter(({ one }) => one.tried === one.wish).map(({ one, time }) => ({ ...one, tried: `${one.wish}-${time}` })),
      ...again.map(({ one }, n) => ({ ...one, tried: `${one.wish}-${numbers[n]}` })),
    ]
  }
  return given
}

/** How many times each was asked for by now, this one included. */
async function claim(sql: Queryable, kind: Kind, bases: readonly string[]): Promise<number[]> {
  const wanted = new Map<string, number>()
  for (const base of bases) wanted.set(base, (wanted.get(base) ?? 0) + 1)
  const rows = await sql.rows<{ base: string; taken: number }>(
    `insert into handle_count as h (kind, base, taken) select $1, u.base, u.times from unnest($2::text[], $3::int[]) as u (base, times) order by u.base
     on conflict (kind, base) do update set taken = h.taken + excluded.taken returning base, taken`,
    [kind, [...wanted.keys()], [...wanted.values()]])
  const next = new Map(rows.map(({ base, taken }) => [base, taken - (wanted.get(base) as number) + 1]))
  return bases.map((base) => {
    const time = next.get(base) as number
    next.set(base, time + 1)
    return time
  })
}
