import { inRequest } from '@octavo/telemetry'
import type { ImportCategory } from './category.ts'
import { ensuringCategories, type CategoryClient } from './ensure-categories.ts'
import type { Entry } from './entry.ts'
import { formats } from './formats.ts'
import type { KnownImport } from './imports.ts'
import { pour, type Poured, type Sink } from './pipeline.ts'

export interface Bringing {
  readonly sink: Pick<Sink, 'put'>
  readonly categories: CategoryClient
  readonly requestId: string
}

/** A batch of a large file may wait for other services longer than a shopper would. */
const patienceMs = 60_000

/** Reads an import's bytes from its place on and puts what they say; tells of each batch when it is done. */
export function bring({ format: name, place, options }: KnownImport, bytes: AsyncIterable<Uint8Array>, whole: boolean, { sink, categories, requestId }: Bringing): AsyncGenerator<Poured> {
  const format = formats[name]
  const own = new Map((format.categories ?? []).map((category) => [category.handle, category]))
  const entries = placing(format.read(bytes, { from: place, whole, options }), own)
  const patient: Pick<Sink, 'put'> = { put: (source, drafts) => inRequest({ requestId, deadlineMs: Date.now() + patienceMs }, () => sink.put(source, drafts)) }
  return pour(entries, ensuringCategories(patient, own, categories), format.source(options), { from: place })
}

/** Notes the categories that entries bring with them, before their drafts are put. */
async function* placing(entries: AsyncIterable<Entry>, own: Map<string, ImportCategory>): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    for (const category of [...entry.categories ?? [], ...('section' in entry ? [entry.section] : [])]) own.set(category.handle, category)
    yield entry
  }
}
