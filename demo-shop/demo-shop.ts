/**
 * The demo shop: forty works, their products, and who sells them. Deterministic: no clock, no chance, no network.
 * The demo, the tests and the pictures of the shop are made from it.
 */
import type { ProductDraft } from './draft.ts'
import { frontTable } from './front-table.ts'
import { printDraft } from './press/press.ts'
import { children } from './shelves/children.ts'
import { gothic } from './shelves/gothic.ts'
import { novels } from './shelves/novels.ts'
import { otherLanguages } from './shelves/other-languages.ts'
import { poetry } from './shelves/poetry.ts'
import { seaAndAdventure } from './shelves/sea-and-adventure.ts'
import { thought } from './shelves/thought.ts'
import { translatedNovels } from './shelves/translated-novels.ts'
import { travelAndHistory } from './shelves/travel-and-history.ts'

export { categories, type DemoCategory } from './categories.ts'
export type { ContributorDraft, OfferDraft, ProductDraft, VariantDraft } from './draft.ts'
export { DEMO_PREFIX } from './press/isbn.ts'
export { houseSeller, sellers, type DemoSeller } from './sellers.ts'

const shelves = [
  novels, seaAndAdventure, gothic, translatedNovels, poetry, thought, travelAndHistory, children, otherLanguages,
]

/** Front table first, then whatever it forgot, in shelf order. */
export const products: ProductDraft[] = shelves
  .flat()
  .map((book, shelfPlace) => ({ book, place: frontPlace(book.handle) ?? frontTable.length + shelfPlace }))
  .sort((a, b) => a.place - b.place)
  .map(({ book }, i) => printDraft(book, i + 1))

function frontPlace(handle: string): number | undefined {
  const place = frontTable.indexOf(handle)
  return place < 0 ? undefined : place
}
