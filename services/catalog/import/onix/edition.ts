import type { ProductDraft } from '../../draft.ts'

type Variant = ProductDraft['variants'][number]

/** A price as a supplier names it. */
export interface OnixPrice {
  readonly currency: string
  /** Decimal, as written. */
  readonly amount: string
  readonly taxIncluded: boolean
  /** The tax that is in it or comes to it, in per cent. */
  readonly taxPercent?: number
  /** Fixed by law or agreement (a fixed retail price), not only recommended. */
  readonly fixed: boolean
  /** Where it holds; absent for wherever the supplier sells. */
  readonly territory?: Territory
  /** `YYYY-MM-DD` */
  readonly from?: string
  readonly until?: string
}

/** Countries by ISO 3166-1; `WORLD` in `included` for everywhere, less what is excluded. */
export interface Territory {
  readonly included: readonly string[]
  readonly excluded: readonly string[]
}

/** What one record says of one edition, in our own words, whichever release of ONIX it came in. */
export interface Edition {
  readonly reference: string
  readonly notice: 'early' | 'advance' | 'confirmed' | 'update' | 'delete'
  readonly identifiers: Variant['identifiers']
  /** ISBN-13 of other forms of the same text, and of what has taken its place. */
  readonly alternatives: readonly string[]
  /** ISBN-13 of editions that it took the place of. */
  readonly replaces: readonly string[]
  /** Of the work it is a manifestation of: `scheme:value`. */
  readonly works: readonly string[]
  readonly title: string
  readonly subtitle?: string
  readonly series: readonly { readonly name: string; readonly position?: string }[]
  readonly contributors: readonly { readonly name: string; readonly sortName?: string; readonly role: ProductDraft['contributors'][number]['role'] }[]
  readonly form: Form
  readonly edition?: string
  readonly language?: string
  readonly originalLanguage?: string
  readonly pages?: number
  readonly durationMinutes?: number
  readonly heightMm?: number
  readonly widthMm?: number
  readonly thicknessMm?: number
  readonly weightGrams?: number
  readonly subjects: ProductDraft['subjects']
  readonly descriptionHtml?: string
  readonly imprint?: string
  readonly publisher?: string
  readonly publishedOn?: string
  readonly firstPublishedYear?: number
  readonly availability: 'available' | 'to_order' | 'not_yet' | 'gone' | 'unknown'
  /** Absent when the record says nothing of rights: sold anywhere. */
  readonly rights?: Territory
  readonly prices: readonly OnixPrice[]
  readonly onHand?: number
  /** When its supplier has it, `YYYY-MM-DD`. */
  readonly expectedOn?: string
  /** What is kept as it is and shown among the details: audience, accessibility. */
  readonly attributes: Readonly<Record<string, string>>
}

/** What kind of thing it is. */
export interface Form {
  readonly kind: 'book' | 'other'
  readonly format: Variant['format']
  readonly digital: boolean
  readonly taxClass: Variant['taxClass']
}
