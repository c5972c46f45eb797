import { en } from './en.ts'

/** Everything that pages say, in one language. A language is a file with this shape. */
export type Texts = typeof en

const catalogue: Readonly<Record<string, Texts>> = { en }

/** The texts nearest to a locale, and the locale that goes with them: the market's own, or the fallback's language with the market's region. */
export function textsFor(locale: string): { texts: Texts; locale: string } {
  const [language = 'en', ...rest] = locale.split('-')
  const texts = catalogue[language]
  return texts ? { texts, locale } : { texts: en, locale: ['en', ...rest].join('-') }
}
