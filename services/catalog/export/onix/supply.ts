import type { PriceTerm, ProductDraft } from '../../draft.ts'
import { codingPrefix } from '../../import/onix/schemes.ts'
import { writeAmount } from '../../import/price.ts'
import type { ExportWorld } from '../format.ts'
import { availabilityCode } from './codes.ts'
import { el, type Element } from './xml.ts'

type Variant = ProductDraft['variants'][number]
type Offer = Variant['offers'][number]

/** What is said of each offer; undefined when there is none. */
export const supplyOf = (variant: Variant, today: string, world: ExportWorld): Element | undefined =>
  el('ProductSupply', variant.offers.map((offer) => detailOf(variant, offer, today, world)))

/** Supplier role of list 93: 08 retailer. Supply date of list 166: 08 expected availability. */
function detailOf(variant: Variant, { key, seller, condition, conditionNote, stock, prices, priceTerms = [] }: Offer, today: string, { taxIncluded }: ExportWorld): Element | undefined {
  const priced = [...prices, ...priceTerms].map((price) => priceOf(price, taxIncluded(price.currency)))
  return el('SupplyDetail',
    el('Supplier', el('SupplierRole', '08'), el('SupplierIdentifier', el('SupplierIDType', '01'), el('IDTypeName', 'Octavo seller'), el('IDValue', seller))),
    coding('offer', key), coding('condition', condition), coding('condition note', conditionNote), coding('SKU', stock?.sku), coding('units per sale', stock?.unitsPerSale), coding('promise limit', stock?.promiseLimit),
    el('ProductAvailability', availabilityCode(variant, stock, today)),
    stock?.availableOn !== undefined && el('SupplyDate', el('SupplyDateRole', '08'), dateOf(stock.availableOn)),
    stock && el('Stock', el('OnHand', stock.onHand)),
    priced.length > 0 ? priced : el('UnpricedItemType', '02'))
}

const coding = (name: string, value: string | number | undefined): Element | undefined =>
  value === undefined ? undefined : el('SupplierOwnCoding', el('SupplierCodeType', '01'), el('SupplierCodeTypeName', codingPrefix + name), el('SupplierCodeValue', value))

/** Types of list 58: recommended retail prices with and without tax. Dates of list 173: from and until. What costs nothing is unpriced (list 57, 01). */
function priceOf({ countries, from, until, ...price }: PriceTerm, taxIncluded: boolean): Element | undefined {
  return el('Price', el('PriceType', taxIncluded ? '02' : '01'),
    price.amountMinor === 0 ? el('UnpricedItemType', '01') : el('PriceAmount', writeAmount(price)), el('CurrencyCode', price.currency),
    countries && (countries.included.includes('WORLD')
      ? el('Territory', el('RegionsIncluded', 'WORLD'), countries.excluded.length > 0 && el('CountriesExcluded', countries.excluded.join(' ')))
      : el('Territory', el('CountriesIncluded', countries.included.filter((country) => !countries.excluded.includes(country)).join(' ')))),
    from !== undefined && el('PriceDate', el('PriceDateRole', '14'), dateOf(from)), until !== undefined && el('PriceDate', el('PriceDateRole', '15'), dateOf(until)))
}

const dateOf = (day: string): Element => ({ name: 'Date', attributes: ' dateformat="00"', inside: day.replaceAll('-', '') })
