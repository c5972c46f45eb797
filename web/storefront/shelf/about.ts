import type { Product } from '@octavo/catalog/contract'
import type { PageLocals } from '@octavo/gateway/pages'
import type { Listed } from './list.ts'

interface Named { readonly handle: string; readonly name: string }
export interface Work extends Named { readonly year: number; readonly language: string | undefined }

/** What the books of one list have in common, told from the books themselves. */
export interface About {
  /** Every work with a year, the oldest first; this and what is counted are told of whole lists only. */
  readonly works: readonly Work[]
  /** What the person did for so many of them: they wrote most, read one. */
  readonly roles: readonly { readonly role: string; readonly count: number }[]
  readonly people: readonly Named[]
  readonly series: readonly Named[]
  readonly subjects: readonly Named[]
  readonly formats: readonly string[]
}

const most = 6

/**
 * What stands at the head of a contributor's, a series' or a subject's page. Only the first page of a whole list has one; it is read
 * product by product, which the edge then keeps.
 */
export async function aboutList({ clients: { catalog }, market: { id: market } }: PageLocals, { cards, cursor, nextCursor }: Listed, self: string): Promise<About | undefined> {
  if (cursor !== undefined || cards.length === 0) return undefined
  const products = await Promise.all(cards.map(({ id }) => catalog.getProduct({ market, idOrHandle: id })))
  return aboutOf(products, self, nextCursor === null)
}

/** `self` is the handle of the list's own, which is not told of itself. */
export function aboutOf(products: readonly Product[], self: string, whole: boolean): About {
  const works = products.flatMap(({ handle, title, language, firstPublishedYear: year }) => (year === undefined ? [] : [{ handle, name: title, year, language }])).sort((a, b) => a.year - b.year)
  const people = products.map(peopleOf)
  const roles = countedOf(people.flatMap((all) => [...new Set(all.filter(({ handle }) => handle === self).map(({ role }) => role))]), (role) => role)
  return {
    works: whole ? works : [], roles: whole ? roles.map(({ one: role, count }) => ({ role, count })) : [],
    people: frequent(people.flat(), self),
    series: frequent(products.flatMap(({ series }) => series), self),
    subjects: frequent(products.flatMap(({ subjects }) => subjects.flatMap(({ handle, label }) => (handle === undefined || label === undefined ? [] : [{ handle, name: label }]))), self),
    formats: countedOf(products.flatMap(({ variants }) => [...new Set(variants.map(({ format }) => format))]), (format) => format).map(({ one }) => one),
  }
}

/** Who made a book and its editions: each once for what they did. */
const peopleOf = ({ contributors, variants }: Product): Product['contributors'] =>
  countedOf([...contributors, ...variants.flatMap((variant) => variant.contributors)], ({ handle, role }) => `${role} ${handle}`).map(({ one }) => one)

/** The most frequent ones, each once. */
const frequent = (all: readonly Named[], self: string): Named[] => countedOf(all.filter(({ handle }) => handle !== self), ({ handle }) => handle).slice(0, most).map(({ one: { handle, name } }) => ({ handle, name }))

function countedOf<One>(all: readonly One[], keyOf: (one: One) => string): { one: One; count: number }[] {
  const counted = new Map<string, { one: One; count: number }>()
  for (const one of all) {
    const known = counted.get(keyOf(one))
    if (known) known.count += 1
    else counted.set(keyOf(one), { one, count: 1 })
  }
  return [...counted.values()].sort((a, b) => b.count - a.count)
}
