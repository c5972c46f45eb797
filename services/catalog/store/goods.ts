import type { Queryable, Transaction } from '@octavo/database'
import type { Stock } from '../cards/availability.ts'
import type { KnownSeller } from '../cards/page.ts'
import type { Goods, GoodsOffer, GoodsVariant, PriceTerms } from '../products/goods.ts'
import { insertRows } from './rows.ts'

/** Takes the products' rows, in the order of their numbers, and gives their versions. */
export async function lockProducts(tx: Transaction, nos: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (nos.length === 0) return new Map()
  const rows = await tx.rows<{ no: number; version: number }>('select no, version from product where no = any($1::int[]) order by no for update', [nos])
  return new Map(rows.map(({ no, version }) => [no, version]))
}

export interface StoredGoods extends Goods {
  readonly version: number
  readonly updatedAt: string
}

/** Goods as they stand, with what is known of the stock and the sellers of their offers. */
export interface KnownGoods {
  readonly goods: readonly StoredGoods[]
  readonly stock: ReadonlyMap<string, Stock>
  readonly sellers: ReadonlyMap<string, KnownSeller>
}

/** Lists by place, and not by name: the names would be written and read for every row. */
const columns = `p.no, p.id, p.handle, p.kind, p.title, p.details, p.category_ids as "categoryIds", p.name_lists as "nameLists", p.version, p.updated_at as "updatedAt",
  (select json_agg(json_build_array(v.id, v.key, v.format, v.digital, v.tax_class, v.weight_grams, v.details) order by v.position) from variant v where v.product_no = p.no) as variants,
  (select json_agg(json_build_array(o.variant_id, o.id, o.key, o.seller_id, o.condition, o.condition_note, o.prices, o.stock_item_id, o.units_per_sale, k.available, k.promisable, k.version, s.handle, s.name, s.standing, o.price_terms) order by o.position)
   from offer o left join stock k on k.id = o.stock_item_id left join seller s on s.id = o.seller_id where o.product_no = p.no) as offers,
  (select json_agg(json_build_array(i.id, i.name, i.alt, i.height_px, i.widths_px) order by i.position) from picture i where i.product_no = p.no) as pictures`
const byNo = `select ${columns} from product p where p.no = any($1::int[])`
const byId = `select ${columns} from product p where p.id = $1`
const byIds = `select ${columns} from product p where p.id = any($1::text[])`
const byHandle = `select ${columns} from product p where p.handle = $1`

type VariantCells = [id: string, key: string, format: string, digital: boolean, taxClass: string, weightGrams: number, details: GoodsVariant['details']]
type OfferCells = [
  variantId: string, id: string, key: string, sellerId: string, condition: string, conditionNote: string | null, prices: Record<string, number>, stockItemId: string | null, unitsPerSale: number,
  available: number | null, promisable: number | null, version: number | null, handle: string | null, name: string | null, standing: 'good' | 'suspended' | null, priceTerms: PriceTerms | null,
]
type PictureCells = [id: string, name: string, alt: string, heightPx: number, widthsPx: number[]]
type Row = Omit<Goods, 'variants' | 'pictures'> & { readonly pictures: PictureCells[] | null; readonly version: number; readonly updatedAt: Date; readonly variants: VariantCells[] | null; readonly offers: OfferCells[] | null }

export const readGoods = async (sql: Queryable, nos: readonly number[]): Promise<KnownGoods> => assembled(nos.length ? await sql.rows<Row>(byNo, [nos]) : [])

/** One product by its id or handle. */
export const readOneGoods = async (sql: Queryable, idOrHandle: string): Promise<KnownGoods> => assembled(await sql.rows<Row>(idOrHandle.startsWith('prd_') ? byId : byHandle, [idOrHandle]))

/** Many by their ids, in no order; unknown ones are left out. */
export const readGoodsByIds = async (sql: Queryable, ids: readonly string[]): Promise<KnownGoods> => assembled(ids.length ? await sql.rows<Row>(byIds, [ids]) : [])

