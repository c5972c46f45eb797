import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { CategoryWrite } from '../store/categories.ts'
import type { Tree } from './tree.ts'

export interface CategoryWish {
  readonly handle: string
  readonly name: Readonly<Record<string, string>>
  /** The handle of the one above it. */
  readonly parent?: string | undefined
}

/**
 * Categories as they are to be written, parents before children, and the lists of those that get another parent.
 * @throws INVALID_INPUT when a parent is not there, or one would stand below itself
 */
export function placed(wishes: readonly CategoryWish[], tree: Tree): { rows: CategoryWrite[]; moved: number[] } {
  const byHandle = new Map(wishes.map((wish, position) => [wish.handle, { ...wish, position, id: tree.find(wish.handle)?.id ?? newId('cat') }]))
  const idOf = (handle: string) => byHandle.get(handle)?.id ?? tree.find(handle)?.id
  const parentOf = (handle: string): string | undefined => {
    const wish = byHandle.get(handle)
    if (wish) return wish.parent
    const parentId = tree.find(handle)?.parentId
    return parentId == null ? undefined : tree.find(parentId)?.handle
  }
  const depthOf = (handle: string): number => {
    const above = new Set([handle])
    for (let at = parentOf(handle); at !== undefined; at = parentOf(at)) {
      if (idOf(at) === undefined) throw refused(`the category "${handle}" has the parent "${at}", which is not there`)
      if (above.has(at)) throw refused(`the category "${handle}" would stand below itself`)
      above.add(at)
    }
    return above.size
  }
  const rows = [...byHandle.values()]
    .map(({ id, handle, name, parent, position }) => ({ id, handle, name, position, parentId: parent === undefined ? null : idOf(parent) ?? null, depth: depthOf(handle) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ depth: _, ...row }) => row)
  const moved = rows.flatMap(({ handle, parentId }) => {
    const before = tree.find(handle)
    return before && before.parentId !== parentId ? [before.listNo] : []
  })
  return { rows, moved }
}

const refused = (reason: string) => failure('INVALID_INPUT', `${reason[0]?.toUpperCase()}${reason.slice(1)}.`)
