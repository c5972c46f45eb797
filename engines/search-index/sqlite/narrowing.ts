import type { Facet, FacetCount, Filters, OfferFacet, SearchRequest } from '../port.ts'
import { offerFacets, productFacets } from '../port.ts'
import { bestOf } from './best.ts'
import { none, type Columns, type Shape } from './columns.ts'
import { facetNumbers, type Value } from './values.ts'

/** What is chosen, as bits: a product or an offer fails by those it does not satisfy. */
const bits: Readonly<Record<Facet | 'price' | 'rating' | 'year', number>> = {
  // An attribute that is chosen has a bit of its own above these.
  contributor: 1, series: 2, category: 4, brand: 8, decade: 16, attribute: 32, format: 64, language: 128, condition: 256, seller: 512, availability: 1024, price: 2048, rating: 4096, year: 8192, subject: 1 << 30,
}
const mostAttributes = 16
const firstAttributeBit = 16_384
/** An offer has these only where it has a price in the market. */
const ofOffer: readonly Facet[] = ['condition', 'seller', 'availability']

/** Decides for one product after another whether it satisfies the filters, and counts what it has for the facets on the way. */
export class Narrowing {
  readonly #columns: Columns
  readonly #filters: Filters
  readonly #currency: string
  readonly #chosen: { bit: number; numbers: ReadonlySet<number> }[] = []
  readonly #chosenOf: { facet: OfferFacet; bit: number; numbers: ReadonlySet<number> }[] = []
  readonly #isWhole: boolean
  readonly #isPriced: boolean
  readonly #prices: Int32Array | undefined
  readonly #best: Int32Array | undefined
  readonly #counts: Int32Array
  /** The last product, from 1, that each value was counted of. */
  readonly #stamps: Int32Array
  readonly #counted: readonly { facet: OfferFacet; column: Int32Array; bit: number; ofOffer: boolean }[]
  /** By the facet's number. */
  readonly #facetBit: readonly number[]
  readonly #attributeBits: ReadonlyMap<string, number>
  /** Values that were counted at all. */
  readonly #touched: number[] = []
  /** By shape: how many products of it count, and by what each of its rows fails, prices aside. */
  readonly #shapeCounts: Int32Array
  readonly #failures: (readonly number[] | undefined)[] = []
  readonly #bands: readonly number[]
  readonly bandCounts: number[]
  readonly ratingCounts = [0, 0, 0, 0]

