import type { Entry } from '../entry.ts'
import { Refused, reasonOf } from '../entry.ts'
import type { ImportFormat } from '../format.ts'
import type { ImportOptions } from '../wire.ts'
import { onixCategories } from './categories.ts'
import { draftOf } from './draft.ts'
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
    for await (const record of onixRecords(bytes, { from, whole })) {
      defaults ??= headerOf(record.state)
      yield entryOf(record, defaults, options, today)
    }
  },
}

function headerOf({ header }: MessageState): Defaults {
  if (header === '') return {}
  try { return defaultsOf(readTree(header)) } catch (error) { if (error instanceof Refused) return {}; throw error }
}

function entryOf({ line, next, xml, problem, state }: OnixRecord, defaults: Defaults, options: ImportOptions, today: string): Entry {
  if (xml === undefined) return { line, identity: '', next, reason: problem ?? 'The record cannot be read.' }
  let product: Element | undefined
  try {
    product = readTree(xml)
    const edition = state.release === '2.1' ? edition2(product, defaults) : edition3(product, defaults)
    return { line, identity: edition.reference, next, draft: draftOf(edition, options, today) }
  } catch (caught) {
    return { line, identity: (product && text(product, 'RecordReference')) ?? '', next, reason: reasonOf(caught) }
  }
}
