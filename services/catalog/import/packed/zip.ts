import type { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { failure } from '@octavo/failure'
// yauzl: reads a zip by its directory, a piece at a time, and believes no size in it.
import { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, validateFileName, type Entry, type ZipFile } from 'yauzl'
import type { ImportFormatName } from '../wire.ts'
import { damaged, inflated, pieceBytes, type Limits, type Unpack } from './inflated.ts'
import type { WholeFile } from './whole-file.ts'

/**
 * The one file of a zip that is of a format.
 * @throws INVALID_INPUT when there is none or are several, or the archive is damaged or harmful
 */
export async function zipped(file: WholeFile, format: ImportFormatName, limits: Limits): Promise<Unpack> {
  const zip = await directory(file)
  const entry = await chosen(zip, format)
  if (entry.isEncrypted()) throw failure('INVALID_INPUT', 'The zip is locked by a password. Pack it again without one, or import what is inside.')
  if (!entry.canDecodeFileData()) throw failure('INVALID_INPUT', `The zip is packed in a way that not every program knows (method ${entry.compressionMethod}). Pack it again as an ordinary zip, or import what is inside.`)
  return () => checked(zip, entry, limits)
}

class ByRange extends RandomAccessReader {
  readonly #file: WholeFile
  constructor(file: WholeFile) { super(); this.#file = file }
  override _readStreamForRange(start: number, end: number): Readable { return this.#file.read(start, end) }
}

const directory = (file: WholeFile): Promise<ZipFile> =>
  fromRandomAccessReaderPromise(new ByRange(file), file.sizeBytes, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(refuse)

/** What goes wrong in a zip itself has no code; a disk that fails has one. */
function refuse(error: unknown): never {
  throw error instanceof Error && !('code' in error) ? damaged(error) : error
}

/** A zip of a catalogue holds a handful. */
const mostEntries = 1000
const endings: Readonly<Record<ImportFormatName, RegExp>> = { csv: /\.(csv|tsv|txt)$/i, goodbooks: /^([^/]+\/)?books\.csv$/i, onix: /\.(xml|onx|onix)$/i, esci: /\.(jsonl|ndjson|json)$/i }
/** Folders, and what systems put beside the files of people. */
const isAside = (name: string): boolean => /\/$|(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/.test(name)

async function chosen(zip: ZipFile, format: ImportFormatName): Promise<Entry> {
  const files: { readonly name: string; readonly entry: Entry }[] = []
  let seen = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (++seen > mostEntries) throw failure('INVALID_INPUT', `The zip holds more than ${mostEntries} files. Pack the one to import, alone.`)
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
      if (validateFileName(name) !== null) throw failure('INVALID_INPUT', `A file in the zip has a name that leads out of its folder ("${name.slice(0, 80)}"), as in archives that are made to overwrite files. Pack the file to import again, alone.`)
      if (!isAside(name)) files.push({ name, entry })
    }
  } catch (error) {
    refuse(error)
  }
  if (files.some(({ name }) => name === 'xl/workbook.xml')) throw failure('INVALID_INPUT', 'This is an Excel workbook. Save its sheet as "CSV UTF-8", and import that.')
  const fitting = files.filter(({ name }) => endings[format].test(name))
  const [one, another] = fitting.length > 0 ? fitting : files
  if (one === undefined) throw failure('INVALID_INPUT', 'The zip is empty. Pack the file to import into it.')
  if (another !== undefined) throw failure('INVALID_INPUT', `The zip holds several files (${files.slice(0, 5).map(({ name }) => name.slice(0, 80)).join(', ')}${files.length > 5 ? ', …' : ''}). Pack each alone, and import them one after the other.`)
  return one.entry
}

/** Its bytes, that are as many as its directory says, and the same. */
async function* checked(zip: ZipFile, entry: Entry, limits: Limits): AsyncGenerator<Buffer> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false }).catch(refuse)
  let [bytes, sum] = [0, 0]
  for await (const part of entry.compressionMethod === 0 ? packed as AsyncIterable<Buffer> : inflated(packed, createInflateRaw({ chunkSize: pieceBytes }), limits)) {
    bytes += part.length
    sum = crc32(part, sum)
    yield part
  }
  if (bytes !== entry.uncompressedSize || sum !== entry.crc32) throw damaged(new Error('its check sum does not fit'))
}
