import { stemsOf, wordsOf } from '../analysis/analysis.ts'
import { textFields, type Term, type TextField, type TextQuery } from '../port.ts'

type Clause = Record<string, unknown>

/** A text query of exact terms: nothing people type is read as a query language. Undefined when nothing in it can be looked for. */
export function textClause({ terms, minimum, phrases, without, fields = textFields, weights }: TextQuery, languages: readonly string[]): Clause | undefined {
  const fitting = terms.map((term) => termClause(term, fields, weights, languages)).filter((clause) => clause !== undefined)
  const exact = phrases.map((phrase) => sequence(phrase, fields, weights, languages)).filter((clause) => clause !== undefined)
  if (fitting.length + exact.length === 0) return undefined
  const not = without.map((words) => sequence(words, fields, weights, languages)).filter((clause) => clause !== undefined)
  return { bool: { must: [...(fitting.length ? [{ bool: { should: fitting, minimum_should_match: Math.max(1, Math.min(minimum, fitting.length)) } }] : []), ...exact], must_not: not } }
}

const either = (clauses: readonly Clause[]): Clause | undefined => (clauses.length > 0 ? { bool: { should: clauses, minimum_should_match: 1 } } : undefined)

function termClause({ any, prefix }: Term, fields: readonly TextField[], weights: TextQuery['weights'], languages: readonly string[]): Clause | undefined {
  return either(any.flatMap((words) => [sequence(words, fields, weights, languages), prefix ? beginning(words, fields, weights) : undefined].filter((clause) => clause !== undefined)))
}

function sequence(text: string, fields: readonly TextField[], weights: TextQuery['weights'], languages: readonly string[]): Clause | undefined {
  const words = wordsOf(text)
  if (words.length === 0) return undefined
  if (words.length === 1) {
    const stems = stemsOf(words[0] as string, languages)
    // The forms of one word count once: the best of them.
    return either(fields.map((field) => ({ dis_max: { queries: stems.map((stem) => ({ term: { [field]: { value: stem, boost: weights[field] } } })) } })))
  }
  const forms = [...new Set(languages.map((language) => words.map((word) => stemsOf(word, [language])[0]).join(' ')))]
  return either(fields.flatMap((field) => forms.map((query) => ({ match_phrase: { [field]: { query, boost: weights[field] } } }))))
}

function beginning(text: string, fields: readonly TextField[], weights: TextQuery['weights']): Clause | undefined {
  const last = wordsOf(text).at(-1)
  return last === undefined ? undefined : either(fields.map((field) => ({ prefix: { [field]: { value: last, boost: weights[field] } } })))
}
