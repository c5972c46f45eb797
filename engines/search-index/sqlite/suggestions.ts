import { wordsOf } from '../analysis/analysis.ts'
import type { FacetValue, IndexedProduct, Suggestion } from '../port.ts'

interface Entry { readonly text: string; readonly words: readonly string[]; readonly spelt: string; readonly handle: string; readonly kind: Suggestion['kind']; weight: number; products: number }

/** Beginnings this short have so many entries that their answers are kept until something changes. */
const keptLength = 3

/**
 * What can be suggested, by the words it has: titles, contributors, series. A contributor or series goes with its last product and
 * weighs as much as its products together.
 */
export class Suggestions {
  readonly #entries = new Map<string, Entry>()
  readonly #byWord = new Map<string, Set<Entry>>()
  #sorted: string[] = []
  #stale = false
  readonly #kept = new Map<string, Suggestion[]>()

  add(product: IndexedProduct): void {
    this.#change('product', { value: product.handle, label: product.title }, product.popularity, 1)
    for (const [kind, named] of namesOf(product)) this.#change(kind, named, product.popularity, 1)
  }

  remove(product: IndexedProduct): void {
    this.#change('product', { value: product.handle, label: product.title }, product.popularity, -1)
    for (const [kind, named] of namesOf(product)) this.#change(kind, named, product.popularity, -1)
  }

  find(words: readonly string[], limit: number): Suggestion[] {
    const last = words.at(-1)
    if (last === undefined) return []
    const key = words.length === 1 && last.length <= keptLength ? `${last} ${limit}` : undefined
    const kept = key === undefined ? undefined : this.#kept.get(key)
    if (kept) return kept
    const found = best(this.#matching(words.slice(0, -1), last), words, limit).map(({ kind, text, handle, weight }) => ({ kind, text, handle, weight }))
    if (key !== undefined) this.#kept.set(key, found)
    return found
  }

  *#matching(whole: readonly string[], beginning: string): Generator<Entry> {
    const sets = whole.map((word) => this.#byWord.get(word))
    if (sets.some((set) => set === undefined)) return
    const others = (sets as Set<Entry>[]).sort((a, b) => a.size - b.size)
    const [narrowest, ...rest] = others
    if (narrowest) {
      for (const entry of narrowest) if (rest.every((set) => set.has(entry)) && this.#begins(entry, beginning)) yield entry
      return
    }
    const words = this.#words()
    const seen = new Set<Entry>()
    for (let at = firstFrom(words, beginning); at < words.length && (words[at] as string).startsWith(beginning); at++) {
      for (const entry of this.#byWord.get(words[at] as string) ?? []) if (!seen.has(entry)) { seen.add(entry); yield entry }
    }
  }

  #begins = ({ words }: Entry, beginning: string): boolean => words.some((word) => word.startsWith(beginning))

  #words(): string[] {
    if (this.#stale) {
      this.#sorted = [...this.#byWord.keys()].sort()
      this.#stale = false
    }
    return this.#sorted
  }

  #change(kind: Suggestion['kind'], { value, label = value }: FacetValue, weight: number, change: 1 | -1): void {
    const key = `${kind} ${value}`
    let entry = this.#entries.get(key)
    if (!entry) {
      if (change < 0) return
      const words = wordsOf(label)
      entry = { kind, text: label, words, spelt: words.join(' '), handle: value, weight: 0, products: 0 }
      this.#entries.set(key, entry)
      for (const word of new Set(words)) {
        const entries = this.#byWord.get(word)
        if (entries) entries.add(entry)
        else { this.#byWord.set(word, new Set([entry])); this.#stale = true }
      }
    }
    entry.weight += weight * change
    entry.products += change
    this.#kept.clear()
    if (entry.products > 0) return
    this.#entries.delete(key)
    for (const word of new Set(entry.words)) {
      const entries = this.#byWord.get(word)
      entries?.delete(entry)
      if (entries?.size === 0) { this.#byWord.delete(word); this.#stale = true }
    }
  }
}

function* namesOf({ contributors, series }: IndexedProduct): Generator<['contributor' | 'series', FacetValue]> {
  for (const one of contributors) yield ['contributor', one]
  for (const one of series) yield ['series', one]
}

function firstFrom(words: readonly string[], beginning: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] as string) < beginning) low = middle + 1
    else high = middle
  }
  return low
}

/** What begins as typed comes first, then by weight. */
function best(entries: Iterable<Entry>, words: readonly string[], limit: number): Entry[] {
  const typed = words.join(' ')
  const ranked: { entry: Entry; rank: number }[] = []
  for (const entry of entries) {
    const rank = rankOf(entry)
    const lowest = ranked.at(-1)
    if (ranked.length >= limit && lowest && rank <= lowest.rank) continue
    const at = ranked.findIndex((other) => other.rank < rank)
    ranked.splice(at < 0 ? ranked.length : at, 0, { entry, rank })
    if (ranked.length > limit) ranked.pop()
  }
  return ranked.map(({ entry }) => entry)

  function rankOf({ spelt, weight, kind }: Entry): number {
    return (spelt === typed ? 4 : spelt.startsWith(typed) ? 2 : 0) + Math.min(weight, kind === 'product' ? 1 : 1.5)
  }
}
