/** How a book is written down on a shelf, before the press makes a draft of it. */
import type { CategoryHandle } from '../categories.ts'
import type { ContributorDraft, OfferDraft, VariantDraft } from '../draft.ts'
import type { SellerHandle } from '../sellers.ts'
import type { HouseImprint } from './imprints.ts'
import type { BisacCode, ThemaCode } from './subjects.ts'

export interface Book {
  /** Its ISBNs are made from this: never changed, never given to another book. */
  number: number
  /** Key and handle. One that belongs to a work of several languages ends in its language. */
  handle: string
  work: { key: string; title: string }
  title: string
  subtitle?: string
  language: string
  /** Where it is a translation. */
  originalLanguage?: string
  firstPublished: number
  people: Person[]
  series?: { name: string; position: string }
  thema: ThemaCode[]
  bisac: BisacCode[]
  keywords: string[]
  categories: CategoryHandle[]
  /** Readers by stars, one star first. */
  readers: [number, number, number, number, number]
  description: string
  editions: Edition[]
}

export type Person = Omit<ContributorDraft, 'sequence'>

export interface Edition {
  format: VariantDraft['format']
  pages?: number
  minutes?: number
  sizeMm?: [width: number, height: number]
  publishedOn: string
  imprint?: HouseImprint
  note?: string
  people?: Person[]
  /** The house's own price and copies; left out where only others sell it. */
  pence?: number
  onHand?: number
  /** Not printed yet: so many may be ordered, to come from that day on, YYYY-MM-DD. */
  promised?: { limit: number; from: string }
  others?: SellersOffer[]
}

export interface SellersOffer {
  seller: SellerHandle
  condition: OfferDraft['condition']
  pence: number
  onHand: number
  note?: string
}

// ---- people, family name first where the shelf order differs ----

const person = (role: Person['role']) => (name: string, sortName?: string): Person =>
  sortName === undefined ? { name, role } : { name, sortName, role }

export const author = person('author')
export const translator = person('translator')
export const illustrator = person('illustrator')
export const editor = person('editor')
export const narrator = person('narrator')
export const foreword = person('foreword')

// ---- editions ----

type Printed = { pages: number; publishedOn: string; pence?: number; onHand?: number } & Omit<Partial<Edition>, 'format' | 'minutes'>
type Heard = { minutes: number; publishedOn: string; pence: number; by: Person } & Pick<Edition, 'imprint'>

const printed = (format: Edition['format']) => (edition: Printed): Edition => ({ format, ...edition })

export const paperback = printed('paperback')
export const hardback = printed('hardback')
export const massMarket = printed('mass_market')
export const largePrint = printed('large_print')
export const boardBook = printed('board_book')

export const ebook = (edition: { publishedOn: string; pence: number }): Edition => ({ format: 'ebook', ...edition })

export const audiobook = ({ by, ...edition }: Heard): Edition => ({ format: 'audiobook', people: [by], ...edition })

export const audiobookCd = ({ by, ...edition }: Heard & { onHand: number }): Edition =>
  ({ format: 'audiobook_cd', people: [by], ...edition })

// ---- other sellers ----

/** New copies at the harbour. */
export const harbour = (pence: number, onHand: number): SellersOffer =>
  ({ seller: 'harbour-books', condition: 'new', pence, onHand })

type Grade = 'like_new' | 'very_good' | 'good' | 'acceptable'

/** A used copy, in the words of who holds it. */
export const used = (seller: SellersOffer['seller'], grade: Grade, pence: number, note: string, onHand = 1): SellersOffer =>
  ({ seller, condition: `used_${grade}`, pence, onHand, note })
