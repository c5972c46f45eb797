import { stemsOf, wordsOf } from '../analysis/analysis.ts'
import type { Term, TextQuery } from '../port.ts'
import type { Columns } from './columns.ts'
import type { Value } from './values.ts'

/** A title of so many words is of common length, by which BM25 weighs. */
const commonLength = 6

/**
 * How much products are called what was asked: the words that stand in the title, in names and in series, by their fields' weights, those of
 * short titles more. Stands in for FTS5's score where very many have the words, so that the most asked for are told apart by this alone.
 */
export function calledScores(columns: Columns, { terms, weights }: Pick<TextQuery, 'terms' | 'weights'>, languages: readonly string[]): (no: number) => number {
  const wanted = terms.map((term) => formsOf(term, languages))
  const formsOfLabel = new Map<number, ReadonlySet<string>>()
  const labelled = (number: number): ReadonlySet<string> => {
    let forms = formsOfLabel.get(number)
    if (!forms) { forms = formsIn((columns.values.all[number] as Value).label, languages); formsOfLabel.set(number, forms) }
    return forms
  }
  return (no) => {
    const { valueStart, valueCount, product, values, titles } = columns
    const title = titles[no] as string
    const titled = formsIn(title, languages)
    const short = 2.2 / (1 + 1.2 * (0.25 + 0.75 * (title.split(' ').length / commonLength)))
    let score = 0
    for (const alternatives of wanted) if (stands(alternatives, titled)) score += weights.title * short
    for (let at = valueStart[no] as number, end = at + (valueCount[no] as number); at < end; at++) {
      const number = product[at] as number
      const { facet } = values.all[number] as Value
      if (facet !== 'contributor' && facet !== 'series') continue
      const forms = labelled(number)
      for (const alternatives of wanted) if (stands(alternatives, forms)) score += facet === 'series' ? weights.series : weights.contributors
    }
    return score
  }
}

/** Each of a term's alternatives as the forms of its words. */
type Alternatives = readonly (readonly (readonly string[])[])[]

const formsOf = ({ any }: Term, languages: readonly string[]): Alternatives => any.map((words) => wordsOf(words).map((word) => stemsOf(word, languages)))
const formsIn = (text: string, languages: readonly string[]): ReadonlySet<string> => new Set(wordsOf(text).flatMap((word) => stemsOf(word, languages)))
const stands = (alternatives: Alternatives, there: ReadonlySet<string>): boolean => alternatives.some((words) => words.length > 0 && words.every((forms) => forms.some((form) => there.has(form))))
