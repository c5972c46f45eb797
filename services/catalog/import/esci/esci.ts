import { failure } from '@octavo/failure'
import { reasonOf, type Entry } from '../entry.ts'
import type { ImportFormat } from '../format.ts'
import { linesOf } from '../lines.ts'
import type { ImportOptions } from '../wire.ts'
import { categoryPath } from './category-path.ts'
import { draftOf } from './draft.ts'
import { productSchema, type EsciProduct } from './product.ts'

/** Products of the ESCI data set. */
export const esci: ImportFormat = {
  source: () => 'esci',

  async *read(bytes, { from, whole, options }) {
    let first = from.position === 0
    for await (const { line, next, text, problem, noText } of linesOf(bytes, { from, whole })) {
      if (first && (noText || (problem === undefined && !text.startsWith('{')))) throw failure('INVALID_INPUT', 'This is not a file of products, one JSON object a line, as text in UTF-8. Save or export it so, and import that.')
      first = false
      yield problem === undefined ? entryOf(text, { line, next }, options) : { line, identity: '', next, reason: problem }
    }
  },
}

function entryOf(text: string, at: Pick<Entry, 'line' | 'next'>, options: ImportOptions): Entry {
  let given: unknown
  try { given = JSON.parse(text) } catch { return { ...at, identity: '', reason: 'The line is no JSON object.' } }
  const read = productSchema.safeParse(given)
  const identity = typeof (given as EsciProduct | null)?.asin === 'string' ? (given as EsciProduct).asin : ''
  if (!read.success) return { ...at, identity, reason: read.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`).join('; ') }
  const categories = categoryPath(read.data.category ?? [])
  try {
    return { ...at, identity, categories, draft: draftOf(read.data, categories, options) }
  } catch (caught) {
    return { ...at, identity, reason: reasonOf(caught) }
  }
}
