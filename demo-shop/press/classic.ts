/**
 * The short way to write a book down: what is true of the work, and how many pages it takes. Where it stands follows from
 * its kind (`kinds.ts`), and what is on sale from its number (`trade.ts`).
 */
import type { CategoryHandle } from '../categories.ts'
import { author, translator, type Book } from './book.ts'
import { KINDS } from './kinds.ts'
import type { Classic } from './short-form.ts'
import { personOf } from './sort-names.ts'
import { editionsOf, readersOf } from './trade.ts'

/** Sections for languages that fill one. */
const SECTION_OF_LANGUAGE: Record<string, CategoryHandle> = { de: 'in-german', fr: 'in-french' }

export const classics = (works: readonly Classic[], language = 'en'): Book[] => works.map((work) => classic({ language, ...work }))

function classic(work: Classic & { language: string }): Book {
  const { n, title, subtitle, language, from, year, series, keywords, text, others = [], also = [] } = work
  const handle = work.handle ?? handleOf(title)
  const kind = KINDS[work.kind]
  const abroad: CategoryHandle[] = language === 'en' ? [] : [SECTION_OF_LANGUAGE[language] ?? 'in-other-languages']
  return {
    number: n,
    handle,
    work: work.work ?? { key: `work:${handle}`, title },
    title,
    ...(subtitle !== undefined && { subtitle }),
    language,
    ...(from !== undefined && { originalLanguage: from }),
    firstPublished: year,
    people: [
      ...[work.by].flat().map((name) => personOf(author, name)),
      ...(work.translator === undefined ? [] : [personOf(translator, work.translator)]),
      ...others,
    ],
    ...(series && { series: { name: series[0], position: series[1] } }),
    thema: [...kind.thema],
    bisac: [...kind.bisac],
    keywords: [...keywords],
    categories: [...new Set([...kind.categories, ...also, ...abroad])],
    readers: readersOf(n),
    description: text,
    editions: work.editions ? [...work.editions] : editionsOf(work),
  }
}

/** Latin letters without their marks, joined by hyphens. */
export function handleOf(title: string): string {
  return title.normalize('NFD').toLowerCase().replace(/ß/g, 'ss').replace(/æ/g, 'ae').replace(/œ/g, 'oe').replace(/ø/g, 'o')
    .replace(/\p{M}|['’]/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
}
