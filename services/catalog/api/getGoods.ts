import { decodeHTML } from 'entities'
import { requireOperator } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import { seen } from '../cards/derive.ts'
import type { KnownSeller } from '../cards/page.ts'
import type { Tree } from '../categories/tree.ts'
import type { catalogContract, Goods } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'
import { listedSubjects } from '../products/listed-subjects.ts'
import type { StoredGoods } from '../store/goods.ts'
import { suspendedIn } from '../store/sellers.ts'

/** All of them at once, with stock and sellers as they are known this moment. */
export const getGoods = ({ database, tree, clock, justPut }: Pick<CatalogParts, 'database' | 'tree' | 'clock' | 'justPut'>): Handler<typeof catalogContract.getGoods> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const { goods, stock, sellers } = await justPut.read(database, input.productIds)
    const world = { stock, suspended: suspendedIn(sellers), today: clock.now().toISOString().slice(0, 10) }
    const categories = await tree()
    return goods.map((one) => told(one, seen(one, world), sellers, categories))
  }

function told({ id, version, handle, kind, title, details, categoryIds }: StoredGoods, variants: ReturnType<typeof seen>, sellers: ReadonlyMap<string, KnownSeller>, tree: Tree): Goods {
  const { subtitle, language, descriptionHtml, contributors, series, subjects, brand, attributes, rating, firstPublishedYear, featuredRank, withdrawn } = details
  const shelves = new Map(categoryIds.flatMap((category) => tree.path(category)).map((category) => [category.handle, category.name]))
  return {
    productId: id, version, withdrawn: withdrawn === true, handle, kind, title,
    ...(subtitle !== undefined && { subtitle }), ...(language !== undefined && { language }), ...(brand !== undefined && { brand }),
    ...(firstPublishedYear !== undefined && { firstPublishedYear }), ...(featuredRank !== undefined && { featuredRank }),
    description: plain(descriptionHtml), contributors: [...contributors], attributes,
    series: series.map(({ handle: own, name }) => ({ handle: own, name })),
    subjects: subjects.map(({ scheme, code, label }) => label ?? (scheme === 'keyword' ? code : '')).filter((label) => label !== ''),
    listedSubjects: listedSubjects(subjects).map(({ handle: own, code, label }) => ({ handle: own, label: label ?? code })),
    categories: [...shelves].map(([own, names]) => ({ handle: own, names: { ...names } })),
    rating: rating && { average: rating.average, count: rating.count },
    variants: variants.map(({ id: variantId, format, details: { language: spoken, publishedOn, identifiers, contributors: people }, offers }) => ({
      id: variantId, format, ...(spoken !== undefined && { language: spoken }), ...(publishedOn !== undefined && { publishedOn }), identifiers: [...identifiers], contributors: [...people],
      offers: offers.flatMap(({ id: offerId, sellerId, condition, prices, shown }) => {
        const seller = sellers.get(sellerId)
        return seller ? [{ id: offerId, seller: { handle: seller.handle, name: seller.name }, condition, availability: shown.availability, prices: { ...prices } }] : []
      }),
    })),
  }
}

/** The words of a sanitised description. */
const plain = (html: string): string => decodeHTML(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/\s+/g, ' ').trim()
