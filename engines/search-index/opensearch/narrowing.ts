import { offerFacets, productFacets, type Facet, type Filters, type OfferFacet, type SearchRequest } from '../port.ts'

type Clause = Record<string, unknown>

/** Where a facet's values stand, and where they stand with their labels. */
const fields: Readonly<Record<Facet, readonly [value: string, told: string]>> = {
  contributor: ['contributor', 'contributor_told'], series: ['series_value', 'series_told'], category: ['category', 'category'], subject: ['subject_value', 'subject_told'], brand: ['brand_value', 'brand_value'], decade: ['decade', 'decade'],
  attribute: ['attribute', 'attribute_told'], format: ['offers.format', 'offers.format'], language: ['offers.language', 'offers.language'], condition: ['offers.condition', 'offers.condition'],
  seller: ['offers.seller', 'offers.seller_told'], availability: ['offers.availability', 'offers.availability'],
}
/** An offer has these only where it has a price in the market. */
const ofOffer: readonly Facet[] = ['condition', 'seller', 'availability']
const isOfOffer = (facet: string): facet is OfferFacet => (offerFacets as readonly string[]).includes(facet)

/** What is chosen, as clauses that can be left out by name: those of the product, and those that one offer has to satisfy. */
export function clausesOf({ chosen, priceFrom, priceTo, yearFrom, yearTo, ratingFrom }: Filters, currency: string): { product: Map<string, Clause>; offer: Map<string, Clause> } {
  const product = new Map<string, Clause>()
  const offer = new Map<string, Clause>()
  const price = `offers.prices.${currency}`
  for (const facet of [...productFacets, ...offerFacets]) {
    const values = chosen[facet]
    if (!values?.length) continue
    if (facet === 'attribute') for (const [name, some] of Object.entries(Object.groupBy(values, attributeOf))) product.set(`attribute:${name}`, { terms: { attribute: some } })
    else if (isOfOffer(facet)) offer.set(facet, { bool: { filter: [{ terms: { [fields[facet][0]]: values } }, ...(ofOffer.includes(facet) ? [{ exists: { field: price } }] : [])] } })
    else product.set(facet, { terms: { [fields[facet][0]]: values } })
  }
  if (priceFrom !== undefined || priceTo !== undefined) offer.set('price', { range: { [price]: { ...(priceFrom !== undefined && { gte: priceFrom }), ...(priceTo !== undefined && { lte: priceTo }) } } })
  if (yearFrom !== undefined || yearTo !== undefined) product.set('year', { range: { year: { ...(yearFrom !== undefined && { gte: yearFrom }), ...(yearTo !== undefined && { lte: yearTo }) } } })
  if (ratingFrom !== undefined) product.set('rating', { range: { rating: { gte: ratingFrom } } })
  return { product, offer }
}

const attributeOf = (value: string): string => value.slice(0, Math.max(0, value.indexOf(':')))

/** Everything chosen but what is named. */
export function filterOf({ product, offer }: ReturnType<typeof clausesOf>, without: readonly string[] = []): Clause {
  const rows = [...offer].filter(([name]) => !without.includes(name)).map(([, clause]) => clause)
  return { bool: { filter: [...[...product].filter(([name]) => !without.includes(name)).map(([, clause]) => clause), { nested: { path: 'offers', query: rows.length > 0 ? { bool: { filter: rows } } : { match_all: {} } } }] } }
}

const rowsOf = ({ offer }: ReturnType<typeof clausesOf>, without: readonly string[], more: readonly Clause[] = []): Clause => ({ bool: { filter: [...[...offer].filter(([name]) => !without.includes(name)).map(([, clause]) => clause), ...more] } })

/** One aggregation a facet, each over what satisfies everything but the facet itself. */
export function aggregationsOf({ facets, filters, currency, priceBands, facetValues }: SearchRequest): Record<string, unknown> {
  const clauses = clausesOf(filters, currency)
  const price = `offers.prices.${currency}`
  const aggregations: Record<string, unknown> = {}
  const names = [...clauses.product.keys()].filter((name) => name.startsWith('attribute:'))
  for (const facet of facets) {
    const [, field] = fields[facet]
    if (isOfOffer(facet)) {
      const has = ofOffer.includes(facet) ? [{ exists: { field: price } }] : []
      aggregations[facet] = { filter: filterOf(clauses, [facet]), aggs: { rows: { nested: { path: 'offers' }, aggs: { fitting: { filter: rowsOf(clauses, [facet], has), aggs: { values: { terms: { field, size: facetValues + 50 }, aggs: { products: { reverse_nested: {} } } } } } } } } }
    } else if (facet === 'attribute') {
      aggregations[facet] = { filter: filterOf(clauses), aggs: { values: { terms: { field, size: 500 } } } }
      // The values of a chosen attribute are counted as if it were not chosen.
      for (const name of names) aggregations[name] = { filter: filterOf(clauses, [name]), aggs: { values: { terms: { field, size: 500, include: `${escaped(name.slice('attribute:'.length))}:.*` } } } }
    } else aggregations[facet] = { filter: filterOf(clauses, facet === 'decade' ? ['decade', 'year'] : [facet]), aggs: { values: { terms: { field, size: facetValues + 50 } } } }
  }
  aggregations['prices'] = {
    filter: filterOf(clauses, ['price']),
    aggs: { bands: { filters: { filters: Object.fromEntries(priceBands.map((low, at) => [`b${at}`, bandOf(clauses, price, low, priceBands[at + 1])])) } } },
  }
  aggregations['ratings'] = { filter: filterOf(clauses, ['rating']), aggs: { stars: { filters: { filters: Object.fromEntries([1, 2, 3, 4].map((stars) => [`s${stars}`, { range: { rating: { gte: stars } } }])) } } } }
  return aggregations
}

/** Products whose lowest price that can be had is in the band: one in it, and none below it. */
function bandOf(clauses: ReturnType<typeof clausesOf>, price: string, low: number, high: number | undefined): Clause {
  const at = (buyable: boolean, range: object): Clause => ({ nested: { path: 'offers', query: rowsOf(clauses, ['price'], [{ range: { [price]: range } }, ...(buyable ? [{ term: { 'offers.buyable': true } }] : [])]) } })
  const inside = { gte: low, ...(high !== undefined && { lt: high }) }
  const any = at(true, { gte: 0 })
  return {
    bool: {
      should: [
        { bool: { filter: [at(true, inside)], must_not: [at(true, { lt: low })] } },
        { bool: { filter: [at(false, inside)], must_not: [any, at(false, { lt: low })] } },
      ],
      minimum_should_match: 1,
    },
  }
}

const escaped = (text: string): string => text.replaceAll(/[.?+*|{}[\]()"\\#@&<>~]/g, '\\$&')
export const rowFilterOf = (filters: Filters, currency: string, more: readonly Clause[]): Clause => rowsOf(clausesOf(filters, currency), [], more)
