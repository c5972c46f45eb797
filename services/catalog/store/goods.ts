import type { Queryable, Transaction } from '@octavo/database'
import type { Goods, GoodsOffer, GoodsVariant } from '../products/goods.ts'
import { insertRows } from './rows.ts'

type ProductRow = Omit<Goods, 'variants'> & { version: number }
type VariantRow = Omit<GoodsVariant, 'offers'> & { no: number }
interface OfferRow extends Omit<GoodsOffer, 'conditionNote'> {
  readonly no: number
  readonly variantId: string
  readonly conditionNote: string | null
}

/** Takes the products' rows, in the order of their numbers, and gives their versions. */
export async function lockProducts(tx: Transaction, nos: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (nos.length === 0) return new Map()
  const rows = await tx.rows<{ no: number; version: number }>('select no, version from product where no = any($1::int[]) order by no for update', [nos])
  return new Map(rows.map(({ no, version }) => [no, version]))
}

/** Products whole, by their numbers. */
export async function readGoods(sql: Queryable, nos: readonly number[]): Promise<Map<number, Goods & { version: number }>> {
  if (nos.length === 0) return new Map()
  const products = await sql.rows<ProductRow>(
    `select no, id, handle, kind, title, details, category_ids as "categoryIds", name_lists as "nameLists", version from product where no = any($1::int[])`, [nos])
  const { variants, offers } = await readVariants(sql, nos)
  const offersOf = Map.groupBy(offers, ({ variantId }) => variantId)
  const variantsOf = Map.groupBy(variants, ({ no }) => no)
  return new Map(products.map((product) => [product.no, {
    ...product,
    variants: (variantsOf.get(product.no) ?? []).map(({ no: _, ...variant }) => ({
      ...variant,
      offers: (offersOf.get(variant.id) ?? []).map(({ no: _no, variantId: _variant, conditionNote, ...offer }) => ({ ...offer, ...(conditionNote !== null && { conditionNote }) })),
    })),
  }]))
}

async function readVariants(sql: Queryable, nos: readonly number[]): Promise<{ variants: VariantRow[]; offers: OfferRow[] }> {
  const variants = await sql.rows<VariantRow>(
    `select product_no as no, id, key, format, digital, tax_class as "taxClass", weight_grams as "weightGrams", details
     from variant where product_no = any($1::int[]) order by product_no, position`, [nos])
  const offers = await sql.rows<OfferRow>(
    `select product_no as no, variant_id as "variantId", id, key, seller_id as "sellerId", condition, condition_note as "conditionNote", prices, stock_item_id as "stockItemId", units_per_sale as "unitsPerSale"
     from offer where product_no = any($1::int[]) order by product_no, position`, [nos])
  return { variants, offers }
}

/** Ids that variants and offers of products have by their keys, so that they keep them. */
export async function readKeys(sql: Queryable, nos: readonly number[]): Promise<{ variants: ReadonlyMap<string, string>; offers: ReadonlyMap<string, string> }> {
  if (nos.length === 0) return { variants: new Map(), offers: new Map() }
  const text = (table: 'variant' | 'offer') => `select product_no as no, key, id from ${table} where product_no = any($1::int[])`
  const [variants, offers] = await Promise.all([sql.rows<{ no: number; key: string; id: string }>(text('variant'), [nos]), sql.rows<{ no: number; key: string; id: string }>(text('offer'), [nos])])
  const byKey = (rows: readonly { no: number; key: string; id: string }[]) => new Map(rows.map(({ no, key, id }) => [`${no} ${key}`, id]))
  return { variants: byKey(variants), offers: byKey(offers) }
}

/** Writes variants, offers and identifiers of products whole, in place of those that stood. */
export async function writeVariants(tx: Transaction, goods: readonly Goods[], standing: readonly number[]): Promise<void> {
  if (standing.length) {
    await tx.run('delete from variant where product_no = any($1::int[])', [standing])
    await tx.run('delete from offer where product_no = any($1::int[])', [standing])
    await tx.run('delete from identifier where product_no = any($1::int[])', [standing])
  }
  const variants = goods.flatMap(({ no, variants }) => variants.map((variant, position) => ({ no, variant, position })))
  await insertRows(tx, 'variant', ['id', 'product_no', 'position', 'key', 'format', 'digital', 'tax_class', 'weight_grams', 'details'],
    variants.map(({ no, variant, position }) => [variant.id, no, position, variant.key, variant.format, variant.digital, variant.taxClass, variant.weightGrams, variant.details]))
  await insertRows(tx, 'offer', ['id', 'product_no', 'variant_id', 'position', 'key', 'seller_id', 'condition', 'condition_note', 'prices', 'stock_item_id', 'units_per_sale'],
    goods.flatMap(({ no, variants }) => variants.flatMap((variant) => variant.offers.map((offer) => ({ variant, offer })))
      .map(({ variant, offer }, position) => [offer.id, no, variant.id, position, offer.key, offer.sellerId, offer.condition, offer.conditionNote ?? null, offer.prices, offer.stockItemId, offer.unitsPerSale])))
  await insertRows(tx, 'identifier', ['value', 'product_no'], goods.flatMap((one) => identifiersOf(one).map((value) => [value, one.no])))
}

/** `isbn13:9780140449136`, each once. */
const identifiersOf = ({ variants }: Goods): string[] =>
  [...new Set(variants.flatMap(({ details }) => details.identifiers.map(({ scheme, value }) => `${scheme}:${value}`)))]
