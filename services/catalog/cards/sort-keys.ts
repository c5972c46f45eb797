import type { Goods } from '../products/goods.ts'

/** Sorts after every price there is: not offered in this market. */
export const unpriced = 9_000_000_000_000_000
/** Not known when it came out: after everything that is out. */
export const undated = 2_147_483_647
/** Draft ranks end before it; what has none is ordered by how many people rated it. */
const unranked = 2_000_000_001

export interface SortKeys {
  readonly featured: number
  readonly newest: number
  readonly titleKey: string
}

/** Where a product stands in every list, smallest first. */
export function sortKeysOf({ title, details }: Pick<Goods, 'title' | 'details'>, publishedOn: string | undefined): SortKeys {
  return {
    featured: details.featuredRank ?? unranked + 1_000_000_000 - Math.min(details.rating?.count ?? 0, 1_000_000_000),
    newest: publishedOn === undefined ? undated : newestOn(publishedOn),
    titleKey: titleKey(title, details.language),
  }
}

/** The place of a day among the newest: `2024-03-07` is -20240307. What is not known of it counts as the beginning. */
export function newestOn(publishedOn: string): number {
  const [, sign, year, month, day] = /^(-?)(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(publishedOn) ?? []
  const at = (sign ? -Number(year) : Number(year)) * 10_000
  return -(at + Number(month ?? 0) * 100 + Number(day ?? 0))
}

const articles: Readonly<Record<string, RegExp>> = {
  en: /^(the|an?) /, de: /^(der|die|das|eine?) /, fr: /^(les? |la |une? |l')/, es: /^(el|la|los|las|una?) /, it: /^(il |lo |la |i |gli |le |una? |l')/,
}

/** As a librarian files it: without accents, capitals, leading marks and a leading article of its language. */
export function titleKey(title: string, language = 'en'): string {
  const folded = title.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ').replace(/\s+/g, ' ').replace(/^[' ]+/, '')
  const article = articles[language.slice(0, 2).toLowerCase()]
  return (article ? folded.replace(article, '') || folded : folded).trim().slice(0, 100)
}
