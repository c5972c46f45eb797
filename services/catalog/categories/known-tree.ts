import type { Cache } from '@octavo/cache'
import type { Queryable } from '@octavo/database'
import { readCategories, readCounts } from '../store/categories.ts'
import { treeOf, type Tree } from './tree.ts'

export const readTree = async (sql: Queryable): Promise<Tree> => treeOf(await readCategories(sql))

/** How many products each category's list has, by its number. */
export type Counts = ReadonlyMap<number, number>

/** For reads: a purge of what it was made of ends it anywhere, and this many milliseconds do. */
const keptMs = 30_000

/** The tree for those who only show it, kept in this process. */
export const knownTree = (sql: Queryable, cache: Pick<Cache, 'onPurge'>, nowMs: () => number): (() => Promise<Tree>) => kept(['categories'], cache, nowMs, () => readTree(sql))

/** Its counts likewise: every page that shows the sections asks for them. */
export const knownCounts = (sql: Queryable, cache: Pick<Cache, 'onPurge'>, nowMs: () => number): (() => Promise<Counts>) => kept(['categories', 'lists'], cache, nowMs, () => readCounts(sql))

function kept<Value>(madeOf: readonly string[], cache: Pick<Cache, 'onPurge'>, nowMs: () => number, read: () => Promise<Value>): () => Promise<Value> {
  let last: { value: Promise<Value>; until: number } | undefined
  cache.onPurge((tags) => { if (tags.includes('*') || madeOf.some((tag) => tags.includes(tag))) last = undefined })
  return () => {
    if (last && nowMs() < last.until) return last.value
    const made = { value: read(), until: nowMs() + keptMs }
    last = made
    made.value.catch(() => { if (last === made) last = undefined })
    return made.value
  }
}
