/** Used copies of the books written the short way, each in the words of who holds it. */
import type { SellerHandle } from '../sellers.ts'
import { used, type SellersOffer } from './book.ts'

type Grade = Parameters<typeof used>[1]

const PART_OF_NEW: Record<Grade, number> = { like_new: 0.7, very_good: 0.55, good: 0.42, acceptable: 0.28 }

const ENGLISH: readonly (readonly [Grade, string])[] = [
  ['very_good', 'Name on the flyleaf, dated 1988. Nothing else.'], ['good', 'Spine creased in two places. Text clean throughout.'],
  ['acceptable', 'Ex-library, with stamps and a date slip that makes good reading.'], ['like_new', 'A present that was never opened.'],
  ['good', 'Some pencil in the first chapter, then none.'], ['very_good', 'Slight shelf wear. Smells of a good cupboard.'],
  ['good', 'Sunned spine, otherwise sound.'], ['acceptable', 'Cover detached and mended. All pages present.'],
  ['good', 'Corner of page 41 turned down. We have turned it back.'], ['very_good', 'Bookplate of a schoolmaster inside the cover.'],
  ['good', 'Foxing to the edges, none to the text.'], ['like_new', 'Duplicate copy from a tidy house.'],
  ['acceptable', 'Has been dropped in a bath and dried flat. Complete.'], ['good', 'Price-clipped. Small tear to the rear cover, taped.'],
  ['very_good', 'Read once, by somebody with clean hands.'], ['good', 'Inscription on the half-title: “Try this one, Father.”'],
  ['good', 'Marginal notes in a neat hand, mostly in agreement.'], ['very_good', 'Slightly cocked, otherwise fresh.'],
  ['acceptable', 'Student’s copy. Yellow underlining to chapter six.'], ['good', 'Rubbed at the corners, tight in the binding.'],
]
const GERMAN: readonly (readonly [Grade, string])[] = [
  ['good', 'Rücken etwas verblichen, innen sauber.'], ['very_good', 'Kaum gelesen, Besitzvermerk in Bleistift.'],
  ['acceptable', 'Ehemaliges Bibliotheksexemplar mit Stempeln, vollständig.'], ['good', 'Einige Anstreichungen, alle mit dem Lineal.'],
  ['like_new', 'Wie neu, aus einem Nachlass ohne Leser.'],
]
const FRENCH: readonly (readonly [Grade, string])[] = [
  ['good', 'Dos un peu passé, intérieur propre.'], ['very_good', 'Ex-libris discret, papier bien blanc.'],
  ['acceptable', 'Couverture frottée, un cahier recollé. Complet.'], ['good', 'Non rogné ; les vingt dernières pages restent à couper.'],
]

/** None, one or two; two grades of one book are never with one seller. */
export function usedCopies(n: number, language: string, penceNew: number): SellersOffer[] {
  if (language === 'de') return n % 2 ? [copy('antiquariat-linde', GERMAN, n)] : []
  if (language === 'fr') return n % 3 ? [copy('quai-des-pages', FRENCH, n)] : []
  if (language !== 'en') return n % 4 ? [] : [copy('second-folio', ENGLISH, n)]
  if (n % 2) return []
  const first = copy('second-folio', ENGLISH, n / 2)
  return n % 10 ? [first] : [first, copy('harbour-books', ENGLISH, n / 2 + 7)]

  function copy(seller: SellerHandle, notes: typeof ENGLISH, turn: number): SellersOffer {
    const [grade, note] = notes[turn % notes.length] as (typeof ENGLISH)[number]
    return used(seller, grade, Math.round((penceNew * PART_OF_NEW[grade]) / 10) * 10, note)
  }
}
