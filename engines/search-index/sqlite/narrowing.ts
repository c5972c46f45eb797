import type { Facet, FacetCount, Filters, SearchRequest } from '../port.ts'
import { offerFacets, productFacets } from '../port.ts'
import { bestOf } from './best.ts'
import { none, type Columns } from './columns.ts'
import { facetNumbers, type Value } from './values.ts'

/** What is chosen, as bits: a product or an offer fails by those it does not satisfy. */
const bits: Readonly<Record<Facet | 'price' | 'rating' | 'year', number>> = {
  // An attribute that is chosen has a bit of its own above these.
  contributor: 1, series: 2, category: 4, brand: 8, decade: 16, attribute: 32, format: 64, language: 128, condition: 256, seller: 512, availability: 1024, price: 2048, rating: 4096, year: 8192,
}
/** An offer has these only where it has a price in the market. */
const mostAttributes = 16
const firstAttributeBit = 16_384
const ofOffer = ['condition', 'seller', 'availability'] as const

/** Decides for one product after another whether it satisfies the filters, and counts what it has for the facets on the way. */
export class Narrowing {
  readonly #columns: Columns
  readonly #filters: Filters
  readonly #chosen: { bit: number; numbers: ReadonlySet<number> }[] = []
  readonly #chosenOf: { column: Int32Array; bit: number; numbers: ReadonlySet<number> }[] = []
  readonly #prices: Int32Array | undefined
  readonly #counts: Int32Array
  readonly #stamps: Int32Array
  readonly #counted: readonly { column: Int32Array; bit: number; ofOffer: boolean }[]
  /** By the facet's number. */
  readonly #facetBit: readonly number[]
  readonly #attributeBits: ReadonlyMap<string, number>
  /** Values that were counted at all. */
  readonly #touched: number[] = []
  readonly #bands: readonly number[]
  readonly bandCounts: number[]
  readonly ratingCounts = [0, 0, 0, 0]