/** The versions that stand, by the products' ids. */
export async function readVersionsByIds(sql: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.rows<{ id: string; version: number }>('select id, version from product where id = any($1::text[])', [ids])
  return new Map(rows.map(({ id, version }) => [id, version]))
}

function assembled(rows: readonly Row[]): KnownGoods {
  const stock = new Map<string, Stock>()
  const sellers = new Map<string, KnownSeller>()
  const goods = rows.map(({ variants, offers, pictures, updatedAt, ...product }) => {
    const offersOf = new Map<string, GoodsOffer[]>()
    for (const [variantId, id, key, sellerId, condition, conditionNote, prices, stockItemId, unitsPerSale, available, promisable, version, handle, name, standing, priceTerms] of offers ?? []) {
      const offer = { id, key, sellerId, condition, ...(conditionNote !== null && { conditionNote }), prices, ...(priceTerms && { priceTerms }), stockItemId, unitsPerSale }
      const known = offersOf.get(variantId)
      if (known) known.push(offer)
      else offersOf.set(variantId, [offer])
      if (stockItemId !== null && available !== null && promisable !== null && version !== null) stock.set(stockItemId, { available, promisable, version })
      if (handle !== null && name !== null && standing !== null) sellers.set(sellerId, { id: sellerId, handle, name, standing })
    }
    return {
      ...product,
      updatedAt: updatedAt.toISOString(),
      pictures: (pictures ?? []).map(([id, name, alt, heightPx, widthsPx]) => ({ id, name, alt, heightPx, widthsPx })),
      variants: (variants ?? []).map(([id, key, format, digital, taxClass, weightGrams, details]) => ({ id, key, format, digital, taxClass, weightGrams, details, offers: offersOf.get(id) ?? [] })),
    }
  })
  return { goods, stock, sellers }
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
    await tx.run(
      `delete from identifier where product_no = any($1::int[]) and value in (
         select (i->>'scheme') || ':' || (i->>'value') from variant v, json_array_elements(v.details->'identifiers') i where v.product_no = any($1::int[])
         union all select 'isbn13:' || r from variant v, json_array_elements_text(v.details->'replaces') r where v.product_no = any($1::int[]))`, [standing])
    await tx.run('delete from variant where product_no = any($1::int[])', [standing])
    await tx.run('delete from offer where product_no = any($1::int[])', [standing])
  }
  await insertRows(tx, 'variant', ['id', 'product_no', 'position', 'key', 'format', 'digital', 'tax_class', 'weight_grams', 'details'],
    goods.flatMap(({ no, variants }) => variants.map(({ id, key, format, digital, taxClass, weightGrams, details }, position) => [id, no, position, key, format, digital, taxClass, weightGrams, details])))
  await insertRows(tx, 'offer', ['id', 'product_no', 'variant_id', 'position', 'key', 'seller_id', 'condition', 'condition_note', 'prices', 'price_terms', 'stock_item_id', 'units_per_sale'],
    goods.flatMap(({ no, variants }) => variants.flatMap((variant) => variant.offers.map(({ id, key, sellerId, condition, conditionNote, prices, priceTerms, stockItemId, unitsPerSale }, position) =>
      [id, no, variant.id, position, key, sellerId, condition, conditionNote ?? null, prices, priceTerms ?? null, stockItemId, unitsPerSale]))))
  await insertRows(tx, 'identifier', ['value', 'product_no'], goods.flatMap((one) => identifiersOf(one).map((value) => [value, one.no])))
}

/** `isbn13:9780140449136`, each once; those that it replaces too. */
const identifiersOf = ({ variants }: Goods): string[] =>
  [...new Set(variants.flatMap(({ details }) => [...details.identifiers.map(({ scheme, value }) => `${scheme}:${value}`), ...(details.replaces ?? []).map((isbn) => `isbn13:${isbn}`)]))]
