import type { Readable } from 'node:stream'
import { failure } from '@octavo/failure'
import type { ImportFormatName } from '../wire.ts'
import { unpackedLimits, type Limits, type Unpack } from './inflated.ts'
import { gzipped } from './gzip.ts'
import type { WholeFile } from './whole-file.ts'
import { zipped } from './zip.ts'

/** What a file holds: itself, or the one file that is packed in it. */
export interface Contents {
  readonly sizeBytes: number
  /** From a place to the end. What is packed is unpacked again up to there. */
  read(from: number): AsyncIterable<Uint8Array>
}

/**
 * Looks into a file. What is packed by gzip or zip is read whole once before, so that a damaged or a harmful one is refused before any
 * record of it comes in. Nothing is ever written, under no name of the archive's.
 * @throws INVALID_INPUT
 */
export async function openContents(file: WholeFile, format: ImportFormatName, limits: Limits = unpackedLimits): Promise<Contents> {
  const first = await beginningOf(file.read(0, Math.min(4, file.sizeBytes)))
  const unpack = isGzip(first) ? gzipped(file, limits) : isZip(first) ? await zipped(file, format, limits) : undefined
  if (!unpack) return { sizeBytes: file.sizeBytes, read: (from) => file.read(from, file.sizeBytes) }
  return { sizeBytes: await measured(unpack), read: (from) => behind(unpack(), from) }
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b
/** Of a whole file or an empty one: `PK` and 3, 4 or 5, 6. */
const isZip = (bytes: Buffer): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

async function beginningOf(bytes: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of bytes as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts)
}

/** How much there is, and that it is no archive itself. */
async function measured(unpack: Unpack): Promise<number> {
  let sizeBytes = 0
  let first: Buffer = Buffer.alloc(0)
  for await (const part of unpack()) {
    if (sizeBytes < tarMark.end) first = Buffer.concat([first, part])
    sizeBytes += part.length
  }
  if (isGzip(first) || isZip(first)) throw failure('INVALID_INPUT', 'What is packed in the file is packed again. Unpack it once, and import what is inside.')
  if (first.toString('latin1', tarMark.at, tarMark.end) === 'ustar') throw failure('INVALID_INPUT', 'A tar archive is packed in the file. Unpack it, and import the files in it one after the other.')
  return sizeBytes
}

const tarMark = { at: 257, end: 262 }

async function* behind(bytes: AsyncIterable<Buffer>, from: number): AsyncGenerator<Buffer> {
  let before = 0
  for await (const part of bytes) {
    if (before + part.length > from) yield part.subarray(Math.max(0, from - before))
    before += part.length
  }
}
