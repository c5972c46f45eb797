import type { Transaction } from '@octavo/database'

/** Objects go into json columns, arrays into arrays. */
export type Value = string | number | boolean | null | readonly (string | number)[] | object

/** Below this a statement is cheaper than a COPY of its own. */
const few = 40

/** Adds rows to a table: by COPY when they are many. */
export async function insertRows(tx: Transaction, table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): Promise<void> {
  if (rows.length === 0) return
  const list = columns.join(', ')
  if (rows.length > few) {
    await tx.copyIn(`copy ${table} (${list}) from stdin`, chunks(rows))
    return
  }
  const records = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])))
  await tx.run(`insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1::json)`, [JSON.stringify(records)])
}

async function* chunks(rows: readonly (readonly Value[])[]): AsyncIterable<string> {
  let text = ''
  for (const row of rows) {
    for (let at = 0; at < row.length; at++) text += (at ? '\t' : '') + field(row[at] as Value)
    text += '\n'
    if (text.length > 65_536) {
      yield text
      text = ''
    }
  }
  if (text) yield text
}

/** As COPY's text format writes a value. */
function field(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return escaped(`{${value.map((one) => (typeof one === 'number' ? one : `"${String(one).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`)
  // JSON writes line ends and tabs by escapes of its own.
  const json = JSON.stringify(value)
  return json.includes('\\') ? json.replaceAll('\\', '\\\\') : json
}

const marks = [['\\', '\\\\'], ['\n', '\\n'], ['\r', '\\r'], ['\t', '\\t']] as const

/** Most texts hold none of the marks: looking for each is quicker than one expression for all. The backslash comes first, or it would be doubled twice. */
function escaped(text: string): string {
  let safe = text
  for (const [mark, written] of marks) if (safe.includes(mark)) safe = safe.replaceAll(mark, written)
  return safe
}
