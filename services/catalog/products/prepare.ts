import { newId } from '@octavo/ids'
import type { KnownSeller } from '../cards/page.ts'
import { readTree } from '../categories/known-tree.ts'
import type { Tree } from '../categories/tree.ts'
import type { ProductDraft } from '../draft.ts'
import type { CatalogParts } from '../deps.ts'
import { readKeys } from '../store/goods.ts'
import { giveHandles } from '../store/handles.ts'
import { contributorsOf, seriesOf } from '../store/names.ts'
import { readPictures } from '../store/pictures.ts'
import { drawNumbers, type Standing } from '../store/products.ts'
import { suspendedIn } from '../store/sellers.ts'
import type { StockRow } from '../store/stock.ts'
import { subjectLists } from '../store/subjects.ts'
import { worksOf } from '../store/works.ts'
import { goodsOf } from './from-draft.ts'
import type { Goods } from './goods.ts'
import { listedSubjects } from './listed-subjects.ts'
import { registerStock } from './register-stock.ts'
import { findSellers } from './sellers.ts'
import { slug } from './slug.ts'

/** A draft on its way in, with its place in the batch. */
export interface Put {
  readonly at: number
  readonly draft: ProductDraft
  readonly contentHash: string
}

/** A draft that can be put, and what it becomes. */
export interface Ready {
  readonly put: Put
  /** What there is of it already. */
  readonly standing: Standing | undefined
  readonly goods: Goods
}

export interface Prepared {
  readonly rejected: readonly (Put & { readonly reason: string })[]
  readonly ready: readonly Ready[]
  readonly tree: Tree
  /** Stock items told to inventory just now. */
  readonly firstStock: readonly StockRow[]
  readonly suspended: ReadonlySet<string>
}

/** What makes a product this product. */
export type Identity = Pick<Goods, 'no' | 'id' | 'handle'>

/**
 * Finds or makes everything that drafts name, before the transaction that puts them: sellers, names, handles, numbers, stock. `born`
 * keeps what new products were given, by their drafts' places, for when all is looked at again.
 */
export async function prepare(parts: CatalogParts, source: string, puts: readonly Put[], standing: ReadonlyMap<string, Standing>, born: Map<number, Identity>): Promise<Prepared> {
  const { database } = parts
  const [tree, sellers] = await Promise.all([readTree(database), findSellers(parts, new Set(puts.flatMap(({ draft }) => sellersIn(draft))))])
  const judged = puts.map((put) => ({ ...put, reason: strangerIn(put.draft, tree, sellers) }))
  const good = judged.filter(({ reason }) => reason === undefined)
  const fresh = good.filter(({ at, draft }) => !standing.has(draft.key) && !born.has(at))
  const drafts = good.map(({ draft }) => draft)
  const [contributors, series, subjects, works, handles, numbers, keys, pictures] = await Promise.all([
    contributorsOf(database, drafts.flatMap((draft) => [...draft.contributors, ...draft.variants.flatMap((variant) => variant.contributors ?? [])])),
    seriesOf(database, drafts.flatMap((draft) => draft.series ?? [])),
    subjectLists(database, drafts.flatMap(({ subjects }) => listedSubjects(subjects))),
    worksOf(database, source, new Map(drafts.flatMap(({ work }) => (work ? [[work.key, work.title] as const] : [])))),
    giveHandles(database, 'product', fresh.map(({ draft }) => draft.handle ?? (slug(draft.title) || draft.kind))),
    drawNumbers(database, fresh.length),
    readKeys(database, drafts.flatMap(({ key }) => standing.get(key)?.no ?? [])),
    readPictures(database, drafts.flatMap(({ key }) => standing.get(key)?.no ?? [])),
  ])
  for (const [n, { at }] of fresh.entries()) born.set(at, { no: numbers[n] as number, id: newId('prd'), handle: handles[n] as string })
  const found = { tree, sellers, contributors, series, subjects, works, keys, pictures }
  const ready = good.map((put): Ready => {
    const before = standing.get(put.draft.key)
    return { put, standing: before, goods: goodsOf(put.draft, before ?? (born.get(put.at) as Identity), found) }
  })
  return {
    ready, tree,
    suspended: suspendedIn(sellers),
    rejected: judged.flatMap(({ reason, ...put }) => (reason === undefined ? [] : [{ ...put, reason }])),
    firstStock: await registerStock(parts, ready.map(({ put: { draft }, goods }) => ({ draft, goods }))),
  }
}

const sellersIn = ({ variants }: ProductDraft): string[] => variants.flatMap(({ offers }) => offers.map(({ seller }) => seller))

/** A seller or category that the shop does not know, in words. */
function strangerIn(draft: ProductDraft, tree: Tree, sellers: ReadonlyMap<string, KnownSeller>): string | undefined {
  const seller = sellersIn(draft).find((handle) => !sellers.has(handle))
  if (seller !== undefined) return `there is no seller "${seller}"`
  const category = draft.categories.find((handle) => !tree.find(handle))
  if (category !== undefined) return `there is no category "${category}"`
  return undefined
}
