import type { Card, Product } from '@octavo/catalog/contract'
import type { PageLocals } from '@octavo/gateway/pages'
import { rootSections, sectionsOf, type Section } from '../page/sections.ts'
import { plainBeginning } from '../book/description.ts'
import { editionsOf, type Edition } from '../book/editions.ts'
import { foreign } from '../shelf/card-words.ts'
import { readBefore, type UsedCopy } from './read-before.ts'

export interface Home {
  readonly sections: readonly Section[]
  readonly lead: { readonly product: Product; readonly editions: readonly Edition[] } | undefined
  readonly featured: readonly Card[]
  /** Books that say in one sentence what they are. */
  readonly picks: readonly { readonly product: Product; readonly sentence: string }[]
  readonly newest: readonly Card[]
  /** Used copies of what stands here, each in its seller's words. */
  readonly used: readonly UsedCopy[]
  /** Shelves of two sections, the largest first. */
  readonly shelves: readonly { readonly section: Section; readonly cards: readonly Card[] }[]
}

const shelfLength = 7
/** From so many of the shop's favourites the table is laid. */
const favourites = 48
const newestLength = 10
/** Of so many favourites after the shelf the shortest said ones are picked. */
const looked = 8
const pickLength = 3
const usedLength = 4

/** What stands on the front table, read at one go as far as possible. */
export async function home(locals: PageLocals): Promise<Home> {
  const { clients: { catalog }, market: { id: market } } = locals
  const [sections, { items }, { items: newest }] = await Promise.all([
    sectionsOf(locals),
    catalog.listProducts({ market, sort: 'featured', limit: favourites }),
    catalog.listProducts({ market, sort: 'newest', limit: newestLength }),
  ])
  const [first, ...others] = ownLanguageFirst(items, locals.market.locale).slice(0, 1 + shelfLength + looked)
  const shown = rootSections(sections).filter(({ productCount }) => productCount > 2).sort((a, b) => b.productCount - a.productCount).slice(1, 3)
  const [product, goods, ...shelves] = await Promise.all([
    first && catalog.getProduct({ market, idOrHandle: first.id }),
    Promise.all(others.map(({ id }) => catalog.getProduct({ market, idOrHandle: id }))),
    ...shown.map(async (section) => ({ section, cards: (await catalog.listProducts({ market, category: section.handle, limit: shelfLength })).items })),
  ])
  const sentences = goods.slice(shelfLength).map((each) => ({ product: each, sentence: firstSentence(each.descriptionHtml) })).filter(({ sentence }) => sentence !== undefined) as Home['picks'][number][]
  return {
    sections, lead: product && { product, editions: editionsOf(product) }, featured: others.slice(0, shelfLength), newest, shelves,
    picks: sentences.toSorted((a, b) => a.sentence.length - b.sentence.length).slice(0, pickLength), used: readBefore([...goods.slice(shelfLength), ...goods.slice(0, shelfLength)], usedLength),
  }
}

/** What a description says first, when that is a sentence of a size to be set large. */
function firstSentence(html: string): string | undefined {
  const [sentence = ''] = /^.+?[.?!](?= |$)/.exec(plainBeginning(html, 400)) ?? []
  return sentence.length >= 30 && sentence.length <= 150 ? sentence : undefined
}

/** In a German market the German books lie in front; otherwise everything keeps its place. */
function ownLanguageFirst(cards: readonly Card[], locale: string): Card[] {
  const own = ({ language }: Card): boolean => language !== undefined && foreign(language, locale) === undefined
  return [...cards.filter(own), ...cards.filter((card) => !own(card))]
}
