/** A book written the short way, as it stands on its shelf. */
import type { CategoryHandle } from '../categories.ts'
import type { Edition, Person } from './book.ts'
import type { Kind } from './kinds.ts'

/** How a book sells where the rule would not say it: `new printing` is promised before it is there, for one format. */
export type Demand = 'sold out' | 'last copies' | 'new printing'

export interface Classic {
  /** Its ISBNs are made from this: never changed, never given to another book. */
  n: number
  title: string
  /** Made from the title when left out. */
  handle?: string
  subtitle?: string
  by: string | readonly string[]
  /** First publication; before Christ below nothing. */
  year: number
  pages: number
  kind: Kind
  keywords: readonly string[]
  /** Two to four sentences. */
  text: string
  /** English unless its shelf says otherwise. */
  language?: string
  /** A translation: out of which language, and whose. */
  from?: string
  translator?: string
  others?: readonly Person[]
  series?: readonly [name: string, position: string]
  /** Sections beside those of its kind. */
  also?: readonly CategoryHandle[]
  /** The work, where another book of the shop is the same in another language. */
  work?: { key: string; title: string }
  demand?: Demand
  /** Instead of those that follow from its number. */
  editions?: readonly Edition[]
}
