import { hash } from 'node:crypto'
import type { ProductDraft } from '../draft.ts'
import type { CatalogParts } from '../deps.ts'
import { readStanding, type Standing } from '../store/products.ts'
import { faultOf } from './check-draft.ts'
import { joinEditions } from './join-editions.ts'
import { merge, Overtaken } from './merge.ts'
import { prepare, type Identity, type Put } from './prepare.ts'
import { sanitised } from './sanitised.ts'

/** What became of one draft. */
export interface Outcome {
  readonly key: string
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'rejected'
  readonly productId?: string
  /** Why it was rejected, for a person. */
  readonly reason?: string
}

/** As many as go in one transaction: longer ones hold rows for too long and are no faster. */
export const draftsAtOnce = 1000

/**
 * Puts drafts that their schema accepts, at most `draftsAtOnce`, and gives an outcome each, in their order. Safe to repeat, and several
 * may run at once: what another changed in the meantime is looked at again.
 */
export async function putDrafts(parts: CatalogParts, source: string, drafts: readonly ProductDraft[]): Promise<Outcome[]> {
  if (drafts.length > draftsAtOnce) throw new RangeError(`${drafts.length} drafts at once are more than ${draftsAtOnce}`)
  return drafts.some(({ joins }) => joins) ? putEditions(parts, source, drafts) : putWhole(parts, source, drafts)
}

/** Each draft is one edition; the products they are joined to are put. */
async function putEditions(parts: CatalogParts, source: string, drafts: readonly ProductDraft[]): Promise<Outcome[]> {
  const judged = drafts.map((draft) => ({ draft, reason: draft.joins ? faultOf(draft) : 'it says nothing of what joins it to others, and the drafts beside it do' }))
  const { products, editions } = await joinEditions(parts, source, judged.flatMap(({ draft, reason }) => (reason === undefined ? [draft] : [])))
  const put = new Map<string, Outcome>()
  for (let at = 0; at < products.length; at += draftsAtOnce) for (const outcome of await putWhole(parts, source, products.slice(at, at + draftsAtOnce))) put.set(outcome.key, outcome)
  const joined = editions[Symbol.iterator]()
  return judged.map(({ draft: { key }, reason }): Outcome => {
    if (reason !== undefined) return { key, outcome: 'rejected', reason }
    const { productKey, outcome } = joined.next().value as (typeof editions)[number]
    const product = put.get(productKey)
    if (product?.outcome === 'rejected') return { ...product, key }
    return { key, outcome: outcome === 'unchanged' && product?.outcome !== 'unchanged' ? 'updated' : outcome, ...(product?.productId !== undefined && { productId: product.productId }) }
  })
}

async function putWhole(parts: CatalogParts, source: string, drafts: readonly ProductDraft[]): Promise<Outcome[]> {
  const outcomes = new Map<number, Outcome>()
  const wanted: Put[] = []
  const seen = new Set<string>()
  for (const [at, draft] of drafts.entries()) {
    const reason = seen.has(draft.key) ? `the key "${draft.key}" stands twice in this batch` : faultOf(draft)
    if (reason !== undefined) outcomes.set(at, { key: draft.key, outcome: 'rejected', reason })
    else wanted.push(clean(at, draft))
    seen.add(draft.key)
  }
  const born = new Map<number, Identity>()
  for (let attempt = 1, open = wanted; open.length > 0; attempt++) {
    const standing = await readStanding(parts.database, source, open.map(({ draft }) => draft.key))
    open = open.filter(({ at, draft, contentHash }) => {
      const known = standing.get(draft.key)
      if (known?.contentHash !== contentHash) return true
      outcomes.set(at, { key: draft.key, outcome: 'unchanged', productId: known.id })
      return false
    })
    if (open.length === 0) break
    const done = await attemptPut(parts, source, open, standing, born, attempt)
    if (!done) continue
    for (const [at, outcome] of done) outcomes.set(at, outcome)
    break
  }
  return drafts.map((_, at) => outcomes.get(at) as Outcome)
}

/** Undefined when another came between and all is to be looked at again. */
async function attemptPut(parts: CatalogParts, source: string, puts: readonly Put[], standing: ReadonlyMap<string, Standing>, born: Map<number, Identity>, attempt: number): Promise<Map<number, Outcome> | undefined> {
  const prepared = await prepare(parts, source, puts, standing, born)
  const { rejected, ready } = prepared
  try {
    await merge(parts, source, prepared)
  } catch (error) {
    if (attempt < 10 && (error instanceof Overtaken || (error as { code?: string }).code === '23505')) return undefined
    throw error
  }
  return new Map<number, Outcome>([
    ...rejected.map(({ at, draft, reason }): [number, Outcome] => [at, { key: draft.key, outcome: 'rejected', reason }]),
    ...ready.map(({ put, goods, standing: before }): [number, Outcome] => [put.at, { key: put.draft.key, outcome: before ? 'updated' : 'created', productId: goods.id }]),
  ])
}

/** Numbers without their hyphens, and markup that harms nobody; then its content is known by its hash. */
function clean(at: number, given: ProductDraft): Put {
  const draft: ProductDraft = {
    ...given,
    descriptionHtml: sanitised(given.descriptionHtml ?? ''),
    variants: given.variants.map((variant) => ({
      ...variant,
      identifiers: variant.identifiers.map(({ scheme, value }) => ({ scheme, value: scheme.startsWith('isbn') || scheme === 'gtin' ? value.replace(/[\s-]/g, '').toUpperCase() : value })),
    })),
  }
  return { at, draft, contentHash: hash('sha256', JSON.stringify(draft), 'base64') }
}
