import type { Client } from '@octavo/rpc'
import type { catalogContract } from '../contract.ts'
import type { ImportCategory } from './category.ts'
import type { Sink } from './pipeline.ts'

export type CategoryClient = Pick<Client<typeof catalogContract>, 'listCategories' | 'putCategories'>

/**
 * Makes the source's own categories when a draft first names one; more may be added to them while it is read. Those that are there stay as they are: the shop may have named and
 * placed them otherwise.
 */
export function ensuringCategories(sink: Sink, byHandle: ReadonlyMap<string, ImportCategory>, client: CategoryClient): Sink {
  const made = new Map<string, Promise<unknown>>()
  return {
    async put(source, drafts) {
      const fresh = [...new Set(drafts.flatMap(({ categories }) => categories).flatMap((handle) => withParents(handle, byHandle)))].filter((handle) => !made.has(handle))
      if (fresh.length > 0) {
        const making = make(fresh)
        for (const handle of fresh) made.set(handle, making)
      }
      await Promise.all(made.values())
      return sink.put(source, drafts)
    },
  }

  async function make(handles: readonly string[]): Promise<void> {
    const there = new Set((await client.listCategories({})).map(({ handle }) => handle))
    const missing = handles.filter((handle) => !there.has(handle)).map((handle) => byHandle.get(handle) as ImportCategory)
    if (missing.length > 0) await client.putCategories(missing.map(({ handle, name, parent }) => ({ handle, name: { ...name }, ...(parent !== undefined && { parent }) })))
  }
}

/** A parent stands before its children. */
function withParents(handle: string, byHandle: ReadonlyMap<string, ImportCategory>): string[] {
  const category = byHandle.get(handle)
  return category === undefined ? [] : [...(category.parent === undefined ? [] : withParents(category.parent, byHandle)), handle]
}
