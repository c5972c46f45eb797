import type { Queryable } from '@octavo/database'
import type { PriceTerms, VariantDetails } from '../products/goods.ts'

export interface OfferRow {
  readonly offerId: string
  readonly productId: string
  readonly variantId: string
  readonly productNo: number
  readonly sellerId: string
  readonly sellerHandle: string
  readonly sellerName: string
  readonly standing: 'good' | 'suspended'
  readonly condition: string
  readonly prices: Readonly<Record<string, number>>
  readonly priceTerms: PriceTerms | null
  readonly stockItemId: string | null
  readonly unitsPerSale: number
  readonly format: string
  readonly digital: boolean
  readonly weightGrams: number
  readonly taxClass: 'book' | 'ebook' | 'audiobook' | 'standard'
  readonly details: VariantDetails
  readonly available: number | null
  readonly promisable: number | null
  /** The product's stored card, JSON. */
  readonly card: string
}

/** Offers with all that a basket must know of them, in any order. */
export function readOffers(sql: Queryable, offerIds: readonly string[]): Promise<OfferRow[]> {
  return sql.rows<OfferRow>(
    `select o.id as "offerId", p.id as "productId", p.no as "productNo", v.id as "variantId", s.id as "sellerId", s.handle as "sellerHandle", s.name as "sellerName", s.standing,
       o.condition, o.prices, o.price_terms as "priceTerms", o.stock_item_id as "stockItemId", o.units_per_sale as "unitsPerSale",
       v.format, v.digital, v.weight_grams as "weightGrams", v.tax_class as "taxClass", v.details,
       k.available, k.promisable, (select c.json from card c where c.product_no = o.product_no) as card
     from offer o join variant v on v.id = o.variant_id join product p on p.no = o.product_no join seller s on s.id = o.seller_id left join stock k on k.id = o.stock_item_id
     where o.id = any($1::text[])`, [offerIds])
}
