import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { textFields, type TextQuery } from '../port.ts'
import { expressionOf } from './expression.ts'

/** FTS5 scores so many at most: it takes ten times as long for each as to find it. */
export const mostScored = 8_192
/** Found between two looks at the clock, at first. */
export const firstFound = 8_192

export interface Found {
  /** Whether the time was enough. */
  readonly inTime: boolean
  /** Whether what was found has a score: what very many have tells them apart no more. */
  readonly scored: boolean
}

/** Finds what has the words of a query in FTS5's table `words`. */
export class Matches {
  readonly #db: DatabaseSync
  /** By the weights of the fields. */
  readonly #scoring = new Map<string, StatementSync>()
  readonly #counting: StatementSync
  readonly #finding: StatementSync

  constructor(db: DatabaseSync) {
    this.#db = db
    this.#counting = this.#prepare('select count(*) from (select 1 from words where words match ? limit ?)')
    // Numbers leave the engine as one text: a row for each would cost twice as much as finding it.
    this.#finding = this.#prepare('select json_group_array(no) from (select rowid as no from words where words match ? and rowid > ? limit ?)')
  }

  /**
   * Products that have the words, each by its number with its score. Where very many have all that is asked, or no score is wanted, they
   * come without. Where a part of the words is enough and very many have one, only the rarest of the words are looked for.
   * @param frequencyOf in how many products a word stands
   * @param until on the clock of `Date.now`; what is found until then is given
   */
  find(text: TextQuery, { languages, frequencyOf, wantsScores, until }: { languages: readonly string[]; frequencyOf: (words: string) => number; wantsScores: boolean; until: number }, found: (no: number, score: number) => void): Found {
    const expression = expressionOf(text, languages)
    if (expression === undefined) return { inTime: true, scored: true }
    if (!wantsScores) return { inTime: this.#number(expression, until, found), scored: false }
    if (this.#isFew(expression)) { this.#score(expression, text, found); return { inTime: true, scored: true } }
    const rarest = text.minimum < text.terms.length ? expressionOf(rarestOf(text, frequencyOf), languages) : undefined
    if (rarest === undefined) return { inTime: this.#number(expression, until, found), scored: false }
    this.#score(rarest, text, found)
    return { inTime: true, scored: true }
  }

  #isFew(expression: string): boolean {
    const [[count]] = this.#counting.all(expression, mostScored + 1) as unknown as [[number]]
    return count <= mostScored
  }

  #score(expression: string, { weights }: TextQuery, found: (no: number, score: number) => void): void {
    const key = textFields.map((field) => weights[field]).join(', ')
    let statement = this.#scoring.get(key)
    if (!statement) {
      statement = this.#prepare(`select rowid, -bm25(words, ${key}) from words where words match ? limit ${mostScored}`)
      this.#scoring.set(key, statement)
    }
    for (const [no, score] of statement.all(expression) as unknown as [number, number][]) found(no, score)
  }

  /** FTS5 cannot be stopped, so it is asked for some at a time, each time for more; whether the time was enough. */
  #number(expression: string, until: number, found: (no: number, score: number) => void): boolean {
    for (let [after, some] = [0, firstFound]; ; some *= 4) {
      const [[numbers]] = this.#finding.all(expression, after, some) as unknown as [[string]]
      const nos = JSON.parse(numbers) as number[]
      for (let at = 0; at < nos.length; at++) found(nos[at] as number, 0)
      if (nos.length < some) return true
      if (Date.now() > until) return false
      after = nos.at(-1) as number
    }
  }

  #prepare(text: string): StatementSync {
    const statement = this.#db.prepare(text)
    statement.setReturnArrays(true)
    return statement
  }
}

/** Of words of which a part is enough, the rarest that not too many have, one at least: what has only the others says little. */
function rarestOf(text: TextQuery, frequencyOf: (words: string) => number): TextQuery {
  const byRarity = text.terms.map((term) => ({ term, times: term.any.reduce((sum, words) => sum + frequencyOf(words), 0) })).sort((a, b) => a.times - b.times)
  let sum = 0
  const kept = byRarity.filter(({ times }, at) => { sum += times; return at === 0 || sum <= mostScored }).map(({ term }) => term)
  return { ...text, terms: kept, minimum: Math.max(1, text.minimum - (text.terms.length - kept.length)) }
}
