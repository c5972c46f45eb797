/** What a thing is to the tax office. */
export type TaxClass = 'book' | 'ebook' | 'audiobook' | 'standard'

/** A rate in millionths, whole numbers that hold 6.875 % exactly: 200_000 is 20 %. */
export interface TaxRate {
  readonly name: string
  readonly rateMillionths: number
}

/** How one country, or one state of it, taxes goods and their delivery. */
export interface TaxRule {
  readonly rates: Readonly<Record<TaxClass, TaxRate>>
  /**
   * `as-goods`: delivery is ancillary to what it carries and shares its rates, by value. `untaxed`: delivery charged apart from the
   * goods bears no tax.
   */
  readonly delivery: 'as-goods' | 'untaxed'
}

/** As in `VAT 20 %`. */
export const percent = (name: string, percentage: number): TaxRate => {
  const rateMillionths = Math.round(percentage * 10_000)
  return { name: `${name} ${percentage} %`, rateMillionths }
}
