import type { z } from 'zod'
import type { PriceTerm, Product, productDraftSchema } from '../contract.ts'
import type { Picture } from '../pictures/picture.ts'

export interface Contributor {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly role: string
}

/** What a product's page shows and nothing is asked by. */
export interface ProductDetails extends Pick<Product, 'descriptionHtml' | 'work' | 'contributors' | 'series' | 'subjects' | 'attributes' | 'media' | 'rating'> {
  readonly subtitle?: string
  readonly language?: string
  readonly originalLanguage?: string
  readonly brand?: string
  readonly firstPublishedYear?: number
  /** Lower comes first. */
  readonly featuredRank?: number
  /** Its page stays, no list has it. */
  readonly withdrawn?: true
}

type DraftVariant = z.output<typeof productDraftSchema>['variants'][number]

export interface VariantDetails extends Pick<DraftVariant, 'identifiers' | 'replaces' | 'title' | 'edition' | 'imprint' | 'publisher' | 'language' | 'publishedOn' | 'pages' | 'durationMinutes' | 'heightMm' | 'widthMm' | 'thicknessMm' | 'weightGrams' | 'salesRights'> {
  readonly contributors: readonly Contributor[]
}

export type PriceTerms = Readonly<Record<string, readonly PriceTerm[]>>

export interface GoodsOffer {
  readonly id: string
  readonly key: string
  readonly sellerId: string
  readonly condition: string
  readonly conditionNote?: string
  /** Minor units by currency. */
  readonly prices: Readonly<Record<string, number>>
  /** What goes before them where and when it holds, by currency. */
  readonly priceTerms?: PriceTerms
  /** Null for digital goods. */
  readonly stockItemId: string | null
  readonly unitsPerSale: number
}

export interface GoodsVariant {
  readonly id: string
  readonly key: string
  readonly format: string
  readonly digital: boolean
  readonly taxClass: string
  /** For the parcel; nothing for digital goods. */
  readonly weightGrams: number
  readonly details: VariantDetails
  readonly offers: readonly GoodsOffer[]
}

/** A product whole, as the tables hold it: what everything shown is derived from. */
export interface Goods {
  readonly no: number
  readonly id: string
  readonly handle: string
  readonly kind: 'book' | 'other'
  readonly title: string
  readonly details: ProductDetails
  /** The operator's, in their order. */
  readonly pictures: readonly Picture[]
  readonly categoryIds: readonly string[]
  /** Lists of its contributors, series and first subjects. */
  readonly nameLists: readonly number[]
  readonly variants: readonly GoodsVariant[]
}

export const stockItemsOf = (goods: Goods): string[] =>
  goods.variants.flatMap((variant) => variant.offers.flatMap(({ stockItemId }) => stockItemId ?? []))
