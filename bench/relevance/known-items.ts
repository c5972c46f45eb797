import type { Shopper } from '../shopper.ts'
import { misspell } from './misspell.ts'

/** One search of somebody who knows what they want: any of `wanted` is it. */
export interface KnownItem { readonly query: string; readonly wanted: ReadonlySet<string> }

export type KnownItems = ReadonlyMap<string, readonly KnownItem[]>

export interface Book {
  readonly id: string
  readonly title: string
  readonly authors: readonly string[]
  readonly series: string | undefined
  readonly ratings: number
}

interface Card { readonly id: string; readonly title: string; readonly contributors: readonly { readonly name: string }[]; readonly series: readonly { readonly name: string }[]; readonly rating: { readonly count: number } | null }

/** Every product of the shop, as its lists show them. */
export async function booksOf(shopper: Shopper): Promise<Book[]> {
  const books: Book[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: Card[]; nextCursor: string | null } = await shopper.want(200, 'GET', `/api/products?limit=100${cursor && `&cursor=${cursor}`}`)
    books.push(...page.items.map(({ id, title, contributors, series, rating }) => ({ id, title, authors: contributors.map(({ name }) => name), series: series[0]?.name, ratings: rating?.count ?? 0 })))
    cursor = page.nextCursor
  }
  return books
}

/** Searches for a sample of books in the ways that people have, the same ones for the same books and chance. */
export async function knownItems(books: readonly Book[], sample: number, random: () => number, identifierOf: (id: string) => Promise<string | undefined>): Promise<KnownItems> {
  const byTitle = groupBy(books, ({ title }) => title.toLowerCase())
  const bySeries = groupBy(books.filter(({ series }) => series !== undefined), ({ series }) => (series as string).toLowerCase())
  const sampled = shuffled(books, random).slice(0, sample)
  const sets = new Map<string, KnownItem[]>()
  const add = (name: string, query: string | undefined, wanted: ReadonlySet<string>): void => { if (query !== undefined && query !== '') sets.set(name, [...(sets.get(name) ?? []), { query, wanted }]) }
  for (const book of sampled) {
    const same = byTitle.get(book.title.toLowerCase()) as Set<string>
    add('clean title', book.title, same)
    add('one typo', misspell(book.title, 1, random), same)
    add('two typos', misspell(book.title, 2, random), same)
    const word = longestWord(book.title)
    const surname = book.authors[0]?.split(' ').at(-1)
    // Whatever else of this author has the word in its title is found as rightly.
    if (word !== undefined && surname !== undefined) add('author and a word of the title', `${surname} ${word}`, new Set(books.filter((other) => other.authors.some((name) => name.endsWith(surname)) && other.title.toLowerCase().includes(word.toLowerCase())).map(({ id }) => id)))
    if (book.series !== undefined) add('series', book.series, bySeries.get(book.series.toLowerCase()) as Set<string>)
    const isbn = await identifierOf(book.id)
    add('ISBN', isbn, new Set([book.id]))
    add('ISBN with dashes', isbn && `${isbn.slice(0, 3)}-${isbn.slice(3, 4)}-${isbn.slice(4, 7)}-${isbn.slice(7, 12)}-${isbn.slice(12)}`, new Set([book.id]))
  }
  return sets
}

export interface Prefix { readonly typed: string; readonly title: string }

/** The first letters of sampled titles, and how often the best list of five could hold the title: the share of those whose book is among the five most rated that begin so. */
export function prefixes(books: readonly Book[], sample: number, letters: number, random: () => number): { readonly typed: readonly Prefix[]; readonly ceiling: number } {
  const typed = shuffled(books.filter(({ title }) => title.length > letters), random).slice(0, sample).map(({ title }) => ({ typed: title.slice(0, letters), title }))
  const reachable = typed.filter(({ typed: start, title }) => {
    const best = new Set(books.filter((one) => one.title.toLowerCase().startsWith(start.toLowerCase())).sort((a, b) => b.ratings - a.ratings).map((one) => one.title.toLowerCase()))
    return [...best].slice(0, 5).includes(title.toLowerCase())
  })
  return { typed, ceiling: reachable.length / typed.length }
}

const longestWord = (title: string): string | undefined => title.match(/[\p{L}\p{N}]{4,}/gu)?.reduce((longest, word) => (word.length > longest.length ? word : longest))

function groupBy(books: readonly Book[], keyOf: (book: Book) => string): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>()
  for (const book of books) groups.set(keyOf(book), (groups.get(keyOf(book)) ?? new Set()).add(book.id))
  return groups
}

/** Fisher and Yates. */
function shuffled<One>(all: readonly One[], random: () => number): One[] {
  const left = [...all]
  for (let at = left.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[left[at], left[other]] = [left[other] as One, left[at] as One]
  }
  return left
}
