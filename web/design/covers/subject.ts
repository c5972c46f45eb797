/** Which papers suit a book, from what the trade says about it. */
import { coverSubjects, type CoverSubject } from './bindings.ts'

export interface SubjectSource {
  /** Thema and BISAC codes; other schemes are passed over. */
  subjects?: readonly { scheme: string; code: string }[]
  /** Handles of categories, most telling first. */
  categories?: readonly string[]
  /** Language the work was written in (BCP 47). */
  originalLanguage?: string
}

/** The first subject that anything about the book points to: its codes in order, then its categories, then its language. */
export function coverSubject({ subjects = [], categories = [], originalLanguage = '' }: SubjectSource): CoverSubject | undefined {
  for (const { scheme, code } of subjects) {
    const found = byPrefix(scheme === 'thema' ? THEMA : scheme === 'bisac' ? BISAC : [], code)
    if (found) return found
  }
  for (const handle of categories) {
    const found = coverSubjects.find((subject) => handle.includes(subject)) ?? byPrefix(HANDLES, handle)
    if (found) return found
  }
  return byPrefix(LANGUAGES, originalLanguage)
}

type Prefixes = readonly (readonly [prefix: string, subject: CoverSubject])[]

const byPrefix = (prefixes: Prefixes, code: string) => prefixes.find(([prefix]) => code.startsWith(prefix))?.[1]

/** Longer prefixes stand before the shorter ones they begin with. General fiction is left to say nothing. */
const THEMA: Prefixes = [
  ['FJN', 'sea'], ['FJ', 'adventure'], ['FK', 'gothic'], ['FF', 'detective'], ['FH', 'detective'], ['FL', 'scifi'],
  ['FM', 'tales'], ['FN', 'tales'], ['FR', 'romance'], ['FU', 'satire'], ['FV', 'history'], ['FXS', 'social'],
  ['DB', 'epic'], ['DC', 'poetry'], ['DD', 'drama'], ['JB', 'social'], ['JP', 'social'], ['NH', 'history'],
  ['P', 'science'], ['QR', 'faith'], ['Q', 'philosophy'], ['RN', 'nature'], ['WN', 'nature'], ['WT', 'adventure'],
  ['YFJ', 'tales'], ['Y', 'children'],
]
const BISAC: Prefixes = [
  ['FIC047', 'sea'], ['FIC002', 'adventure'], ['FIC015', 'gothic'], ['FIC022', 'detective'], ['FIC028', 'scifi'],
  ['FIC027', 'romance'], ['FIC010', 'tales'], ['FIC014', 'history'], ['FIC016', 'satire'], ['FIC052', 'satire'],
  ['DRA', 'drama'], ['HIS', 'history'], ['JUV', 'children'], ['JNF', 'children'], ['NAT', 'nature'], ['PHI', 'philosophy'],
  ['POE014', 'epic'], ['POE', 'poetry'], ['POL', 'social'], ['REL', 'faith'], ['SCI', 'science'], ['SOC', 'social'],
  ['TRV', 'adventure'],
]
const HANDLES: Prefixes = [['travel', 'adventure'], ['crime', 'detective'], ['horror', 'gothic'], ['fairy', 'tales']]
const LANGUAGES: Prefixes = [['ru', 'russian'], ['ja', 'east'], ['zh', 'east'], ['ko', 'east'], ['fa', 'tales'], ['ar', 'tales']]
