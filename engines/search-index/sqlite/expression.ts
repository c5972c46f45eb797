import { stemsOf, wordsOf } from '../analysis/analysis.ts'
import type { Term, TextQuery } from '../port.ts'

/** More terms than this are asked all or any: the ways to leave some out grow too many. */
const mostCombined = 6

/**
 * A text query in FTS5's language (sqlite.org/fts5.html, 3), made of quoted words only, so that nothing people type is an operator.
 * Undefined when nothing in it can be looked for.
 */
export function expressionOf({ terms, minimum, phrases, without, fields }: Pick<TextQuery, 'terms' | 'minimum' | 'phrases' | 'without' | 'fields'>, languages: readonly string[]): string | undefined {
  const fitting = terms.map((term) => termOf(term, languages)).filter((term) => term !== undefined)
  const exact = phrases.map((phrase) => sequence(phrase, languages)).filter((phrase) => phrase !== undefined)
  const all = [...(fitting.length ? [some(fitting, Math.min(minimum, fitting.length))] : []), ...exact]
  if (all.length === 0) return undefined
  const not = without.map((words) => sequence(words, languages)).filter((words) => words !== undefined)
  const wanted = all.map((part) => `(${part})`).join(' AND ')
  const within = fields ? `{${fields.join(' ')}} : (${wanted})` : wanted
  return not.length ? `(${within}) NOT (${not.map((part) => `(${part})`).join(' OR ')})` : within
}

function some(terms: readonly string[], minimum: number): string {
  if (minimum === terms.length) return terms.map((term) => `(${term})`).join(' AND ')
  if (minimum <= 1 || terms.length > mostCombined) return terms.map((term) => `(${term})`).join(' OR ')
  return combinations(terms, minimum).map((some) => `(${some.map((term) => `(${term})`).join(' AND ')})`).join(' OR ')
}

function combinations(terms: readonly string[], size: number): string[][] {
  if (size === 0) return [[]]
  return terms.flatMap((term, at) => combinations(terms.slice(at + 1), size - 1).map((rest) => [term, ...rest]))
}

function termOf({ any, prefix }: Term, languages: readonly string[]): string | undefined {
  const alternatives = any.map((words) => (prefix ? beginning(words, languages) : sequence(words, languages))).filter((one) => one !== undefined)
  return alternatives.length ? [...new Set(alternatives)].join(' OR ') : undefined
}

const quoted = (word: string): string => `"${word}"`

/** Words that follow one another, each in any of its forms. */
function sequence(text: string, languages: readonly string[]): string | undefined {
  const words = wordsOf(text)
  if (words.length === 0) return undefined
  if (words.length === 1) return stemsOf(words[0] as string, languages).map(quoted).join(' OR ')
  // Forms of one language go together.
  return [...new Set(languages.map((language) => words.map((word) => quoted(stemsOf(word, [language])[0] as string)).join(' + ')))].join(' OR ')
}

function beginning(text: string, languages: readonly string[]): string | undefined {
  const words = wordsOf(text)
  const last = words.at(-1)
  if (last === undefined) return undefined
  const forms = stemsOf(last, languages).map(quoted)
  return [`${quoted(last)} *`, ...forms].join(' OR ')
}
