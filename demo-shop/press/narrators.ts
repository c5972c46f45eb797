/** Readers who do not exist, by the language they read in. */
import { narrator, type Person } from './book.ts'
import { personOf } from './sort-names.ts'

const NARRATORS: Record<string, readonly string[]> = {
  en: ['Ruth Penhallow', 'Samuel Oduya', 'Imogen Hartley', 'Callum Reid', 'Priya Nandakumar', 'Josephine Marlow'],
  de: ['Anselm Vogt', 'Theresa Kolb', 'Henrike Ostwald'],
  fr: ['Hélène Marchetti', 'Bastien Lorrain'],
  es: ['Tomás Arrieta', 'Lucía Ferrer'],
  it: ['Ottavia Brandi', 'Renzo Maltesi'],
  pt: ['Inês Valadares'],
  ru: ['Вера Холмская'],
  ja: ['水野遥'],
}

export function narratorOf(language: string, n: number): Person {
  const names = NARRATORS[language] ?? NARRATORS['en'] ?? []
  return personOf(narrator, names[n % names.length] as string)
}
