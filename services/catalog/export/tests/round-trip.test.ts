import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ProductDraft } from '../../draft.ts'
import type { ImportCategory } from '../../import/category.ts'
import { csv as csvImport } from '../../import/csv/csv.ts'
import type { Entry } from '../../import/entry.ts'
import type { ImportFormat } from '../../import/format.ts'
import { onix as onixImport } from '../../import/onix/onix.ts'
import { readDraft } from '../../products/check-draft.ts'
import { csv } from '../csv/csv.ts'
import type { ExportFormat, ExportWorld } from '../format.ts'
import { onix } from '../onix/onix.ts'
import { drafts } from './drafts.ts'

const sections: readonly ImportCategory[] = [
  { handle: 'fiction', name: { en: 'Fiction; all | of it', de: 'Romane' } }, { handle: 'classics', name: { en: 'Classics', de: 'Klassiker' }, parent: 'fiction' }, { handle: 'poetry', name: { en: 'Poetry' } },
]
const world: ExportWorld = { sections: new Map(sections.map((section) => [section.handle, section])), now: new Date('2026-11-26T12:00:00Z'), taxIncluded: (currency) => currency !== 'USD' }

const written = (format: ExportFormat, given: readonly ProductDraft[]): string =>
  format.head(world) + given.map((draft, at) => format.product({ source: `source ${at}`, draft }, world)).join('') + format.end()

async function read(format: ImportFormat, text: string): Promise<Entry[]> {
  async function* pieces(): AsyncGenerator<Uint8Array> { const bytes = Buffer.from(text); for (let at = 0; at < bytes.length; at += 1009) yield bytes.subarray(at, at + 1009) }
  const entries: Entry[] = []
  for await (const entry of format.read(pieces(), { from: { position: 0, line: 1 }, whole: true, options: {} })) entries.push(entry)
  return entries
}

/** What is absent and what is empty say the same. */
const plain = (draft: ProductDraft): unknown => JSON.parse(JSON.stringify(draft, (_, value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value)))

/** What ONIX can carry: line ends stand in the description alone. */
function onOneLine<Value>(value: Value, name = ''): Value {
  if (typeof value === 'string') return (name === 'descriptionHtml' ? value : value.replaceAll(/\s*[\r\n]\s*/g, ' ')) as Value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one: unknown) => onOneLine(one)) as Value
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [onOneLine(key), onOneLine(inside, key)])) as Value
}

for (const [name, format, back] of [['a table', csv, csvImport], ['ONIX by reference names', onix('reference'), onixImport], ['ONIX by short tags', onix('short'), onixImport]] as const) {
  test(`whatever a product says comes back from ${name} as it was, with its source and its sections`, async () => {
    await fc.assert(fc.asyncProperty(fc.array(drafts, { minLength: 1, maxLength: 3 }), async (given) => {
      const entries = await read(back, written(format, given))
      const products = entries.flatMap((entry) => {
        if ('section' in entry) return []
        assert.ok('draft' in entry, JSON.stringify(entry))
        const checked = readDraft(entry.draft)
        assert.ok('draft' in checked, JSON.stringify(checked))
        return [{ source: entry.source, draft: plain(checked.draft) }]
      })
      assert.deepEqual(products, given.map((draft, at) => ({ source: `source ${at}`, draft: plain(format === csv ? draft : onOneLine(draft)) })))
      const named = new Set(given.flatMap(({ categories }) => categories).flatMap((handle) => [handle, ...(handle === 'classics' ? ['fiction'] : [])]))
      const told = new Map(entries.flatMap((entry) => ('section' in entry ? [entry.section] : entry.categories ?? [])).map((section) => [section.handle, section]))
      for (const handle of named) assert.deepEqual(told.get(handle), world.sections.get(handle))
    }), { numRuns: 40, endOnFailure: true, includeErrorInReport: true })
  })
}
