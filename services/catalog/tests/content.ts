import type { Queryable } from '@octavo/database'

type Row = Readonly<Record<string, unknown>>

/** All that a catalogue holds, with every id by what it names, so that two shops can be compared row by row. */
export async function contentOf(sql: Queryable): Promise<Readonly<Record<string, readonly Row[]>>> {
  const rows = async (text: string): Promise<Row[]> => (await sql.rows<Row>(text, [])).map((row) => JSON.parse(JSON.stringify(row).replaceAll(/\b([a-z]{3})_[0-9a-z]{26}\b/g, '$1')) as Row)
  return {
    products: await rows('select source, key, handle, kind, title, details, featured::text as "f", newest, title_key, changes_on, cardinality(lists) as lists from product order by source, key'),
    variants: await rows('select p.source, p.key as product, v.position, v.key, v.format, v.digital, v.tax_class, v.weight_grams, v.details from variant v join product p on p.no = v.product_no order by p.source, p.key, v.position'),
    offers: await rows(`select p.source, p.key as product, v.key as variant, o.position, o.key, o.seller_id, o.condition, o.condition_note, o.prices, o.price_terms, o.stock_item_id, o.units_per_sale, k.available, k.promisable
      from offer o join variant v on v.id = o.variant_id join product p on p.no = o.product_no left join stock k on k.id = o.stock_item_id order by p.source, p.key, v.position, o.position`),
    cards: await rows('select p.source, p.key, c.json::json as card from card c join product p on p.no = c.product_no order by p.source, p.key'),
    categories: await rows('select c.handle, c.name, p.handle as parent, c.product_count + coalesce((select sum(change) from category_count_change k where k.list_no = c.list_no), 0) > 0 as used from category c left join category p on p.id = c.parent_id order by c.handle'),
    contributors: await rows('select handle, name, sort_name from contributor order by handle'),
    series: await rows('select handle, name from series order by handle'),
    works: await rows('select source, key, title from work order by source, key'),
    identifiers: await rows('select i.value, p.source, p.key from identifier i join product p on p.no = i.product_no order by i.value, p.source, p.key'),
  }
}
