import { pipeline, type Readable } from 'node:stream'
import type { Gunzip, InflateRaw } from 'node:zlib'
import { failure } from '@octavo/failure'

export interface Limits {
  readonly mostBytes: number
  /** How many times as long as packed it may be, once it is longer than `freeBytes`. */
  readonly mostTimes: number
  readonly freeBytes: number
}

/** Catalogues shrink to a fifth or a thirtieth. What shrinks to a thousandth was made to fill memories and disks. */
export const unpackedLimits: Limits = { mostBytes: 16 * 1024 ** 3, mostTimes: 200, freeBytes: 64 * 1024 ** 2 }

/** The same bytes each time. */
export type Unpack = () => AsyncIterable<Buffer>

/** Few at once, and larger than streams are by themselves: it is the number of pieces that costs. */
export const pieceBytes = 256 * 1024

/**
 * Unpacks while it is read, a few pieces ahead at most.
 * @throws INVALID_INPUT when it is damaged, or would become longer than the limits allow
 */
export async function* inflated(packed: Readable, inflater: Gunzip | InflateRaw, { mostBytes, mostTimes, freeBytes }: Limits): AsyncGenerator<Buffer> {
  pipeline(packed, inflater, () => {}) // heard by whoever reads on
  let bytes = 0
  try {
    for await (const part of inflater as AsyncIterable<Buffer>) {
      bytes += part.length
      if (bytes > mostBytes) throw failure('INVALID_INPUT', `Unpacked the file is longer than ${Number((mostBytes / 1024 ** 3).toFixed(2))} GB. Split the catalogue, and import its parts one after the other.`)
      if (bytes > freeBytes && bytes > mostTimes * inflater.bytesWritten) throw failure('INVALID_INPUT', `Unpacked the file is more than ${mostTimes} times as long as packed, as files are that are made to fill a disk. If it is a catalogue all the same, unpack it and import what is inside.`)
      yield part
    }
  } catch (error) {
    throw isDamage(error) ? damaged(error) : error
  } finally {
    inflater.destroy()
    packed.destroy()
  }
}

const isDamage = (error: unknown): error is Error => error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')

export const damaged = ({ message }: Error): Error => failure('INVALID_INPUT', `The packed file is damaged, or did not come whole (${message}). Pack it again, or import it unpacked.`)
