import type { Edition } from './edition.ts'

type Subject = Edition['subjects'][number]

/** Subjects by scheme of list 27 (and 26): BISAC, Thema with its qualifiers, BIC where nothing better is said, and keywords. */
export function subjectsOf(given: readonly { readonly scheme: string | undefined; readonly code: string | undefined; readonly heading: string | undefined }[]): Subject[] {
  const subjects: Subject[] = []
  for (const { scheme, code, heading } of given) {
    if (scheme === '20') subjects.push(...keywordsIn(heading ?? code ?? ''))
    else if (code !== undefined && (scheme === '10' || scheme === '11')) subjects.push({ scheme: 'bisac', code, ...label(heading) })
    else if (code !== undefined && scheme !== undefined && scheme >= '93' && scheme <= '99') subjects.push({ scheme: 'thema', code, ...label(heading) })
  }
  const seen = new Set<string>()
  return subjects.filter(({ scheme, code }) => seen.size !== seen.add(`${scheme} ${code}`).size).slice(0, 200)
}

/** Divided by semicolons; suppliers also take commas. */
const keywordsIn = (text: string): Subject[] =>
  (text.includes(';') ? text.split(';') : text.split(',')).map((word) => word.trim()).filter((word) => word !== '' && word.length <= 200).map((code) => ({ scheme: 'keyword', code }))

const label = (heading: string | undefined): { label?: string } => (heading === undefined ? {} : { label: heading.slice(0, 300) })
