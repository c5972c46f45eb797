/** The shop's sections. A parent stands before its children. */

export interface DemoCategory {
  handle: string
  name: { en: string; de: string }
  parent?: string
}

const SECTIONS = [
  { handle: 'fiction', name: { en: 'Fiction', de: 'Romane und Erzählungen' } },
  { handle: 'classics', name: { en: 'Classics', de: 'Klassiker' }, parent: 'fiction' },
  { handle: 'adventure', name: { en: 'Adventure', de: 'Abenteuer' }, parent: 'fiction' },
  { handle: 'the-sea', name: { en: 'The sea', de: 'Das Meer' }, parent: 'fiction' },
  { handle: 'gothic-and-horror', name: { en: 'Gothic and horror', de: 'Schauer und Grusel' }, parent: 'fiction' },
  { handle: 'short-stories', name: { en: 'Short stories', de: 'Kurze Geschichten' }, parent: 'fiction' },
  { handle: 'poetry', name: { en: 'Poetry', de: 'Lyrik' } },
  { handle: 'philosophy', name: { en: 'Philosophy', de: 'Philosophie' } },
  { handle: 'science-and-nature', name: { en: 'Science and nature', de: 'Wissen und Natur' } },
  { handle: 'travel', name: { en: 'Travel', de: 'Reisen' } },
  { handle: 'history', name: { en: 'History and lives', de: 'Geschichte und Leben' } },
  { handle: 'children', name: { en: 'Children', de: 'Kinder' } },
  { handle: 'in-other-languages', name: { en: 'In other languages', de: 'In anderen Sprachen' } },
] as const satisfies readonly DemoCategory[]

export type CategoryHandle = (typeof SECTIONS)[number]['handle']

export const categories: readonly DemoCategory[] = SECTIONS
