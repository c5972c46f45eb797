/**
 * The demo shop: three hundred works and more, things that are not books, and who sells them. Deterministic: no clock, no
 * chance, no network. The demo, the tests and the pictures of the shop are made from it.
 */
import type { ProductDraft } from './draft.ts'
import { frontTable } from './front-table.ts'
import { games } from './goods/games.ts'
import { readingChair } from './goods/reading-chair.ts'
import { records } from './goods/records.ts'
import { stationery } from './goods/stationery.ts'
import { thingDraft } from './goods/thing.ts'
import { printDraft } from './press/press.ts'
import { abroad } from './shelves/abroad.ts'
import { americanAndModern } from './shelves/american-and-modern.ts'
import { britishNovels } from './shelves/british-novels.ts'
import { children } from './shelves/children.ts'
import { fromElsewhere } from './shelves/from-elsewhere.ts'
import { gothic } from './shelves/gothic.ts'
import { ideas } from './shelves/ideas.ts'
import { journeysAndLives } from './shelves/journeys-and-lives.ts'
import { mysteryAndWonder } from './shelves/mystery-and-wonder.ts'
import { novels } from './shelves/novels.ts'
import { otherLanguages } from './shelves/other-languages.ts'
import { poetry } from './shelves/poetry.ts'
import { seaAndAdventure } from './shelves/sea-and-adventure.ts'
import { thought } from './shelves/thought.ts'
import { translatedNovels } from './shelves/translated-novels.ts'
import { travelAndHistory } from './shelves/travel-and-history.ts'
import { verseAndStage } from './shelves/verse-and-stage.ts'
import { youngReaders } from './shelves/young-readers.ts'

export { categories, type DemoCategory } from './categories.ts'
export type { ContributorDraft, OfferDraft, ProductDraft, VariantDraft } from './draft.ts'
export { DEMO_PREFIX } from './press/isbn.ts'
export { houseSeller, sellers, type DemoSeller } from './sellers.ts'

const books = [
  [...novels, ...britishNovels], [...seaAndAdventure, ...gothic, ...mysteryAndWonder], americanAndModern,
  [...translatedNovels, ...fromElsewhere], [...poetry, ...verseAndStage], [...thought, ...ideas],
  [...travelAndHistory, ...journeysAndLives], [...children, ...youngReaders], [...otherLanguages, ...abroad],
].map((shelf) => shelf.map(printDraft))
const things = inTurn([readingChair, stationery, games, records]).map(thingDraft)

/** Front table first, then one from each shelf in turn, so that no page of a list is all of a kind. */
export const products: ProductDraft[] = inTurn([...books, things])
  .map((draft, place) => ({ draft, place: frontPlace(draft.handle) ?? frontTable.length + place }))
  .sort((a, b) => a.place - b.place)
  .map(({ draft }, i) => ({ ...draft, featuredRank: i + 1 }))

function frontPlace(handle: string | undefined): number | undefined {
  const place = frontTable.indexOf(handle ?? '')
  return place < 0 ? undefined : place
}

/** As cards are dealt; longer shelves go on when others are empty. */
function inTurn<T>(shelves: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...shelves.map(({ length }) => length))
  return Array.from({ length: longest }, (_, i) => shelves.flatMap((shelf) => shelf.slice(i, i + 1))).flat()
}
