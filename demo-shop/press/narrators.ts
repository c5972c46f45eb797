/** Readers who do not exist, by the language they read in. */
import { narrator, type Person } from './book.ts'
import { personOf } from './sort-names.ts'

const ENGLISH = ['Ruth Penhallow', 'Samuel Oduya', 'Imogen Hartley', 'Callum Reid', 'Priya Nandakumar', 'Josephine Marlow']
const ABROAD: Record<string, readonly string[]> = {
  de: ['Anselm Vogt', 'Theresa Kolb', 'Henrike Ostwald'],
  fr: ['Hélène Marchetti', 'Bastien Lorrain'],
  es: ['Tomás Arrieta', 'Lucía Ferrer'],
  it: ['Ottavia Brandi', 'Renzo Maltesi'],
  pt: ['Inês Valadares'],
  ru: ['Вера Холмская'],
  ja: ['水野遥'],
}

export function narratorOf(language: string, n: number): Person {
  const names = ABROAD[language] ?? ENGLISH
  return personOf(narrator, names[n % names.length] as string)
}
