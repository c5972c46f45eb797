/** A product as an import brings it: what the catalogue is asked to take in. */

export interface ProductDraft {
  /** Identity of the record in its source. */
  key: string
  /** Joins the products of one work. */
  work?: { key: string; title: string }
  /** The handle wished for. */
  handle?: string
  kind: 'book' | 'other'
  title: string
  subtitle?: string
  /** BCP 47. */
  language?: string
  originalLanguage?: string
  descriptionHtml?: string
  contributors: ContributorDraft[]
  series?: { name: string; position?: string }[]
  subjects: { scheme: 'bisac' | 'thema' | 'keyword'; code: string; label?: string }[]
  /** Handles. */
  categories: string[]
  brand?: string
  attributes?: Record<string, string>
  media: { kind: 'cover' | 'image'; url: string; alt?: string }[]
  /** `histogram` counts one star first, five stars last. */
  rating?: { average: number; count: number; histogram?: [number, number, number, number, number] }
  /** Lower comes first. */
  featuredRank?: number
  firstPublishedYear?: number
  variants: VariantDraft[]
}

export interface ContributorDraft {
  name: string
  sortName?: string
  role: 'author' | 'translator' | 'illustrator' | 'editor' | 'narrator' | 'foreword' | 'other'
  sequence: number
}

export interface VariantDraft {
  /** For example 'isbn13:9780000000118'. */
  key: string
  identifiers: { scheme: 'isbn13' | 'isbn10' | 'gtin' | 'asin' | 'sku'; value: string }[]
  format:
    | 'paperback' | 'hardback' | 'ebook' | 'audiobook' | 'audiobook_cd' | 'large_print' | 'mass_market' | 'board_book' | 'other'
  title?: string
  edition?: string
  imprint?: string
  publisher?: string
  language?: string
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  publishedOn?: string
  pages?: number
  durationMinutes?: number
  heightMm?: number
  widthMm?: number
  thicknessMm?: number
  weightGrams?: number
  digital: boolean
  contributors?: ContributorDraft[]
  taxClass: 'book' | 'ebook' | 'audiobook' | 'standard'
  offers: OfferDraft[]
}

export interface OfferDraft {
  /** Unique within the source. */
  key: string
  /** Seller handle; 'house' is the shop itself. */
  seller: string
  condition: 'new' | 'used_like_new' | 'used_very_good' | 'used_good' | 'used_acceptable'
  prices: { amountMinor: number; currency: string }[]
  /** Absent for what is downloaded. */
  stock?: {
    sku: string
    onHand: number
    unitsPerSale?: number
    /** Copies that may be ordered before they are there, and the day they are expected, YYYY-MM-DD. */
    promiseLimit?: number
    availableOn?: string
  }
  conditionNote?: string
}
