import type { ProductDraft } from '../draft.ts'
import { readDraft } from '../products/check-draft.ts'
import type { ImportCategory } from './category.ts'
import type { Entry, Place, UnknownCode } from './entry.ts'
import type { ImportTotals } from './wire.ts'

/** Where drafts go: an outcome each, in their order. */
export interface Sink {
  put(source: string, drafts: readonly ProductDraft[]): Promise<readonly Outcome[]>
  /** Makes sections of the shop, but for those that are there. */
  place(sections: readonly ImportCategory[]): Promise<readonly Outcome[]>
}

export interface Outcome {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'rejected'
  readonly reason?: string
}

export interface Reject {
  readonly line: number
  readonly identity: string
  readonly reason: string
}

/** How many records have a code that is unknown, and the first of them. */
export interface CodeCount extends UnknownCode {
  readonly count: number
  readonly line: number
  readonly identity: string
}

/** What became of a batch. Everything before `next` is done. */
export interface Poured {
  readonly counts: ImportTotals
  readonly rejects: readonly Reject[]
  readonly unknownCodes: readonly CodeCount[]
  readonly next: Place
}

export interface PourOptions {
  readonly from: Place
  readonly batchSize?: number
  /** Batches of fewer records when those are long: what waits is held in memory. */
  readonly batchBytes?: number
  readonly inFlight?: number
}

type Read = ReturnType<typeof readDraft> | { readonly section: ImportCategory }

interface Batch {
  readonly items: { entry: Entry; read: Read }[]
  readonly keys: Set<string>
}

/**
 * Pours entries into a sink, batch by batch, and tells what became of each in the order of the source. A few batches are on their way at
 * once, except those with a key in common, where the later has to win. When reading fails, what was read before is told first.
 */
export async function* pour(entries: AsyncIterable<Entry>, sink: Sink, source: string, { from, batchSize = 500, batchBytes = 4 * 1024 * 1024, inFlight = 2 }: PourOptions): AsyncGenerator<Poured> {
  const codes = new Set<string>()
  const going: { keys: ReadonlySet<string>; poured: Promise<Poured> }[] = []
  let batch: Batch = { items: [], keys: new Set() }
  let began = from.position
  let broken: { error: unknown } | undefined
  const start = (): void => {
    const poured = pourBatch(batch, sink, source, codes)
    poured.catch(() => {}) // heard when its turn comes
    going.push({ keys: batch.keys, poured })
    batch = { items: [], keys: new Set() }
  }
  const mustWait = (): boolean => going.length >= inFlight || going.some(({ keys }) => batch.keys.keys().some((key) => keys.has(key)))
  const reading = entries[Symbol.asyncIterator]()

  try {
    for (;;) {
      const step = await reading.next().catch((error: unknown) => { broken = { error } })
      if (!step || step.done) break
      const entry = step.value
      const read = 'draft' in entry ? readDraft(entry.draft) : entry
      batch.items.push({ entry, read })
      if ('draft' in read) batch.keys.add(read.draft.key)
      if (batch.items.length < batchSize && entry.next.position - began < batchBytes) continue
      while (mustWait()) yield await going.shift()!.poured
      began = entry.next.position
      start()
    }
    if (batch.items.length > 0) {
      while (mustWait()) yield await going.shift()!.poured
      start()
    }
    while (going.length > 0) yield await going.shift()!.poured
    if (broken) throw broken.error
  } finally {
    await reading.return?.()
    await Promise.allSettled(going.map(({ poured }) => poured))
  }
}

async function pourBatch({ items }: Batch, sink: Sink, source: string, codes: Set<string>): Promise<Poured> {
  const outcomes = new Map<number, Outcome>()
  const sections = items.flatMap(({ read }, at) => ('section' in read ? [{ at, section: read.section }] : []))
  if (sections.length > 0) for (const [n, outcome] of (await sink.place(sections.map(({ section }) => section))).entries()) outcomes.set(sections[n]?.at as number, outcome)
  const drafts = items.flatMap(({ entry, read }, at) => ('draft' in read ? [{ at, source: entry.source ?? source, draft: read.draft }] : []))
  for (const [from, some] of Map.groupBy(drafts, (one) => one.source)) {
    for (const [n, outcome] of (await sink.put(from, some.map(({ draft }) => draft))).entries()) outcomes.set(some[n]?.at as number, outcome)
  }
  const counts = { read: items.length, created: 0, updated: 0, unchanged: 0, rejected: 0 }
  const rejects: Reject[] = []
  for (const [at, { entry: { line, identity }, read }] of items.entries()) {
    const outcome: Outcome = 'reason' in read ? { outcome: 'rejected', reason: read.reason } : outcomes.get(at) as Outcome
    counts[outcome.outcome]++
    if (outcome.outcome === 'rejected') rejects.push({ line, identity, reason: outcome.reason ?? 'The catalogue does not take it.' })
  }
  return { counts, rejects, unknownCodes: countCodes(items.map(({ entry }) => entry), codes), next: (items.at(-1) as Batch['items'][number]).entry.next }
}

/** So many different ones are told of a file: one with more is not coded at all. */
const mostCodes = 1000

function countCodes(entries: readonly Entry[], seen: Set<string>): CodeCount[] {
  const counts = new Map<string, CodeCount>()
  for (const { line, identity, unknownCodes = [] } of entries) {
    for (const code of unknownCodes.values().filter((one, at) => unknownCodes.findIndex((other) => other.code === one.code && other.element === one.element) === at)) {
      const key = `${code.element} ${code.code}`
      if (seen.size >= mostCodes && !seen.has(key)) continue
      seen.add(key)
      const known = counts.get(key)
      counts.set(key, { ...code, line, identity, ...known, count: (known?.count ?? 0) + 1 })
    }
  }
  return [...counts.values()]
}
