import type { Tree } from '../categories/tree.ts'
import type { ImportCategory } from '../import/category.ts'

/** The shop's categories in their order, each behind the one above it. */
export function sectionsOf(tree: Tree): ImportCategory[] {
  const told = new Set<string>()
  return tree.all.flatMap(({ id }) => tree.path(id)).flatMap((category) => {
    if (told.size === told.add(category.id).size) return []
    return [sectionOf(category, tree)]
  })
}

/** As an import brings it. */
export function sectionOf({ handle, name, parentId }: Tree['all'][number], tree: Tree): ImportCategory {
  const parent = parentId === null ? undefined : tree.find(parentId)?.handle
  return { handle, name, ...(parent !== undefined && { parent }) }
}