  constructor(columns: Columns, { filters, currency, facets, priceBands }: Pick<SearchRequest, 'filters' | 'currency' | 'facets' | 'priceBands'>) {
    this.#columns = columns
    this.#filters = filters
    this.#prices = columns.pricesIn(currency)
    this.#bands = priceBands
    this.bandCounts = priceBands.map(() => 0)
    const { values } = columns
    const numbersOf = (facet: Facet) => {
      const wanted = filters.chosen[facet]
      return wanted?.length ? new Set(wanted.map((value) => values.find(facet, value) ?? -2)) : undefined
    }
    for (const facet of productFacets) {
      const numbers = facet === 'attribute' ? undefined : numbersOf(facet)
      if (numbers) this.#chosen.push({ bit: bits[facet], numbers })
    }
    const attributes = Object.entries(Object.groupBy(filters.chosen.attribute ?? [], attributeOf)).slice(0, mostAttributes)
    this.#attributeBits = new Map(attributes.map(([attribute, wanted = []], at) => {
      const bit = firstAttributeBit << at
      this.#chosen.push({ bit, numbers: new Set(wanted.map((value) => values.find('attribute', value) ?? -2)) })
      return [attribute, bit]
    }))
    for (const facet of offerFacets) {
      const numbers = numbersOf(facet)
      if (numbers) this.#chosenOf.push({ column: columns.row[facet], bit: bits[facet], numbers })
    }
    this.#counts = new Int32Array(facets.length > 0 ? values.all.length : 0)
    this.#stamps = new Int32Array(this.#counts.length).fill(none)
    this.#counted = offerFacets.filter((facet) => facets.includes(facet)).map((facet) => ({ column: columns.row[facet], bit: bits[facet], ofOffer: (ofOffer as readonly Facet[]).includes(facet) }))
    this.#facetBit = facetNumbers.map((facet) => (facets.includes(facet) ? bits[facet] : 0))
  }

  /** The row that satisfies everything and is best to buy; undefined when there is none. Counts. */
  take(no: number): number | undefined {
    const { rowStart, rowCount, rowBuyable, valueStart, valueCount, product, rating } = this.#columns
    const failedWhole = this.#failedWhole(no)
    const first = rowStart[no] as number
    const last = first + (rowCount[no] as number)
    let anyFits = false
    let best: number | undefined
    let lowest = none
    for (let row = first; row < last; row++) {
      const price = this.#prices ? (this.#prices[row] as number) : none
      const failedRow = this.#failedRow(row, price)
      if (failedRow === 0) {
        anyFits = true
        if (failedWhole === 0 && this.#isBetter(row, price, best)) best = row
      }
      const failed = failedWhole | failedRow
      for (const { column, bit, ofOffer: offered } of this.#counted) {
        if ((failed & ~bit) !== 0 || (offered && price === none)) continue
        const value = column[row] as number
        if (value !== none && this.#stamps[value] !== no) { this.#stamps[value] = no; this.#count(value) }
      }
      if ((failed & ~bits.price) === 0 && price !== none && (lowest === none || (rowBuyable[row] && price < lowest))) lowest = price
    }
    if (lowest !== none) this.#countBand(lowest)
    if (anyFits) {
      for (let at = valueStart[no] as number, end = at + (valueCount[no] as number); at < end; at++) {
        const value = product[at] as number
        const bit = this.#bitOf(value)
        if (bit !== 0 && (failedWhole & ~(bit === bits.decade ? bit | bits.year : bit)) === 0) this.#count(value)
      }
      if ((failedWhole & ~bits.rating) === 0) for (let stars = 1; stars <= 4; stars++) if ((rating[no] as number) >= stars * 10) this.ratingCounts[stars - 1] = (this.ratingCounts[stars - 1] as number) + 1
    }
    return best
  }

  /** The facets' values by how many products have them. */
  facets(wanted: readonly Facet[], most: number): Partial<Record<Facet, FacetCount[]>> {
    const found: Partial<Record<Facet, FacetCount[]>> = Object.fromEntries(wanted.map((facet) => [facet, []]))
    for (const number of this.#touched) {
      const { facet, value, label } = this.#columns.values.all[number] as Value
      found[facet]?.push({ value, label, count: this.#counts[number] as number })
    }
    for (const facet of wanted) {
      const chosen = this.#filters.chosen[facet] ?? []
      const all = found[facet] as FacetCount[]
      const first = bestOf(all.length, most, (a, b) => before(all[a] as FacetCount, all[b] as FacetCount)).map((at) => all[at] as FacetCount)
      found[facet] = [...first, ...all.filter((one) => chosen.includes(one.value) && !first.includes(one))]
    }
    return found
  }

  #count(value: number): void {
    const count = (this.#counts[value] as number) + 1
    this.#counts[value] = count
    if (count === 1) this.#touched.push(value)
  }

  #bitOf(value: number): number {
    const bit = this.#facetBit[this.#columns.values.facets[value] as number] as number
    return bit === bits.attribute && this.#attributeBits.size > 0 ? this.#attributeBits.get(attributeOf((this.#columns.values.all[value] as Value).value)) ?? bit : bit
  }

  #failedWhole(no: number): number {
    const { valueStart, valueCount, product, year, rating } = this.#columns
    const { yearFrom, yearTo, ratingFrom } = this.#filters
    let failed = 0
    const start = valueStart[no] as number
    const end = start + (valueCount[no] as number)
    for (const { bit, numbers } of this.#chosen) {
      let fits = false
      for (let at = start; at < end && !fits; at++) fits = numbers.has(product[at] as number)
      if (!fits) failed |= bit
    }
    const published = year[no] as number
    if ((yearFrom !== undefined && (published === 0 || published < yearFrom)) || (yearTo !== undefined && (published === 0 || published > yearTo))) failed |= bits.year
    if (ratingFrom !== undefined && (rating[no] as number) < ratingFrom * 10) failed |= bits.rating
    return failed
  }

  #failedRow(row: number, price: number): number {
    const { priceFrom, priceTo } = this.#filters
    let failed = 0
    for (const { column, bit, numbers } of this.#chosenOf) if (!numbers.has(column[row] as number) || (bit >= bits.condition && price === none)) failed |= bit
    if (priceFrom !== undefined && (price === none || price < priceFrom)) failed |= bits.price
    if (priceTo !== undefined && (price === none || price > priceTo)) failed |= bits.price
    return failed
  }

  /** What can be bought before what cannot, then the lower price, then what has one. */
  #isBetter(row: number, price: number, best: number | undefined): boolean {
    if (best === undefined) return true
    const { rowBuyable } = this.#columns
    const now = this.#prices ? (this.#prices[best] as number) : none
    if (price === none || now === none) return now === none && price !== none
    if (rowBuyable[row] !== rowBuyable[best]) return rowBuyable[row] === 1
    return price < now
  }

  #countBand(price: number): void {
    for (let at = this.#bands.length - 1; at >= 0; at--) {
      if (price >= (this.#bands[at] as number)) { this.bandCounts[at] = (this.bandCounts[at] as number) + 1; return }
    }
  }
}

const before = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.label < b.label ? -1 : 1)

/** `colour` of `colour:red`. */
const attributeOf = (value: string): string => value.slice(0, Math.max(0, value.indexOf(':')))
