import type { Card, Product } from '@octavo/catalog/contract'
import type { PageLocals } from '@octavo/gateway/pages'
import { sectionsOf, type Section } from '../page/sections.ts'
import { deliveryOf, type Delivery } from './delivery.ts'
import { chosenEdition, editionsOf, otherCopies, type Edition } from './editions.ts'

export interface BookPage {
  readonly product: Product
  readonly sections: readonly Section[]
  readonly editions: readonly Edition[]
  /** Of each edition, in their order. */
  readonly deliveries: readonly (Delivery | null | undefined)[]
  readonly chosen: Edition | undefined
  readonly others: ReturnType<typeof otherCopies>
  /** What stands beside it: the rest of its series, else more by its first author, else its neighbours in its section. */
  readonly beside: { readonly kind: 'series' | 'author' | 'section'; readonly handle: string; readonly name: string; readonly cards: readonly Card[] } | undefined
  /** About the same, and not beside it already. */
  readonly similar: readonly Card[]
}

const besideLength = 7
const similarLength = 7
/** Fewer are no shelf. */
const fewestSimilar = 3
/** The page is not kept waiting for what it can do without. */
const similarMs = 400

export async function bookPage(locals: PageLocals, handle: string, variantId: string | null): Promise<BookPage> {
  const { clients: { catalog }, market: { id: market } } = locals
  const [product, sections] = await Promise.all([catalog.getProduct({ market, idOrHandle: handle }), sectionsOf(locals)])
  const editions = editionsOf(product)
  const [beside, near, deliveries] = await Promise.all([besideOf(locals, product), similarTo(locals, product), Promise.all(editions.map((edition) => deliveryOf(locals, edition)))])
  const similar = near.filter(({ id }) => !beside?.cards.some((card) => card.id === id)).slice(0, similarLength)
  return { product, sections, editions, deliveries, chosen: chosenEdition(editions, variantId), others: otherCopies(editions), beside, similar: similar.length < fewestSimilar ? [] : similar }
}

/** Nothing when search does not answer. */
async function similarTo({ clients: { search }, market: { id: market } }: PageLocals, { id: productId }: Product): Promise<readonly Card[]> {
  try { return (await search.moreLikeThis({ market, productId, limit: 2 * similarLength }, { context: { deadlineMs: Date.now() + similarMs } })).items } catch { return [] }
}

async function besideOf({ clients: { catalog }, market: { id: market } }: PageLocals, product: Product): Promise<BookPage['beside']> {
  const [series] = product.series
  const author = product.contributors.find(({ role }) => role === 'author')
  const wanted: { kind: NonNullable<BookPage['beside']>['kind']; name: string; handle: string; of: { series?: string; contributor?: string; category?: string } }[] = [
    ...(series ? [{ kind: 'series' as const, name: series.name, handle: series.handle, of: { series: series.handle } }] : []),
    ...(author ? [{ kind: 'author' as const, name: author.name, handle: author.handle, of: { contributor: author.handle } }] : []),
  ]
  const section = product.categories[0]?.at(-1)
  if (section) wanted.push({ kind: 'section', name: section.name, handle: section.handle, of: { category: section.handle } })
  for (const { kind, name, handle, of } of wanted) {
    const { items } = await catalog.listProducts({ market, ...of, limit: besideLength + 1 })
    const cards = items.filter(({ id }) => id !== product.id).slice(0, besideLength)
    if (cards.length > 0) return { kind, name, handle, cards }
  }
  return undefined
}
