import type { Card, Product } from '@octavo/catalog/contract'
import type { PageLocals } from '@octavo/gateway/pages'
import { rootSections, sectionsOf, type Section } from '../page/sections.ts'
import { editionsOf, type Edition } from '../book/editions.ts'
import { foreign } from '../shelf/card-words.ts'

export interface Home {
  readonly sections: readonly Section[]
  readonly lead: { readonly product: Product; readonly editions: readonly Edition[] } | undefined
  readonly featured: readonly Card[]
  readonly newest: readonly Card[]
  /** Shelves of two sections, the largest first. */
  readonly shelves: readonly { readonly section: Section; readonly cards: readonly Card[] }[]
}

const shelfLength = 7
/** From so many of the shop's favourites the table is laid. */
const favourites = 48
const newestLength = 10

/** What stands on the front table, read at one go as far as possible. */
export async function home(locals: PageLocals): Promise<Home> {
  const { clients: { catalog }, market: { id: market } } = locals
  const [sections, { items }, { items: newest }] = await Promise.all([
    sectionsOf(locals),
    catalog.listProducts({ market, sort: 'featured', limit: favourites }),
    catalog.listProducts({ market, sort: 'newest', limit: newestLength }),
  ])
  const [first, ...featured] = ownLanguageFirst(items, locals.market.locale).slice(0, shelfLength + 1)
  const shown = rootSections(sections).filter(({ productCount }) => productCount > 2).sort((a, b) => b.productCount - a.productCount).slice(1, 3)
  const [product, ...shelves] = await Promise.all([
    first && catalog.getProduct({ market, idOrHandle: first.id }),
    ...shown.map(async (section) => ({ section, cards: (await catalog.listProducts({ market, category: section.handle, limit: shelfLength })).items })),
  ])
  return { sections, lead: product && { product, editions: editionsOf(product) }, featured, newest, shelves }
}

/** In a German market the German books lie in front; otherwise everything keeps its place. */
function ownLanguageFirst(cards: readonly Card[], locale: string): Card[] {
  const own = ({ language }: Card): boolean => language !== undefined && foreign(language, locale) === undefined
  return [...cards.filter(own), ...cards.filter((card) => !own(card))]
}
