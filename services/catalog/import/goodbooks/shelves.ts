import type { ImportCategory } from '../category.ts'
import { usualCategories } from '../usual-categories.ts'

export interface Shelf { readonly name: string; readonly count: number }

/** `fantasy:1203|young-adult:88`, as the joined stream has it. */
export function readShelves(cell: string): Shelf[] {
  return cell.split('|').flatMap((one) => {
    const at = one.lastIndexOf(':')
    return at <= 0 ? [] : [{ name: one.slice(0, at), count: Number(one.slice(at + 1)) }]
  })
}

/** What readers call it, without what a shelf says of its reader alone. */
export function keywordsOf(shelves: readonly Shelf[]): string[] {
  return shelves.filter(({ name, count }) => count > 0 && /^[a-z][a-z-]{2,39}$/.test(name) && !personal.test(name)).slice(0, 12).map(({ name }) => name)
}

/** The favourites, and the sections most readers put it in, at most three. */
export function categoriesOf(shelves: readonly Shelf[]): string[] {
  const votes = new Map<string, number>()
  for (const { name, count } of shelves) {
    const handle = sections.get(name)
    if (handle !== undefined) votes.set(handle, (votes.get(handle) ?? 0) + count)
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1])
  return ['readers-favourites', ...ranked.filter(([, count]) => count * 4 >= (ranked[0]?.[1] ?? 0)).slice(0, 3).map(([handle]) => handle)]
}

const personal = /to-read|to-buy|wish|own|favou?rite|current|reading|shelf|shelves|library|default|e-?book|kindle|audible|audio|book-?club|abandon|finish|read$|^read-|-read-|star|re-?read|maybe|have|tbr|my-|books?-i|did-not|dnf|paper-?back|hard-?(back|cover)|borrow|collection|novels?$|^books?$/

export const goodbooksCategories: readonly ImportCategory[] = [
  // All of them are: the ten thousand that most readers have rated.
  { handle: 'readers-favourites', name: { en: "Readers' favourites", de: 'Lieblingsbücher' } },
  ...usualCategories,
]

const sections = new Map(Object.entries({
  'classics': ['classics', 'classic', 'classic-literature'],
  'fantasy': ['fantasy', 'high-fantasy', 'epic-fantasy', 'urban-fantasy', 'magic'],
  'science-fiction': ['science-fiction', 'sci-fi', 'scifi', 'dystopia', 'dystopian'],
  'crime-and-thrillers': ['mystery', 'crime', 'thriller', 'thrillers', 'suspense', 'mysteries', 'detective', 'mystery-thriller'],
  'romance': ['romance', 'contemporary-romance', 'chick-lit', 'paranormal-romance'],
  'gothic-and-horror': ['horror', 'gothic', 'vampires'],
  'historical-fiction': ['historical-fiction'],
  'comics': ['graphic-novels', 'comics', 'manga', 'graphic-novel'],
  'young-adult': ['young-adult', 'ya', 'teen'],
  'children': ['childrens', 'children', 'picture-books', 'middle-grade', 'kids', 'children-s'],
  'poetry': ['poetry', 'poems'],
  'history': ['history', 'biography', 'memoir', 'memoirs', 'autobiography', 'biographies'],
  'philosophy': ['philosophy'],
  'science-and-nature': ['science', 'nature', 'popular-science', 'psychology'],
  'fiction': ['literary-fiction', 'contemporary-fiction', 'literature'],
}).flatMap(([handle, names]) => names.map((name) => [name, handle] as const)))
