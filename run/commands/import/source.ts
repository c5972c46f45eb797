import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { openContents, type ImportFormatName, type WholeFile } from '@octavo/catalog/http'
import { isFailure } from '@octavo/failure'
import { Trouble } from '../command.ts'

/** A file to bring in, or what stands for one. */
export interface Source {
  /** For people. */
  readonly name: string
  readonly size: number
  /** Tells it with this content from all others. */
  readonly fingerprint: string
  bytes(from: number): AsyncIterable<Uint8Array>
}

/**
 * A file, or the one that is packed in it.
 * @throws {Trouble}
 */
export async function fileSource(path: string, format: ImportFormatName): Promise<Source> {
  try {
    const { size: sizeBytes, fingerprint } = await lookAt(path)
    const file: WholeFile = { sizeBytes, read: (from, to) => (from >= to ? Readable.from([]) : createReadStream(path, { start: from, end: to - 1, highWaterMark: pieceBytes })) }
    // What grows behind the end while it is read belongs to another import.
    const contents = await openContents(file, format)
    return { name: basename(path), size: contents.sizeBytes, fingerprint, bytes: (from) => contents.read(from) }
  } catch (error) {
    if (isFailure(error)) throw new Trouble(`${path}: ${error.message}`)
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new Trouble(`There is no file ${path}.`) : new Trouble(`${path} cannot be read: ${(error as Error).message}`)
  }
}

/** Its time and both its ends tell it from others: a file of many gigabytes is not read twice for that. */
async function lookAt(path: string): Promise<{ size: number; fingerprint: string }> {
  const file = await open(path)
  try {
    const { size, mtimeMs } = await file.stat()
    const ends = Buffer.alloc(2 * endBytes)
    await file.read(ends, 0, endBytes, 0)
    await file.read(ends, endBytes, endBytes, Math.max(0, size - endBytes))
    return { size, fingerprint: createHash('sha256').update(`${size} ${mtimeMs} `).update(ends).digest('hex') }
  } finally {
    await file.close()
  }
}

const endBytes = 64 * 1024
const pieceBytes = 256 * 1024
