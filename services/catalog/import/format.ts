import type { ImportOptions } from './wire.ts'
import type { ImportCategory } from './category.ts'
import type { Entry, Place } from './entry.ts'

/** One kind of source: it reads bytes and maps what they say to drafts. */
export interface ImportFormat {
  /** Names the drafts' source, within which their keys are unique. */
  source(options: ImportOptions): string
  /**
   * Entries from a place on. Without `whole` the bytes may end anywhere, and a record that is not whole is left for the next reader;
   * with it they end where the source ends.
   * @throws INVALID_INPUT when the source as a whole cannot be read
   */
  read(bytes: AsyncIterable<Uint8Array>, how: ReadHow): AsyncIterable<Entry>
  /** Categories its drafts name, made when they are not there. */
  readonly categories?: readonly ImportCategory[]
}

export interface ReadHow {
  readonly from: Place
  readonly whole: boolean
  readonly options: ImportOptions
}
