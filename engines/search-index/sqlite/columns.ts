import type { FacetValue, IndexedProduct, OfferFacet, ProductFacet } from '../port.ts'
import { offerFacets } from '../port.ts'
import { grown } from './growing.ts'
import { Values } from './values.ts'

/** No value, no price, no variant. */
export const none = -1

/** The rows of a product but for what they cost. */
export interface Shape {
  readonly rows: readonly (Readonly<Record<OfferFacet, number>> & { readonly currencies: readonly string[] })[]
}

/**
 * What products are filtered, counted and sorted by, as arrays of numbers: one place a product, by its number in the file, and one row
 * for each of its offers (a variant that nobody offers has one row too). Rows and values of a product follow one another; what a change
 * leaves behind goes when the index is opened again. Most products have the rows of many others but for the prices: such rows are a
 * shape, so that a query looks at what a million products offer some hundred times.
 */
export class Columns {
  readonly values = new Values()
  /** Numbers of products are below it. */
  size = 0
  live = new Uint8Array(1024)
  rowStart = new Int32Array(1024)
  rowCount = new Int32Array(1024)
  valueStart = new Int32Array(1024)
  valueCount = new Int32Array(1024)
  year = new Int32Array(1024)
  publishedOn = new Int32Array(1024)
  /** Tenths of a star. */
  rating = new Int32Array(1024)
  popularity = new Float64Array(1024)
  readonly ids: string[] = []
  readonly titles: string[] = []

  rows = 0
  readonly row: Record<OfferFacet, Int32Array> = { format: new Int32Array(2048), language: new Int32Array(2048), condition: new Int32Array(2048), seller: new Int32Array(2048), availability: new Int32Array(2048) }
  rowVariant = new Int32Array(2048)
  rowOffer = new Int32Array(2048)
  /** Whether it can be bought now or promised. */
  rowBuyable = new Uint8Array(2048)
  readonly prices = new Map<string, Int32Array>()
  /** The row of each product that is best to buy; none where nothing of it has a price in the currency. */
  readonly #best = new Map<string, Int32Array>()
  shape = new Int32Array(1024)
  readonly shapes: Shape[] = []
  readonly #shapeNumbers = new Map<string, number>()

  used = 0
  product = new Int32Array(4096)

  set(no: number, product: IndexedProduct, titleKey: string): void {
    this.#makeRoom(no)
    this.live[no] = 1
    this.ids[no] = product.id
    this.titles[no] = titleKey
    this.year[no] = product.year ?? 0
    this.publishedOn[no] = product.publishedOn
    this.rating[no] = Math.round((product.rating?.average ?? 0) * 10)
    this.popularity[no] = product.popularity
    this.#setValues(no, product)
    this.#setRows(no, product)
  }

  remove(no: number): void {
    if (no < this.size) this.live[no] = 0
  }

  pricesIn = (currency: string): Int32Array | undefined => this.prices.get(currency)
  bestIn = (currency: string): Int32Array | undefined => this.#best.get(currency)

  /** What can be bought before what cannot, then the lower price, then what has one. */
  isBetter(prices: Int32Array, row: number, than: number): boolean {
    const [price, other] = [prices[row] as number, prices[than] as number]
    if (price === none || other === none) return other === none && price !== none
    if (this.rowBuyable[row] !== this.rowBuyable[than]) return this.rowBuyable[row] === 1
    return price < other
  }

  #makeRoom(no: number): void {
    this.size = Math.max(this.size, no + 1)
    for (const [currency, column] of this.#best) this.#best.set(currency, filledUp(column, no))
    for (const name of ['live', 'rowStart', 'rowCount', 'shape', 'valueStart', 'valueCount', 'year', 'publishedOn', 'rating', 'popularity'] as const) this[name] = grown(this[name] as never, no)
  }

