import type { Market } from '@octavo/market'
import { money } from '@octavo/money'
import type { Product } from '../contract.ts'
import type { Tree } from '../categories/tree.ts'
import type { Goods } from '../products/goods.ts'
import { listedSubjects } from '../products/listed-subjects.ts'
import { canBeBought, rankOf } from './availability.ts'
import { priceIn } from './price-in.ts'
import { seen, type SeenOffer, type World } from './derive.ts'
import { mediaOf } from './media.ts'

export interface KnownSeller {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly standing: 'good' | 'suspended'
}

export interface PageWorld extends World {
  readonly market: Market
  readonly tree: Tree
  readonly sellers: ReadonlyMap<string, KnownSeller>
}

/** A product's page as one market sees it: what has no price in its currency is not offered there. */
export function pageOf(goods: Goods & { readonly version: number; readonly updatedAt: string }, world: PageWorld): Product {
  const { id, handle, kind, title, version, updatedAt, details: { featuredRank: _, ...details } } = goods
  const { market, tree } = world
  return {
    id, handle, kind, title, ...details,
    media: mediaOf(goods),
    subjects: withHandles(details.subjects),
    categories: goods.categoryIds.map((category) => tree.path(category).map((step) => ({ id: step.id, handle: step.handle, name: tree.nameOf(step, market.locale) }))),
    variants: seen(goods, world).map((variant) => ({
      id: variant.id, format: variant.format, digital: variant.digital, parcelGrams: variant.weightGrams, ...variant.details,
      contributors: [...variant.details.contributors],
      offers: variant.offers.flatMap((offer) => offered(offer, world)).sort(bestFirst),
    })),
    version, updatedAt,
  }
}

function withHandles(subjects: Product['subjects']): Product['subjects'] {
  const listed = listedSubjects(subjects)
  return [...listed, ...subjects.filter(({ scheme, code }) => !listed.some((one) => one.scheme === scheme && one.code === code))]
}

type Offered = Product['variants'][number]['offers'][number]

function offered(offer: SeenOffer, { market, today, sellers }: PageWorld): Offered[] {
  const { id, sellerId, condition, conditionNote, shown } = offer
  const amountMinor = priceIn(offer, market, today)
  const seller = sellers.get(sellerId)
  if (amountMinor === undefined || !seller) return []
  return [{ id, seller: { id: seller.id, handle: seller.handle, name: seller.name }, condition, ...(conditionNote !== undefined && { conditionNote }), price: money(amountMinor, market.currency), ...shown }]
}

/** What can be bought, then the lowest price, then what is there sooner. */
const bestFirst = (a: Offered, b: Offered): number =>
  Number(canBeBought(b.availability)) - Number(canBeBought(a.availability)) || a.price.amountMinor - b.price.amountMinor || rankOf(a.availability) - rankOf(b.availability)
