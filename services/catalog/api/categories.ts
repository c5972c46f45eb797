import type { z } from 'zod'
import type { Market } from '@octavo/market'
import type { CategoryRow, Tree } from '../categories/tree.ts'
import type { categorySchema } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'

/** The tree, and how a category of it is told in a market. */
export async function countedTree(parts: Pick<CatalogParts, 'tree' | 'counts'>, { locale }: Market): Promise<{ tree: Tree; told: (category: CategoryRow) => z.input<typeof categorySchema> }> {
  const [tree, counts] = await Promise.all([parts.tree(), parts.counts()])
  return {
    tree,
    told: (category) => ({ id: category.id, handle: category.handle, name: tree.nameOf(category, locale), parentId: category.parentId, productCount: counts.get(category.listNo) ?? 0 }),
  }
}
