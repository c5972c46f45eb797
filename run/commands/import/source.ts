import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Trouble } from '../command.ts'

/** A file to bring in, or what stands for one. */
export interface Source {
  /** For people. */
  readonly name: string
  readonly size: number
  /** Tells it with this content from all others. */
  readonly fingerprint: string
  bytes(from: number): AsyncIterable<Buffer>
}

/** Its time and both its ends tell it from others: a file of many gigabytes is not read twice for that. */
export async function fileSource(path: string): Promise<Source> {
  try {
    const file = await open(path)
    try {
      const { size, mtimeMs } = await file.stat()
      const ends = Buffer.alloc(2 * endBytes)
      await file.read(ends, 0, endBytes, 0)
      await file.read(ends, endBytes, endBytes, Math.max(0, size - endBytes))
      return {
        name: basename(path), size,
        fingerprint: createHash('sha256').update(`${size} ${mtimeMs} `).update(ends).digest('hex'),
        // What grows behind the end while it is read belongs to another import.
        bytes: (from) => (from >= size ? Readable.from([]) : createReadStream(path, { start: from, end: size - 1, highWaterMark: 256 * 1024 })),
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new Trouble(`There is no file ${path}.`) : new Trouble(`${path} cannot be read: ${(error as Error).message}`)
  }
}

const endBytes = 64 * 1024

/** A file packed by gzip, as what is in it. It is read once before, for its size. */
export async function unpacked(path: string): Promise<Source> {
  const packed = await fileSource(path)
  const contents = (): AsyncIterable<Buffer> => Readable.from(packed.bytes(0)).pipe(createGunzip()) as AsyncIterable<Buffer>
  let size = 0
  try {
    for await (const part of contents()) size += part.length
  } catch (error) {
    throw new Trouble(`${path} cannot be unpacked: ${(error as Error).message}`)
  }
  return {
    name: basename(path, '.gz'), size, fingerprint: packed.fingerprint,
    async *bytes(from) {
      let before = 0
      for await (const part of contents()) {
        if (before + part.length > from) yield part.subarray(Math.max(0, from - before))
        before += part.length
      }
    },
  }
}
