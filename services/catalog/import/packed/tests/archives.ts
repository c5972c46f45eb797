import { Readable } from 'node:stream'
import { crc32, deflateRawSync } from 'node:zlib'
import type { WholeFile } from '../whole-file.ts'

/** A file in an archive, and what its directory says of it that is not so. */
export interface Packed {
  readonly name: string
  readonly text: string | Buffer
  /** 8 for deflate, 0 for as it is; others are said and not done. */
  readonly method?: number
  readonly flags?: number
  readonly saysBytes?: number
  readonly saysSum?: number
}

/** A zip written by hand, as no program would write the hostile ones. */
export function zipOf(...files: readonly Packed[]): Buffer<ArrayBuffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, text, method = 8, flags = 0x800, saysBytes, saysSum } of files) {
    const bytes = Buffer.from(text as string)
    const packed = method === 8 ? deflateRawSync(bytes) : bytes
    const named = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(flags, 2)
    facts.writeUInt16LE(method, 4)
    facts.writeUInt32LE(saysSum ?? crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(saysBytes ?? bytes.length, 18)
    facts.writeUInt16LE(named.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, named, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), facts, rest, named]))
    parts.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, listed, Buffer.from('PK\u0005\u0006'), end])
}

export const fileOf = (bytes: Buffer): WholeFile => ({ sizeBytes: bytes.length, read: (from, to) => Readable.from(from < to ? [bytes.subarray(from, to)] : [], { objectMode: false }) })
