import { de } from './de.ts'
import { en, type MailWords } from './en.ts'

export type { MailWords } from './en.ts'

const catalogue: Readonly<Record<string, MailWords>> = { en, de }

/** The words nearest to a locale: its language's, else English. */
export const wordsIn = (locale: string): MailWords => catalogue[locale.split('-')[0] ?? 'en'] ?? en
