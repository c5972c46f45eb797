import type { CatalogParts } from '../deps.ts'
import type { ProductDraft } from '../draft.ts'
import { holdSource, readEditions, writeEditions, type Edition } from '../store/editions.ts'
import { amended, composed } from './compose.ts'

/** Which product each edition now belongs to, and those products whole. */
export interface Joined {
  readonly products: readonly ProductDraft[]
  /** In the order of the drafts. */
  readonly editions: readonly { readonly productKey: string; readonly outcome: 'created' | 'updated' | 'unchanged' }[]
}

/**
 * Keeps drafts of single editions and makes products of those that have something in common. A product is named by the edition that was
 * there first; one whose editions all moved to another is withdrawn. Safe to repeat: the same again gives the same products.
 */
export async function joinEditions({ database }: Pick<CatalogParts, 'database'>, source: string, drafts: readonly ProductDraft[]): Promise<Joined> {
  return database.transaction(async (tx) => {
    await holdSource(tx, source)
    const known = await readEditions(tx, source, drafts.map(({ key }) => key), drafts.flatMap(({ joins = [] }) => joins))
    const family = familyOf(known)
    const emptied = new Map<string, ProductDraft>()
    const editions = drafts.map((draft) => family.take(draft))
    for (const key of new Set(known.map(({ productKey }) => productKey))) {
      if (family.of(key).length === 0) emptied.set(key, { ...composed(key, known.filter(({ productKey }) => productKey === key).map((one) => one.draft)), withdrawn: true })
    }
    await writeEditions(tx, source, family.changed())
    const keys = new Set(editions.map(({ productKey }) => family.keyOf(productKey)))
    return {
      products: [...[...keys].map((key) => composed(key, family.of(key).map(({ draft }) => draft))), ...emptied.values()],
      editions: editions.map(({ productKey, outcome }) => ({ productKey: family.keyOf(productKey), outcome })),
    }
  })
}

/** Editions by product, joined as they come in. */
function familyOf(known: readonly Edition[]) {
  const byKey = new Map(known.map((edition) => [edition.key, edition]))
  const before = new Map(known.map((edition) => [edition.key, JSON.stringify([edition.productKey, edition.draft])]))
  const byJoin = new Map<string, string>()
  // A product that went into another, and into which.
  const became = new Map<string, string>()
  for (const { joins, productKey } of known) for (const join of joins) if (!byJoin.has(join)) byJoin.set(join, productKey)
  const keyOf = (key: string): string => { const next = became.get(key); return next === undefined ? key : keyOf(next) }
  // Editions stand in the order in which they were first told of, and so do their products.
  const eldest = (keys: readonly string[]): string => keyOf(byKey.values().find(({ productKey }) => keys.includes(keyOf(productKey)))?.productKey ?? keys[0] as string)

  return {
    keyOf,
    of: (productKey: string): Edition[] => [...byKey.values()].filter((edition) => keyOf(edition.productKey) === productKey),
    take(given: ProductDraft): { productKey: string; outcome: 'created' | 'updated' | 'unchanged' } {
      const was = byKey.get(given.key)
      const draft = was && given.amends ? amended(was.draft, given) : given
      const joins = draft.joins ?? []
      const near = [...new Set([...(was ? [was.productKey] : []), ...joins.flatMap((join) => byJoin.get(join) ?? [])].map(keyOf))]
      const productKey = near.length > 1 ? eldest(near) : near[0] ?? given.key
      for (const other of near) if (other !== productKey) became.set(other, productKey)
      for (const join of joins) if (!byJoin.has(join)) byJoin.set(join, productKey)
      const outcome = !was ? 'created' : JSON.stringify(was.draft) === JSON.stringify(draft) ? 'unchanged' : 'updated'
      byKey.set(given.key, { no: was?.no ?? null, key: given.key, joins, draft, productKey })
      return { productKey, outcome }
    },
    changed: (): Edition[] => [...byKey.values()].map((edition) => ({ ...edition, productKey: keyOf(edition.productKey) })).filter((edition) => JSON.stringify([edition.productKey, edition.draft]) !== before.get(edition.key)),
  }
}