  #setValues(no: number, product: IndexedProduct): void {
    const numbers = new Set<number>()
    const add = (facet: ProductFacet, value: FacetValue) => numbers.add(this.values.numberOf(facet, value))
    for (const one of product.contributors) add('contributor', one)
    for (const one of product.series) add('series', one)
    for (const value of product.categories) add('category', { value })
    for (const one of product.listedSubjects ?? []) add('subject', one)
    for (const one of product.attributes) add('attribute', one)
    if (product.brand !== undefined) add('brand', { value: product.brand })
    if (product.year !== undefined) add('decade', { value: String(Math.floor(product.year / 10) * 10) })
    if (numbers.size > (this.valueCount[no] as number)) {
      this.valueStart[no] = this.used
      this.used += numbers.size
      this.product = grown(this.product, this.used)
    }
    this.valueCount[no] = numbers.size
    let at = this.valueStart[no] as number
    for (const number of numbers) this.product[at++] = number
  }

  #setRows(no: number, { variants }: IndexedProduct): void {
    const count = variants.reduce((sum, { offers }) => sum + Math.max(1, offers.length), 0)
    if (count > (this.rowCount[no] as number)) {
      this.rowStart[no] = this.rows
      this.rows += count
      for (const facet of offerFacets) this.row[facet] = grown(this.row[facet], this.rows)
      this.rowVariant = grown(this.rowVariant, this.rows)
      this.rowOffer = grown(this.rowOffer, this.rows)
      this.rowBuyable = grown(this.rowBuyable, this.rows)
      for (const [currency, column] of this.prices) this.prices.set(currency, filledUp(column, this.rows))
    }
    this.rowCount[no] = count
    let at = this.rowStart[no] as number
    for (const [variantAt, { format, language, offers }] of variants.entries()) {
      for (const [offerAt, offer] of (offers.length > 0 ? offers : [undefined]).entries()) {
        const { row, values } = this
        row.format[at] = values.numberOf('format', { value: format })
        row.language[at] = language === undefined ? none : values.numberOf('language', { value: language })
        row.condition[at] = offer ? values.numberOf('condition', { value: offer.condition }) : none
        row.seller[at] = offer ? values.numberOf('seller', offer.seller) : none
        row.availability[at] = offer ? values.numberOf('availability', { value: offer.availability }) : none
        this.rowVariant[at] = variantAt
        this.rowOffer[at] = offer ? offerAt : none
        this.rowBuyable[at] = offer && offer.availability !== 'out_of_stock' ? 1 : 0
        for (const currency of Object.keys(offer?.prices ?? {})) if (!this.prices.has(currency)) this.#addCurrency(currency)
        for (const [currency, column] of this.prices) column[at] = offer?.prices[currency] ?? none
        at++
      }
    }
    this.shape[no] = this.#shapeOf(no, variants)
    for (const [currency, prices] of this.prices) (this.#best.get(currency) as Int32Array)[no] = this.#bestRow(no, prices)
  }

  #addCurrency(currency: string): void {
    this.prices.set(currency, new Int32Array(this.rowOffer.length).fill(none))
    this.#best.set(currency, new Int32Array(this.live.length).fill(none))
  }

  #bestRow(no: number, prices: Int32Array): number {
    const first = this.rowStart[no] as number
    let best = first
    for (let row = first + 1; row < first + (this.rowCount[no] as number); row++) if (this.isBetter(prices, row, best)) best = row
    return this.rowCount[no] === 0 || prices[best] === none ? none : best
  }

  #shapeOf(no: number, variants: IndexedProduct['variants']): number {
    const first = this.rowStart[no] as number
    const currencies = variants.flatMap(({ offers }) => (offers.length > 0 ? offers.map(({ prices }) => Object.keys(prices).sort()) : [[]]))
    const rows = currencies.map((some, at) => {
      const { format, language, condition, seller, availability } = this.row
      const row = first + at
      return { format: format[row] as number, language: language[row] as number, condition: condition[row] as number, seller: seller[row] as number, availability: availability[row] as number, currencies: some }
    })
    const key = rows.map(({ format, language, condition, seller, availability, currencies: some }) => `${format} ${language} ${condition} ${seller} ${availability} ${some.join(' ')}`).join('|')
    let number = this.#shapeNumbers.get(key)
    if (number === undefined) {
      number = this.shapes.length
      this.#shapeNumbers.set(key, number)
      this.shapes.push({ rows })
    }
    return number
  }
}

function filledUp(column: Int32Array, at: number): Int32Array {
  const longer = grown(column, at)
  return longer === column ? column : longer.fill(none, column.length)
}
