import { failure } from '@octavo/failure'
import { reasonOf, type Entry } from '../entry.ts'
import type { ImportFormat, ReadHow } from '../format.ts'
import type { ImportOptions } from '../wire.ts'
import { given } from '../given.ts'
import { cellsBy, placesOf, short, type Cells } from './cells.ts'
import { draftOf, identityOf } from './draft.ts'
import { openTable, type Row } from './table.ts'

/** A table with Octavo's columns, or with others that a mapping names. Lines of one product stand together. */
export const csv: ImportFormat = {
  source: ({ mapping }) => mapping?.source ?? 'csv',

  async *read(bytes, { from, whole, options }: ReadHow) {
    const mapping = options.mapping ?? {}
    const table = await openTable(bytes, { from, whole, delimiter: mapping.delimiter, encoding: mapping.encoding })
    if (!table) return
    const places = placesOf(table.columns, mapping)
    if (!places.has('title') && mapping.constants?.['title'] === undefined) {
      throw failure('INVALID_INPUT', `There is no column "title". The first line names ${table.columns.join(', ')}. Rename one, or name it in a mapping file: { "columns": { "${table.columns[0] ?? 'Titel'}": "title" } }`)
    }
    const cellsOf = cellsBy(places, mapping)
    const mayJoin = places.has('product')
    let product: Line[] = []
    for await (const row of table.rows) {
      const line = { ...row, cells: cellsOf(row.fields) }
      if (product.length > 0 && !(mayJoin && isSame(product, line))) {
        yield entryOf(product, options)
        product = []
      }
      if (row.problem === undefined && line.cells.text('kind') === 'category') { yield sectionEntry(line); continue }
      product.push(line)
      if (product.length > mostLines) { yield tooMany(product); product = [] }
    }
    // Without the rest of the file nobody knows whether the product has another line.
    if (product.length > 0 && (whole || !mayJoin)) yield entryOf(product, options)
  },
}

type Line = Row & { readonly cells: Cells }
const mostLines = 1000

function isSame([first]: readonly Line[], line: Line): boolean {
  const product = first?.problem === undefined ? first?.cells.text('product') : undefined
  return product !== undefined && line.problem === undefined && line.cells.text('product') === product && line.cells.text('source') === first?.cells.text('source')
}

/** One bad line refuses the product whole: without it the product would be another. */
function entryOf(lines: readonly Line[], options: ImportOptions): Entry {
  const [first] = lines as [Line]
  const next = (lines.at(-1) as Line).next
  const identity = identityOf(first.cells) ?? first.cells.text('title') ?? ''
  if (first.problem !== undefined) return { line: first.line, identity: '', next, reason: first.problem }
  try {
    return { line: first.line, identity, next, ...given('source', first.cells.text('source')?.slice(0, 100)), draft: draftOf(lines.map(({ cells }) => cells), options) }
  } catch (caught) {
    return { line: culprit(lines, options) ?? first.line, identity, next, reason: reasonOf(caught) }
  }
}

/** A section of the shop: `title` is its name, or `names` has one a language; `categories` is the one above it. */
function sectionEntry({ line, next, cells }: Line): Entry {
  const [handle, title, parent] = [cells.text('handle') ?? '', cells.text('title'), cells.text('categories')]
  const name = Object.fromEntries(cells.parts('names').map(([language = '', word = '']) => [language, word]))
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(handle)) return { line, identity: handle, next, reason: `A category needs a handle of small letters, digits and hyphens, and has "${short(handle)}".` }
  if (title === undefined && Object.keys(name).length === 0) return { line, identity: handle, next, reason: 'The category has no name: give it a title, or names.' }
  return { line, identity: handle, next, section: { handle, name: Object.keys(name).length > 0 ? name : { [cells.text('language') ?? 'en']: title as string }, ...given('parent', parent) } }
}

function culprit(lines: readonly Line[], options: ImportOptions): number | undefined {
  return lines.length === 1 ? undefined : lines.find(({ cells }) => {
    try { draftOf([cells], options); return false } catch { return true }
  })?.line
}

function tooMany(lines: readonly Line[]): Entry {
  const [first] = lines as [Line]
  return { line: first.line, identity: identityOf(first.cells) ?? '', next: (lines.at(-1) as Line).next, reason: `More than ${mostLines} lines are said to be this product.` }
}
