import type { z } from 'zod'
import type { Queryable } from '@octavo/database'
import type { Market } from '@octavo/market'
import { readTree } from '../categories/known-tree.ts'
import type { CategoryRow, Tree } from '../categories/tree.ts'
import type { categorySchema } from '../contract.ts'
import { readCounts } from '../store/categories.ts'

/** The tree, and how a category of it is told in a market. */
export async function countedTree(sql: Queryable, { locale }: Market): Promise<{ tree: Tree; told: (category: CategoryRow) => z.input<typeof categorySchema> }> {
  const [tree, counts] = await Promise.all([readTree(sql), readCounts(sql)])
  return {
    tree,
    told: (category) => ({ id: category.id, handle: category.handle, name: tree.nameOf(category, locale), parentId: category.parentId, productCount: counts.get(category.listNo) ?? 0 }),
  }
}
