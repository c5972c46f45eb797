import type { ImportCategory } from '../category.ts'
import { usualCategories } from '../usual-categories.ts'
import type { Edition } from './edition.ts'

/** Sections by the beginnings of Thema and BISAC codes; the longest beginning counts, and no book stands in more than three. */
const sections: readonly (readonly [handle: string, thema: readonly string[], bisac: readonly string[]])[] = [
  ['fiction', ['F'], ['FIC']],
  ['classics', ['FBC'], ['FIC004']],
  ['fantasy', ['FM'], ['FIC009', 'FIC010']],
  ['science-fiction', ['FL'], ['FIC028']],
  ['crime-and-thrillers', ['FF', 'FH'], ['FIC022', 'FIC030', 'FIC031', 'FIC062']],
  ['romance', ['FR'], ['FIC027']],
  ['gothic-and-horror', ['FK'], ['FIC015', 'FIC012']],
  ['historical-fiction', ['FV'], ['FIC014']],
  ['comics', ['X'], ['CGN']],
  ['children', ['Y'], ['JUV', 'JNF']],
  ['young-adult', ['YFA'], ['YAF', 'YAN']],
  ['poetry', ['DC'], ['POE']],
  ['philosophy', ['QD'], ['PHI']],
  ['science-and-nature', ['P', 'RN', 'W', 'T', 'U', 'M'], ['SCI', 'NAT', 'MAT', 'TEC', 'COM', 'MED']],
  ['travel', ['WT'], ['TRV']],
  ['history', ['N', 'DN'], ['HIS', 'BIO']],
  ['society-and-business', ['J', 'K', 'L'], ['SOC', 'POL', 'BUS', 'LAW', 'PSY', 'EDU']],
  ['arts-and-home', ['A', 'W'], ['ART', 'ARC', 'MUS', 'PHO', 'CKB', 'CRA', 'GAR', 'HOM', 'DES', 'PER']],
]

/** Those that a goodbooks or demo shop may not have. */
export const onixCategories: readonly ImportCategory[] = [
  ...usualCategories,
  { handle: 'travel', name: { en: 'Travel', de: 'Reisen' } },
  { handle: 'society-and-business', name: { en: 'Society and business', de: 'Gesellschaft und Wirtschaft' } },
  { handle: 'arts-and-home', name: { en: 'Arts and home', de: 'Kunst und Leben' } },
]

export function categoriesOf(subjects: Edition['subjects']): string[] {
  const found = subjects.flatMap(({ scheme, code }) => {
    let best: { handle: string; length: number } | undefined
    for (const [handle, thema, bisac] of sections) {
      for (const beginning of scheme === 'thema' ? thema : scheme === 'bisac' ? bisac : []) {
        if (code.startsWith(beginning) && beginning.length > (best?.length ?? 0)) best = { handle, length: beginning.length }
      }
    }
    return best ? [best.handle] : []
  })
  return [...new Set(found)].slice(0, 3)
}
