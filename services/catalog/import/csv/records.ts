import { isUtf8 } from 'node:buffer'
import type { Place } from '../entry.ts'

/** A record as its bytes stand between two line ends. */
export interface CsvRecord {
  readonly line: number
  readonly text: string
  readonly next: Place
  /** Why it cannot be read, for a person. */
  readonly problem?: string
}

export interface CsvHow {
  readonly from: Place
  readonly whole: boolean
  readonly delimiter: string
  readonly encoding: string
}

/** Nothing that describes a product is longer. */
export const maxRecordBytes = 1024 * 1024
const lineFeed = 10
const carriageReturn = 13
const quote = 34
const tooLong = `This line is longer than ${maxRecordBytes / 1024} kB; no product's is. Is this a text file with line ends?`
const badQuote = 'A quotation mark is not closed, or stands inside a quoted field without being doubled ("" for ").'
const badText = 'This line is not UTF-8. Save the file as UTF-8, or name its encoding in a mapping file.'

/**
 * Cuts a stream into records as RFC 4180 does, with two things that parsers at hand do not have: the byte each record ends at, so that an
 * import can go on from there; and a way out of a quotation mark that is never closed, which costs its own line and not the rest of the
 * file. It holds no more than one record of the longest kind and one part of the stream.
 */
export async function* csvRecords(bytes: AsyncIterable<Uint8Array>, { from, whole, delimiter, encoding }: CsvHow): AsyncGenerator<CsvRecord> {
  const decode = decoder(encoding)
  const comma = delimiter.charCodeAt(0)
  let { position, line } = from
  let held: Buffer = Buffer.alloc(0)
  let start = 0
  let skipping = false

  for await (const part of bytes) {
    held = held.length === start ? Buffer.from(part.buffer, part.byteOffset, part.length) : Buffer.concat([held.subarray(start), part])
    start = 0
    yield* cut(false)
  }
  if (!whole) return
  yield* cut(true)
  if (skipping) yield refuse(start, tooLong)

  function* cut(last: boolean): Generator<CsvRecord> {
    while (start < held.length) {
      const lineEnd = after(held.indexOf(lineFeed, start))
      if (skipping) {
        if (lineEnd < 0) { position += held.length - start; start = held.length; return }
        skipping = false
        yield refuse(lineEnd, tooLong)
        continue
      }
      const { end, broken } = endOfRecord(held, start, lineEnd, comma)
      const long = (end < 0 ? held.length : end) - start > maxRecordBytes
      if (long && lineEnd < 0) { skipping = true; continue }
      if (end < 0 && !long && !last) return
      // A broken record gives up its first line only: whatever follows may be whole.
      if (broken || (long && end < 0)) yield refuse(lineEnd < 0 ? held.length : lineEnd, badQuote)
      else if (long) yield refuse(end, tooLong)
      else yield record(end < 0 ? held.length : end)
    }
  }

  function record(end: number): CsvRecord {
    const text = decode(held.subarray(start, textEnd(held, start, end)))
    return text === undefined ? refuse(end, badText) : { text, ...advance(end) }
  }

  function refuse(end: number, problem: string): CsvRecord {
    const text = held.toString('utf8', start, Math.min(end, start + 300))
    return { text, problem, ...advance(end) }
  }

  function advance(end: number): { line: number; next: Place } {
    const began = line
    for (let at = held.indexOf(lineFeed, start); at >= 0 && at < end; at = held.indexOf(lineFeed, at + 1)) line++
    position += end - start
    start = end
    return { line: began, next: { position, line } }
  }
}

const after = (at: number): number => (at < 0 ? -1 : at + 1)

/** Where the record ends, behind its line end, or -1 when that is not there yet; and whether its quotation marks are wrong so far. */
function endOfRecord(bytes: Buffer, start: number, lineEnd: number, comma: number): { end: number; broken: boolean } {
  if (bytes.subarray(start, lineEnd < 0 ? bytes.length : lineEnd).indexOf(quote) < 0) return { end: lineEnd, broken: false }
  let fieldStart = true
  let broken = false
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === lineFeed) return { end: at + 1, broken }
    if (byte !== quote || !fieldStart) { fieldStart = byte === comma; continue }
    const closed = closingQuote(bytes, at + 1)
    if (closed < 0) return { end: -1, broken: true }
    const next = bytes[closed + 1] ?? lineFeed
    broken ||= next !== comma && next !== lineFeed && !(next === carriageReturn && (bytes[closed + 2] ?? lineFeed) === lineFeed)
    fieldStart = false
    at = closed
  }
  return { end: -1, broken }
}

/** The quotation mark that is not one of a doubled pair. */
function closingQuote(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(quote, from); at >= 0; at = bytes.indexOf(quote, at + 2)) if (bytes[at + 1] !== quote) return at
  return -1
}

function textEnd(bytes: Buffer, start: number, end: number): number {
  let stop = end
  if (stop > start && bytes[stop - 1] === lineFeed) stop--
  if (stop > start && bytes[stop - 1] === carriageReturn) stop--
  return stop
}

function decoder(encoding: string): (bytes: Buffer) => string | undefined {
  if (encoding === 'utf-8') return (bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : undefined)
  const other = new TextDecoder(encoding)
  return (bytes) => other.decode(bytes)
}
