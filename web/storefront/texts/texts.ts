import { de } from './de.ts'
import { en, type Texts } from './en.ts'

export type { Texts } from './en.ts'

const catalogue: Readonly<Record<string, Texts>> = { en, de }

/** The texts nearest to a locale, and the locale that goes with them: the market's own, or the fallback's language with the market's region. */
export function textsFor(locale: string): { texts: Texts; locale: string } {
  const [language = 'en', ...rest] = locale.split('-')
  const texts = catalogue[language]
  return texts ? { texts, locale } : { texts: en, locale: ['en', ...rest].join('-') }
}
