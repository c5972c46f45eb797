import { failure } from '@octavo/failure'
import type { Place } from '../entry.ts'
import { fieldsOf } from './fields.ts'
import { csvRecords, maxRecordBytes, type CsvRecord } from './records.ts'

export interface Row {
  readonly line: number
  readonly next: Place
  readonly fields: readonly string[]
  /** Why it cannot be read; then `fields` holds what there is. */
  readonly problem?: string
}

export interface Table {
  readonly columns: readonly string[]
  readonly rows: AsyncGenerator<Row>
}

export interface TableHow {
  readonly from: Place
  readonly whole: boolean
  readonly delimiter?: string | undefined
  readonly encoding?: string | undefined
}

/** What a reader further on has to know of the table's first line. */
interface State { readonly columns: readonly string[]; readonly delimiter: string }

/**
 * A table with a line of headers; undefined when that line has not come in whole.
 * @throws INVALID_INPUT when it is no text, or is empty
 */
export async function openTable(bytes: AsyncIterable<Uint8Array>, { from, whole, encoding = 'utf-8', ...how }: TableHow): Promise<Table | undefined> {
  if (from.position > 0) {
    const state = from.state as State
    return { columns: state.columns, rows: rowsOf(csvRecords(bytes, { from, whole, encoding, delimiter: state.delimiter }), state) }
  }
  const { first, rest } = await peekLine(bytes)
  if (first.includes(0)) throw failure('INVALID_INPUT', 'This is not a text file in UTF-8. Save the table as "CSV UTF-8"; packed files (.gz, .zip, .xlsx) must be unpacked or exported first.')
  const mark = first.length >= 3 && first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? 3 : 0
  const delimiter = how.delimiter ?? likelyDelimiter(first.toString('latin1'))
  const records = csvRecords(skip(rest, mark), { from: { position: mark, line: 1 }, whole, encoding, delimiter })
  const header = await records.next()
  if (header.done) {
    if (whole) throw failure('INVALID_INPUT', 'The file is empty: its first line names the columns.')
    return undefined
  }
  if (header.value.problem) throw failure('INVALID_INPUT', `The first line, which names the columns, cannot be read. ${header.value.problem}`)
  const columns = fieldsOf(header.value.text, delimiter).map((name) => name.trim())
  return { columns, rows: rowsOf(records, { columns, delimiter }) }
}

async function* rowsOf(records: AsyncIterable<CsvRecord>, state: State): AsyncGenerator<Row> {
  const { columns, delimiter } = state
  for await (const { line, text, problem, next: { position, line: nextLine } } of records) {
    const next = { position, line: nextLine, state }
    if (problem !== undefined) { yield { line, next, problem, fields: text.split(delimiter) }; continue }
    if (text.trim() === '') continue
    const fields = fieldsOf(text, delimiter)
    if (fields.length === columns.length) yield { line, next, fields }
    else yield { line, next, fields, problem: `This line has ${fields.length} fields, the first line ${columns.length}. A field with "${delimiter === '\t' ? 'tab' : delimiter}" in it needs quotation marks around it.` }
  }
}

/** The stream's beginning up to its first line end, and the stream whole. */
async function peekLine(bytes: AsyncIterable<Uint8Array>): Promise<{ first: Buffer; rest: AsyncIterable<Uint8Array> }> {
  const parts = bytes[Symbol.asyncIterator]()
  let first: Buffer = Buffer.alloc(0)
  while (first.length < maxRecordBytes && !first.includes(10)) {
    const part = await parts.next()
    if (part.done) break
    first = Buffer.concat([first, part.value])
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield first
    for (let part = await parts.next(); !part.done; part = await parts.next()) yield part.value
  }
  const end = first.indexOf(10)
  return { first: end < 0 ? first : first.subarray(0, end), rest: whole() }
}

async function* skip(bytes: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count
  for await (const part of bytes) {
    yield left ? part.subarray(left) : part
    left = 0
  }
}

/** The one that stands most often in the first line, outside of quotation marks. */
function likelyDelimiter(line: string): string {
  const bare = line.replaceAll(/"[^"]*"/g, '')
  const count = (delimiter: string): number => bare.split(delimiter).length
  return [',', ';', '\t', '|'].reduce((best, one) => (count(one) > count(best) ? one : best))
}