  constructor(columns: Columns, { filters, currency, facets, priceBands }: Pick<SearchRequest, 'filters' | 'currency' | 'facets' | 'priceBands'>) {
    this.#columns = columns
    this.#filters = filters
    this.#currency = currency
    this.#prices = columns.pricesIn(currency)
    this.#best = columns.bestIn(currency)
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
      if (numbers) this.#chosenOf.push({ facet, bit: bits[facet], numbers })
    }
    this.#isPriced = filters.priceFrom !== undefined || filters.priceTo !== undefined
    this.#isWhole = this.#chosenOf.length === 0 && !this.#isPriced
    this.#counts = new Int32Array(facets.length > 0 ? values.all.length : 0)
    this.#stamps = new Int32Array(this.#isPriced ? this.#counts.length : 0)
    this.#shapeCounts = new Int32Array(columns.shapes.length)
    this.#counted = offerFacets.filter((facet) => facets.includes(facet)).map((facet) => ({ facet, column: columns.row[facet], bit: bits[facet], ofOffer: ofOffer.includes(facet) }))
    this.#facetBit = facetNumbers.map((facet) => (facets.includes(facet) ? bits[facet] : 0))
  }

  /** The row that satisfies everything and is best to buy; undefined when there is none. Counts. */
  take(no: number): number | undefined {
    const failed = this.#failedWhole(no)
    return this.#isWhole ? this.#takeWhole(no, failed) : this.#takeByRows(no, failed)
  }

  /** Nothing is chosen that tells offers apart: what is best to buy is known, and what all rows count is counted at the end. */
  #takeWhole(no: number, failed: number): number | undefined {
    const { rowStart, rowCount, shape } = this.#columns
    if (rowCount[no] === 0) return undefined
    const best = this.#best ? this.#best[no] as number : none
    if (failed === 0) {
      const like = shape[no] as number
      this.#shapeCounts[like] = (this.#shapeCounts[like] as number) + 1
      if (best !== none) this.#countBand((this.#prices as Int32Array)[best] as number)
    }
    this.#countWhole(no, failed)
    return failed === 0 ? (best === none ? rowStart[no] : best) : undefined
  }

  #takeByRows(no: number, failedWhole: number): number | undefined {
    const { rowStart, rowCount, shape } = this.#columns
    const { priceFrom = 0, priceTo = Infinity } = this.#filters
    const like = shape[no] as number
    const failures = this.#failuresOf(like)
    const first = rowStart[no] as number
    let anyFits = false
    let best = none
    let cheapest = none
    for (let at = 0, count = rowCount[no] as number; at < count; at++) {
      const row = first + at
      const price = this.#prices ? this.#prices[row] as number : none
      const failedRow = failures[at] as number
      const fitsPrice = !this.#isPriced || (price !== none && price >= priceFrom && price <= priceTo)
      if (failedRow === 0) {
        if (price !== none && (cheapest === none || this.#columns.isBetter(this.#prices as Int32Array, row, cheapest))) cheapest = row
        if (fitsPrice) {
          anyFits = true
          if (best === none || (this.#prices && this.#columns.isBetter(this.#prices, row, best))) best = row
        }
      }
      if (failedWhole === 0 && fitsPrice && this.#isPriced) this.#countRow(no, row, failedRow)
    }
    if (failedWhole === 0) {
      if (!this.#isPriced) this.#shapeCounts[like] = (this.#shapeCounts[like] as number) + 1
      if (cheapest !== none) this.#countBand((this.#prices as Int32Array)[cheapest] as number)
    }
    if (anyFits) this.#countWhole(no, failedWhole)
    return failedWhole === 0 && best !== none ? best : undefined
  }

  /** The facets' values by how many products have them. */
  facets(wanted: readonly Facet[], most: number): Partial<Record<Facet, FacetCount[]>> {
    this.#countShapes()
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

  #count(value: number, times = 1): void {
    const before = this.#counts[value] as number
    this.#counts[value] = before + times
    if (before === 0) this.#touched.push(value)
  }

  /** What a product has as a whole. */
  #countWhole(no: number, failed: number): void {
    const { valueStart, valueCount, product, rating } = this.#columns
    for (let at = valueStart[no] as number, end = at + (valueCount[no] as number); at < end; at++) {
      const value = product[at] as number
      const bit = this.#bitOf(value)
      if (bit !== 0 && (failed & ~(bit === bits.decade ? bit | bits.year : bit)) === 0) this.#count(value)
    }
    if ((failed & ~bits.rating) === 0) for (let stars = 1; stars <= 4; stars++) if ((rating[no] as number) >= stars * 10) this.ratingCounts[stars - 1] = (this.ratingCounts[stars - 1] as number) + 1
  }

  /** What a row has, once a product. */
  #countRow(no: number, row: number, failed: number): void {
    const priced = this.#prices?.[row] !== none
    for (const { column, bit, ofOffer: offered } of this.#counted) {
      if ((failed & ~bit) !== 0 || (offered && !priced)) continue
      const value = column[row] as number
      if (value !== none && this.#stamps[value] !== no + 1) { this.#stamps[value] = no + 1; this.#count(value) }
    }
  }

  /** What the rows of each shape have, for as many products as have it. */
  #countShapes(): void {
    for (let like = 0; like < this.#shapeCounts.length; like++) {
      const times = this.#shapeCounts[like] as number
      if (times === 0) continue
      const failures = this.#failuresOf(like)
      for (const { facet, bit, ofOffer: offered } of this.#counted) {
        const fitting = (this.#columns.shapes[like] as Shape).rows.filter((row, at) => ((failures[at] as number) & ~bit) === 0 && !(offered && !row.currencies.includes(this.#currency)))
        for (const value of new Set(fitting.map((row) => row[facet]))) if (value !== none) this.#count(value, times)
      }
    }
  }

  #bitOf(value: number): number {
    const bit = this.#facetBit[this.#columns.values.facets[value] as number] as number
    return bit === bits.attribute && this.#attributeBits.size > 0 ? this.#attributeBits.get(attributeOf((this.#columns.values.all[value] as Value).value)) ?? bit : bit
  }

  #failedWhole(no: number): number {
    const { valueStart, valueCount, product, year, rating } = this.#columns
    const { yearFrom, yearTo, ratingFrom } = this.#filters
    let failed = 0
    for (const { bit, numbers } of this.#chosen) {
      let fits = false
      const start = valueStart[no] as number
      for (let at = start, end = start + (valueCount[no] as number); at < end && !fits; at++) fits = numbers.has(product[at] as number)
      if (!fits) failed |= bit
    }
    const published = year[no] as number
    if ((yearFrom !== undefined && (published === 0 || published < yearFrom)) || (yearTo !== undefined && (published === 0 || published > yearTo))) failed |= bits.year
    if (ratingFrom !== undefined && (rating[no] as number) < ratingFrom * 10) failed |= bits.rating
    return failed
  }

  /** By what each row of a shape fails, whatever it costs. */
  #failuresOf(like: number): readonly number[] {
    const known = this.#failures[like]
    if (known) return known
    const failures = (this.#columns.shapes[like] as Shape).rows.map((row) => {
      let failed = 0
      for (const { facet, bit, numbers } of this.#chosenOf) if (!numbers.has(row[facet]) || (ofOffer.includes(facet) && !row.currencies.includes(this.#currency))) failed |= bit
      return failed
    })
    this.#failures[like] = failures
    return failures
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
