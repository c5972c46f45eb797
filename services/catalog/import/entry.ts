import type { ProductDraft } from '../draft.ts'
import type { ImportCategory } from './category.ts'

/** Where in a source a reader stands, so that another can go on from there. */
export interface Place {
  /** Bytes before it. */
  readonly position: number
  /** The line that begins there, from 1. */
  readonly line: number
  /** What the reader has to know of what came before: a table's columns. Plain JSON. */
  readonly state?: unknown
}

export const beginning: Place = { position: 0, line: 1 }

/** A code that none of its list is, as one record has it. */
export interface UnknownCode {
  readonly list: number
  /** Where it stands. */
  readonly element: string
  readonly code: string
}

/** One record of a source: mapped, or refused in words for a person. */
export type Entry = {
  /** The line it begins on; of a refused one, the line that is to blame. */
  readonly line: number
  /** What the source calls it; empty when that cannot be read. */
  readonly identity: string
  /** After it. */
  readonly next: Place
  /** The source it was taken from before; absent for the format's own. */
  readonly source?: string
  /** Codes that its standard does not have. */
  readonly unknownCodes?: readonly UnknownCode[]
  /** Where the source places it, root first: made when they are not there. */
  readonly categories?: readonly ImportCategory[]
} & ({ readonly draft: ProductDraft } | { readonly section: ImportCategory } | { readonly reason: string })

/** A record that cannot be used. Its message is the reason, for a person. */
export class Refused extends Error {}

/** Whether what was thrown refuses a record; anything else is a bug and goes on. */
export function reasonOf(caught: unknown): string {
  if (caught instanceof Refused) return caught.message
  throw caught
}
