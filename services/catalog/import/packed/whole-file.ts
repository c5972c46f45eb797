import type { Readable } from 'node:stream'

/** A file that can be read from anywhere. */
export interface WholeFile {
  readonly sizeBytes: number
  /** The bytes from `from` up to before `to`. */
  read(from: number, to: number): Readable
}
