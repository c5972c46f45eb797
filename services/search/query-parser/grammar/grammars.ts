import { de } from './de.ts'
import { en } from './en.ts'
import type { Grammar } from './grammar.ts'

/** A language is a file of the grammar's shape. */
export const grammars: readonly Grammar[] = [en, de]

/** The market's own first: a word that both know is read in its sense. */
export function grammarsFor(locale: string): readonly [Grammar, ...Grammar[]] {
  const own = grammars.find(({ language }) => locale.startsWith(language)) ?? en
  return [own, ...grammars.filter((other) => other !== own)]
}
