/** How people of one language ask for goods. Phrases are folded words with blanks; the longest that fits is taken. */
export interface Grammar {
  readonly language: string
  /** Words that say nothing about what is looked for, unless there are no others. */
  readonly stopWords: readonly string[]
  /** What goods are called in general: beside a name they say nothing. */
  readonly goods: readonly string[]
  /** Beginnings that only say that something is looked for. */
  readonly wishes: readonly string[]
  readonly formats: Readonly<Record<string, readonly string[]>>
  readonly conditions: Readonly<Record<string, readonly string[]>>
  readonly availability: Readonly<Record<string, readonly string[]>>
  /** What stands before a language's name, and after it. */
  readonly inLanguage: readonly string[]
  readonly languageNouns: readonly string[]
  readonly languages: Readonly<Record<string, readonly string[]>>
  readonly sorts: Readonly<Record<string, readonly string[]>>
  readonly priceTo: readonly string[]
  readonly priceFrom: readonly string[]
  readonly between: readonly string[]
  /** Between two ends of a range. */
  readonly and: readonly string[]
  readonly currencies: Readonly<Record<string, readonly string[]>>
  readonly yearIn: readonly string[]
  readonly yearTo: readonly string[]
  readonly yearFrom: readonly string[]
  readonly by: readonly string[]
  readonly without: readonly string[]
  /** How what was read is told. */
  readonly labels: {
    readonly format: Readonly<Record<string, string>>
    readonly condition: Readonly<Record<string, string>>
    readonly availability: Readonly<Record<string, string>>
    readonly sort: Readonly<Record<string, string>>
    priceTo(price: string): string
    priceFrom(price: string): string
    priceBetween(from: string, to: string): string
    year(from: number | undefined, to: number | undefined): string
    by(name: string): string
    without(words: string): string
    rating(stars: number): string
  }
}
