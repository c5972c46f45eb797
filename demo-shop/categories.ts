/** The shop's sections. A parent stands before its children. */

export interface DemoCategory {
  handle: string
  name: { en: string; de: string }
  parent?: string
}

const SECTIONS = [
  { handle: 'fiction', name: { en: 'Fiction', de: 'Belletristik' } },
  { handle: 'classics', name: { en: 'Classics', de: 'Klassiker' }, parent: 'fiction' },
  { handle: 'adventure', name: { en: 'Adventure', de: 'Abenteuer' }, parent: 'fiction' },
  { handle: 'the-sea', name: { en: 'The sea', de: 'Das Meer' }, parent: 'fiction' },
  { handle: 'gothic-and-horror', name: { en: 'Gothic and horror', de: 'Schauer und Grusel' }, parent: 'fiction' },
  { handle: 'short-stories', name: { en: 'Short stories', de: 'Kurze Geschichten' }, parent: 'fiction' },
  { handle: 'crime-and-mystery', name: { en: 'Crime and mystery', de: 'Krimis und Rätsel' }, parent: 'fiction' },
  { handle: 'science-fiction-and-fantasy', name: { en: 'Science fiction and fantasy', de: 'Science-Fiction und Fantasy' }, parent: 'fiction' },
  { handle: 'historical-fiction', name: { en: 'Historical novels', de: 'Historische Romane' }, parent: 'fiction' },
  { handle: 'myths-and-legends', name: { en: 'Myths and legends', de: 'Mythen und Sagen' }, parent: 'fiction' },
  { handle: 'poetry', name: { en: 'Poetry and plays', de: 'Lyrik und Theater' } },
  { handle: 'epics-and-ballads', name: { en: 'Epics and ballads', de: 'Epen und Balladen' }, parent: 'poetry' },
  { handle: 'drama', name: { en: 'Plays', de: 'Theater' }, parent: 'poetry' },
  { handle: 'philosophy', name: { en: 'Ideas', de: 'Denken' } },
  { handle: 'essays-and-letters', name: { en: 'Essays and letters', de: 'Essays und Briefe' }, parent: 'philosophy' },
  { handle: 'society-and-politics', name: { en: 'Society and politics', de: 'Gesellschaft und Politik' }, parent: 'philosophy' },
  { handle: 'science-and-nature', name: { en: 'Science and nature', de: 'Wissen und Natur' } },
  { handle: 'travel', name: { en: 'Travel', de: 'Reisen' } },
  { handle: 'history', name: { en: 'History and lives', de: 'Geschichte' } },
  { handle: 'the-ancient-world', name: { en: 'The ancient world', de: 'Die Antike' }, parent: 'history' },
  { handle: 'lives', name: { en: 'Lives', de: 'Lebensbilder' }, parent: 'history' },
  { handle: 'arts-and-household', name: { en: 'Art and home', de: 'Kunst und Haus' } },
  { handle: 'children', name: { en: 'Children', de: 'Kinder' } },
  { handle: 'picture-books', name: { en: 'Picture books', de: 'Bilderbücher' }, parent: 'children' },
  { handle: 'stories-to-read-alone', name: { en: 'Stories to read alone', de: 'Zum Selberlesen' }, parent: 'children' },
  { handle: 'in-other-languages', name: { en: 'Languages', de: 'Sprachen' } },
  { handle: 'in-german', name: { en: 'In German', de: 'Auf Deutsch' }, parent: 'in-other-languages' },
  { handle: 'in-french', name: { en: 'In French', de: 'Auf Französisch' }, parent: 'in-other-languages' },
  { handle: 'not-books', name: { en: 'Not books', de: 'Keine Bücher' } },
  { handle: 'stationery', name: { en: 'Stationery', de: 'Papier und Schreibzeug' }, parent: 'not-books' },
  { handle: 'notebooks', name: { en: 'Notebooks', de: 'Notizbücher' }, parent: 'stationery' },
  { handle: 'pens-and-ink', name: { en: 'Pens and ink', de: 'Federn und Tinte' }, parent: 'stationery' },
  { handle: 'for-the-reading-chair', name: { en: 'For the reading chair', de: 'Für den Lesesessel' }, parent: 'not-books' },
  { handle: 'lamps', name: { en: 'Lamps', de: 'Lampen' }, parent: 'for-the-reading-chair' },
  { handle: 'games', name: { en: 'Games and puzzles', de: 'Spiele und Puzzles' }, parent: 'not-books' },
  { handle: 'records', name: { en: 'Records', de: 'Schallplatten' }, parent: 'not-books' },
] as const satisfies readonly DemoCategory[]

export type CategoryHandle = (typeof SECTIONS)[number]['handle']

export const categories: readonly DemoCategory[] = SECTIONS
