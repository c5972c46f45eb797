import type { Entry } from '../entry.ts'
import { Refused, reasonOf } from '../entry.ts'
import type { ImportFormat } from '../format.ts'
import type { ImportOptions } from '../wire.ts'
import { onixCategories } from './categories.ts'
import { unknownCodesIn } from './codes/unknown.ts'
import { draftOf } from './draft.ts'
import { ownRecord, type OwnRecord } from './own.ts'
import { defaultsOf, type Defaults } from './reading.ts'
import { onixRecords, type MessageState, type OnixRecord } from './records.ts'
import { editionOf as edition2 } from './release-2.ts'
import { editionOf as edition3 } from './release-3.ts'
import { readTree, text, type Element } from './tree.ts'

/** ONIX for Books (EDItEUR), releases 2.1, 3.0 and 3.1, reference names and short tags. One record is one edition. */
export const onix: ImportFormat = {
  source: () => 'onix',
  categories: onixCategories,

  async *read(bytes, { from, whole, options }) {
    const today = new Date().toISOString().slice(0, 10)
    let defaults: Defaults | undefined
    let own: Own[] = []
    for await (const record of onixRecords(bytes, { from, whole })) {
      defaults ??= headerOf(record.state)
      const read = readRecord(record, defaults, options, today)
      if (own.length > 0 && !('own' in read && isSame(own[0] as Own, read))) { yield joined(own); own = [] }
      if ('own' in read) own.push(read)
      else yield read
      if (own.length > mostVariants) { yield joined(own); own = [] }
    }
    // Without the rest of the file nobody knows whether the product has another record.
    if (own.length > 0 && whole) yield joined(own)
  },
}

/** A record of Octavo's own; those of one product stand together. */
interface Own extends Pick<Entry, 'line' | 'next'> { readonly own: OwnRecord }
const mostVariants = 200

const isSame = (a: Own, b: Own): boolean => a.own.source === b.own.source && a.own.draft.key === b.own.draft.key

function joined(records: readonly Own[]): Entry {
  const [{ line, own: { source, draft, sections } }] = records as [Own]
  return { line, next: (records.at(-1) as Own).next, identity: draft.key, source, categories: sections, draft: { ...draft, variants: records.flatMap(({ own }) => own.draft.variants) } }
}

function headerOf({ header }: MessageState): Defaults {
  if (header === '') return {}
  try { return defaultsOf(readTree(header)) } catch (error) { if (error instanceof Refused) return {}; throw error }
}

function readRecord({ line, next, xml, problem, state }: OnixRecord, defaults: Defaults, options: ImportOptions, today: string): Entry | Own {
  if (xml === undefined) return { line, identity: '', next, reason: problem ?? 'The record cannot be read.' }
  let product: Element | undefined
  try {
    product = readTree(xml)
    const own = ownRecord(product)
    if (own) return { line, next, own }
    const edition = state.release === '2.1' ? edition2(product, defaults) : edition3(product, defaults)
    const unknownCodes = unknownCodesIn(product, state.release)
    return { line, identity: edition.reference, next, ...(unknownCodes.length > 0 && { unknownCodes }), draft: draftOf(edition, options, today) }
  } catch (caught) {
    return { line, identity: (product && text(product, 'RecordReference')) ?? '', next, reason: reasonOf(caught) }
  }
}
