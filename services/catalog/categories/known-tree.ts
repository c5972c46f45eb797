import type { Cache } from '@octavo/cache'
import type { Queryable } from '@octavo/database'
import { readCategories } from '../store/categories.ts'
import { treeOf, type Tree } from './tree.ts'

export const readTree = async (sql: Queryable): Promise<Tree> => treeOf(await readCategories(sql))

/** For reads: a purge of `categories` anywhere ends it, and this many milliseconds do. */
const keptMs = 30_000

/** The tree for those who only show it, kept in this process. */
export function knownTree(sql: Queryable, cache: Pick<Cache, 'onPurge'>, nowMs: () => number): () => Promise<Tree> {
  let kept: { tree: Promise<Tree>; until: number } | undefined
  cache.onPurge((tags) => { if (tags.includes('categories') || tags.includes('*')) kept = undefined })
  return () => {
    if (kept && nowMs() < kept.until) return kept.tree
    const made = { tree: readTree(sql), until: nowMs() + keptMs }
    kept = made
    made.tree.catch(() => { if (kept === made) kept = undefined })
    return made.tree
  }
}
