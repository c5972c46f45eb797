import { requireOperator } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import { readTree } from '../categories/known-tree.ts'
import { placed } from '../categories/placed.ts'
import type { catalogContract } from '../contract.ts'
import { categoriesChanged } from '../events.ts'
import type { CatalogParts } from '../deps.ts'
import { putCategoryRows } from '../store/categories.ts'
import { markLists } from '../store/stale.ts'

/** Makes categories, or changes those with these handles; none goes away. Products of one that moved follow it. */
export const putCategories = ({ database, outbox, redraws, cache }: CatalogParts): Handler<typeof catalogContract.putCategories> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    await database.transaction(async (tx) => {
      await tx.run('lock table category in share row exclusive mode')
      const { rows, moved } = placed(input, await readTree(tx))
      await putCategoryRows(tx, rows)
      if (moved.length && await markLists(tx, moved)) tx.afterCommit(redraws.wake)
      await outbox.append(tx, categoriesChanged, 'categories', { categoryIds: rows.map(({ id }) => id) })
    })
    // Its event purges everywhere in a moment; who put them looks again at once, an import to see what is still to be made.
    await cache.purgeTags(['categories'])
    return { count: input.length }
  }
