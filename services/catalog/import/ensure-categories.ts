import type { Client } from '@octavo/rpc'
import type { catalogContract } from '../contract.ts'
import type { ImportCategory } from './category.ts'
import type { Sink } from './pipeline.ts'

export type CategoryClient = Pick<Client<typeof catalogContract>, 'listCategories' | 'putCategories'>

const madeAtOnce = 1000

/**
 * Makes the source's own categories when a draft first names one; more may be added to them while it is read. Those that are there stay as they are: the shop may have named and
 * placed them otherwise.
 */
export function ensuringCategories(sink: Pick<Sink, 'put'>, byHandle: ReadonlyMap<string, ImportCategory>, client: CategoryClient): Sink {
  const made = new Set<string>()
  // One after the other: a child may come while its parent is being made for an earlier batch.
  let making: Promise<unknown> = Promise.resolve()
  return {
    async put(source, drafts) {
      const fresh = [...new Set(drafts.flatMap(({ categories }) => categories).flatMap((handle) => withParents(handle, byHandle)))].filter((handle) => !made.has(handle))
      if (fresh.length > 0) {
        for (const handle of fresh) made.add(handle)
        making = making.then(() => make(fresh.map((handle) => byHandle.get(handle) as ImportCategory)))
      }
      await making
      return sink.put(source, drafts)
    },
    async place(sections) {
      const missing = new Set(await make(sections))
      return sections.map(({ handle }) => ({ outcome: missing.has(handle) ? 'created' : 'unchanged' }))
    },
  }

  /** Gives the handles of those that were not there. */
  async function make(wanted: readonly ImportCategory[]): Promise<string[]> {
    const there = new Set((await client.listCategories({})).map(({ handle }) => handle))
    const missing = wanted.filter(({ handle }) => !there.has(handle))
    for (let at = 0; at < missing.length; at += madeAtOnce) {
      await client.putCategories(missing.slice(at, at + madeAtOnce).map(({ handle, name, parent }) => ({ handle, name: { ...name }, ...(parent !== undefined && { parent }) })))
    }
    return missing.map(({ handle }) => handle)
  }
}

/** A parent stands before its children. */
function withParents(handle: string, byHandle: ReadonlyMap<string, ImportCategory>): string[] {
  const category = byHandle.get(handle)
  return category === undefined ? [] : [...(category.parent === undefined ? [] : withParents(category.parent, byHandle)), handle]
}
