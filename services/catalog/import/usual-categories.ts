import type { ImportCategory } from './category.ts'

/** Sections that most bookshops have, root first: what a feed's own subjects are sorted into. */
export const usualCategories: readonly ImportCategory[] = [
  { handle: 'fiction', name: { en: 'Fiction', de: 'Romane und Erzählungen' } },
  { handle: 'classics', name: { en: 'Classics', de: 'Klassiker' }, parent: 'fiction' },
  { handle: 'fantasy', name: { en: 'Fantasy', de: 'Fantasy' }, parent: 'fiction' },
  { handle: 'science-fiction', name: { en: 'Science fiction', de: 'Science-Fiction' }, parent: 'fiction' },
  { handle: 'crime-and-thrillers', name: { en: 'Crime and thrillers', de: 'Krimis und Thriller' }, parent: 'fiction' },
  { handle: 'romance', name: { en: 'Romance', de: 'Liebesromane' }, parent: 'fiction' },
  { handle: 'gothic-and-horror', name: { en: 'Gothic and horror', de: 'Schauer und Grusel' }, parent: 'fiction' },
  { handle: 'historical-fiction', name: { en: 'Historical fiction', de: 'Historische Romane' }, parent: 'fiction' },
  { handle: 'comics', name: { en: 'Comics and graphic novels', de: 'Comics' } },
  { handle: 'young-adult', name: { en: 'Young adult', de: 'Jugendbücher' } },
  { handle: 'children', name: { en: 'Children', de: 'Kinder' } },
  { handle: 'poetry', name: { en: 'Poetry', de: 'Lyrik' } },
  { handle: 'history', name: { en: 'History and lives', de: 'Geschichte und Leben' } },
  { handle: 'philosophy', name: { en: 'Philosophy', de: 'Philosophie' } },
  { handle: 'science-and-nature', name: { en: 'Science and nature', de: 'Wissen und Natur' } },
]
