import type { Market } from '@octavo/market'
import { money } from '@octavo/money'
import type { Product } from '../contract.ts'
import type { Tree } from '../categories/tree.ts'
import type { Goods, GoodsVariant, ProductDetails, VariantDetails } from '../products/goods.ts'
import { rankOf, type Shown } from './availability.ts'
import type { SeenOffer } from './derive.ts'

/** A product's page for all markets: offers carry every price, sellers and categories are named on reading. */
export interface StoredPage extends Omit<ProductDetails, 'featuredRank'>, Pick<Goods, 'id' | 'handle' | 'kind' | 'title' | 'categoryIds'> {
  readonly variants: readonly StoredVariant[]
}
type StoredVariant = Pick<GoodsVariant, 'id' | 'format' | 'digital'> & VariantDetails & { readonly offers: readonly StoredOffer[] }
type StoredOffer = Pick<SeenOffer, 'id' | 'sellerId' | 'condition' | 'conditionNote' | 'prices'> & Shown

export interface KnownSeller {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly standing: 'good' | 'suspended'
}

type SeenVariant = Omit<GoodsVariant, 'offers'> & { readonly offers: readonly SeenOffer[] }

export function pageOfGoods({ id, handle, kind, title, details, categoryIds }: Goods, variants: readonly SeenVariant[]): StoredPage {
  const { featuredRank: _, ...told } = details
  return {
    id, handle, kind, title, ...told, categoryIds,
    variants: variants.map((variant) => ({
      id: variant.id, format: variant.format, digital: variant.digital, ...variant.details,
      offers: variant.offers.map(({ id, sellerId, condition, conditionNote, prices, shown }) =>
        ({ id, sellerId, condition, ...(conditionNote !== undefined && { conditionNote }), prices, ...shown })),
    })),
  }
}

/** The page as one market sees it: what has no price in its currency, or a seller who may not sell, is not offered there. */
export function pageIn(market: Market, page: StoredPage, known: { tree: Tree; sellers: ReadonlyMap<string, KnownSeller>; version: number; updatedAt: string }): Product {
  const { categoryIds, variants, ...told } = page
  const offered = (offers: readonly StoredOffer[]) => offers.flatMap(({ sellerId, prices, ...offer }) => {
    const amountMinor = prices[market.currency]
    const seller = known.sellers.get(sellerId)
    if (amountMinor === undefined || seller?.standing !== 'good') return []
    return { ...offer, seller: { id: seller.id, handle: seller.handle, name: seller.name }, price: money(amountMinor, market.currency) }
  })
  return {
    ...told,
    categories: categoryIds.map((id) => known.tree.path(id).map((category) => ({ id: category.id, handle: category.handle, name: known.tree.nameOf(category, market.locale) }))),
    variants: variants.map((variant) => ({
      ...variant,
      contributors: [...variant.contributors],
      offers: offered(variant.offers).sort((a, b) => buyFirst(a, b) || a.price.amountMinor - b.price.amountMinor || rankOf(a.availability) - rankOf(b.availability)),
    })),
    version: known.version,
    updatedAt: known.updatedAt,
  }
}

const buyFirst = (a: Shown, b: Shown): number => Number(a.availability === 'out_of_stock') - Number(b.availability === 'out_of_stock')
