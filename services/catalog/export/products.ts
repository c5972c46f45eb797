import { inRequest } from '@octavo/telemetry'
import { readTree } from '../categories/known-tree.ts'
import type { CatalogParts } from '../deps.ts'
import type { ProductDraft } from '../draft.ts'
import { stockItemsOf } from '../products/goods.ts'
import { readOrigins, readSortNames } from '../store/exported.ts'
import { readGoods } from '../store/goods.ts'
import { draftFrom } from './to-draft.ts'

/** A product as it would come in again. */
export interface Exported {
  readonly source: string
  readonly draft: ProductDraft
}

/** So few are held at once, whatever the shop's size. */
const atOnce = 250
/** As many levels as inventory tells at once. */
const levelsAtOnce = 1000
const answerMs = 20_000

export type ExportParts = Pick<CatalogParts, 'database' | 'inventory'>

/** All products by number, each as it stands when its turn comes: what changes meanwhile is told as it was or as it is. */
export async function* exportedProducts({ database, inventory }: ExportParts, requestId: string): AsyncGenerator<Exported[]> {
  const tree = await readTree(database)
  for (let after = 0; ;) {
    const origins = await readOrigins(database, after, atOnce)
    const last = origins.at(-1)
    if (!last) return
    after = last.no
    const { goods, sellers } = await readGoods(database, origins.map(({ no }) => no))
    const byNo = new Map(goods.map((one) => [one.no, one]))
    const named = goods.flatMap(({ details, variants }) => [...details.contributors, ...variants.flatMap((variant) => variant.details.contributors)])
    const [levels, sortNames] = await Promise.all([
      levelsOf(inventory, [...new Set(goods.flatMap(stockItemsOf))], requestId),
      readSortNames(database, [...new Set(named.map(({ id }) => id))]),
    ])
    yield origins.flatMap((origin) => {
      const one = byNo.get(origin.no)
      return one ? [{ source: origin.source, draft: draftFrom(one, origin, { tree, sellers, sortNames, levels }) }] : []
    })
  }
}

/** Each question has a deadline of its own: an export takes as long as it takes. */
async function levelsOf(inventory: ExportParts['inventory'], ids: readonly string[], requestId: string) {
  const levels = []
  for (let at = 0; at < ids.length; at += levelsAtOnce) {
    levels.push(...await inRequest({ requestId, deadlineMs: Date.now() + answerMs }, () => inventory.getLevels({ stockItemIds: ids.slice(at, at + levelsAtOnce) })))
  }
  return new Map(levels.map((level) => [level.stockItemId, level]))
}
