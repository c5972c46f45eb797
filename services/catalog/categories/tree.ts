export interface CategoryRow {
  readonly id: string
  readonly handle: string
  /** By language. */
  readonly name: Readonly<Record<string, string>>
  readonly parentId: string | null
  readonly listNo: number
}

/** The categories as a whole; they are few. */
export interface Tree {
  readonly all: readonly CategoryRow[]
  find(idOrHandle: string): CategoryRow | undefined
  /** From the root to the category itself; empty when there is none of this id. */
  path(id: string): readonly CategoryRow[]
  children(id: string): readonly CategoryRow[]
  /** The lists a product of this category stands in: its own and its ancestors'. */
  listsUpFrom(id: string): readonly number[]
  byList(listNo: number): CategoryRow | undefined
  nameOf(category: CategoryRow, locale: string): string
}

export function treeOf(all: readonly CategoryRow[]): Tree {
  const byId = new Map(all.map((row) => [row.id, row]))
  const byHandle = new Map(all.map((row) => [row.handle, row]))
  const byListNo = new Map(all.map((row) => [row.listNo, row]))
  const paths = new Map<string, readonly CategoryRow[]>()
  const path = (id: string): readonly CategoryRow[] => {
    const known = paths.get(id)
    if (known) return known
    const found: CategoryRow[] = []
    for (let at = byId.get(id); at && !found.includes(at); at = at.parentId === null ? undefined : byId.get(at.parentId)) found.unshift(at)
    paths.set(id, found)
    return found
  }
  return {
    all,
    find: (idOrHandle) => byId.get(idOrHandle) ?? byHandle.get(idOrHandle),
    path,
    children: (id) => all.filter(({ parentId }) => parentId === id),
    listsUpFrom: (id) => path(id).map(({ listNo }) => listNo),
    byList: (listNo) => byListNo.get(listNo),
    nameOf: ({ name, handle }, locale) => name[locale] ?? name[locale.slice(0, 2)] ?? name['en'] ?? Object.values(name)[0] ?? handle,
  }
}
