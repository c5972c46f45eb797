import { wordsOf } from '@octavo/search-index/analysis'
import { exponent, format as written, money } from '@octavo/money'
import type { ChosenFilters, Reading, SearchSort } from '../contract.ts'
import { amountOf, isYear, rangeOf, type Amount } from './amounts.ts'
import type { Grammar } from './grammar/grammar.ts'
import { identifiersIn } from './identifiers.ts'
import { cut, type Token } from './tokens.ts'

/** What a query says: words to be found, and what was read out of it otherwise. */
export interface ParsedQuery {
  readonly words: readonly string[]
  readonly phrases: readonly string[]
  readonly without: readonly string[]
  readonly readings: readonly Read[]
  /** What follows `by`, which may be a contributor, and the words that are left when it is. */
  readonly by: { readonly name: string; readonly typed: string; readonly words: readonly string[] } | undefined
  readonly identifiers: readonly string[]
}

/** A reading with what it chooses, and the words it was made of. */
export interface Read extends Reading {
  readonly filters?: ChosenFilters
  readonly sort?: SearchSort
}

export interface ParseOptions {
  /** The market's language first. */
  readonly grammars: readonly [Grammar, ...Grammar[]]
  readonly currency: string
  readonly locale: string
  /** Ids of readings that are not to be made. */
  readonly undo: readonly string[]
}

/** What is read at a place, and how many tokens it takes. */
interface Found { readonly read: Read; readonly length: number }

/**
 * Reads a query by the grammars. Readings are taken from left to right, the longest first; what is undone stays words. A query that
 * would be nothing but stop words keeps them.
 */
export function parse(query: string, options: ParseOptions): ParsedQuery {
  const { tokens: all, phrases, without } = cut(query)
  const identifiers = identifiersIn(query)
  const tokens = all.slice(wishLength(all, options.grammars))
  const readings: Read[] = []
  const rest: Token[] = []
  for (let at = 0; at < tokens.length;) {
    const found = readAt(tokens, at, options)
    if (found && !options.undo.includes(found.read.id) && !readings.some(({ id }) => id === found.read.id)) {
      readings.push(found.read)
      at += found.length
    } else rest.push(tokens[at++] as Token)
  }
  return { words: tellingWords(rest, options), phrases, without, readings, by: authorIn(rest, options), identifiers }
}

function tellingWords(tokens: readonly Token[], { grammars }: ParseOptions): string[] {
  const spelt = tokens.flatMap(({ folded }) => wordsOf(folded))
  const telling = spelt.filter((word) => !grammars.some(({ stopWords }) => stopWords.includes(word)))
  return (telling.length > 0 ? telling : spelt).slice(0, mostWords)
}

/** Nobody looks for more words at once, and an engine refuses hundreds. */
const mostWords = 32

/** How many tokens at the beginning only say that something is looked for. */
function wishLength(tokens: readonly Token[], grammars: readonly Grammar[]): number {
  const longest = Math.max(0, ...grammars.map(({ wishes }) => lengthOf(tokens, 0, wishes)))
  return longest < tokens.length ? longest : 0
}

/** How many tokens from `at` are the longest of the phrases; 0 when none fits. */
function lengthOf(tokens: readonly Token[], at: number, phrases: readonly string[]): number {
  const token = tokens[at]
  if (!token) return 0
  const { beginning, whole } = byBeginning(phrases)
  let longest = 0
  for (const words of beginning.get(token.spaced) ?? []) {
    if (words.length > longest && words.every((word, ahead) => tokens[at + ahead]?.spaced === word)) longest = words.length
  }
  // `e-book` is one token and two words.
  return longest === 0 && whole.has(token.spaced) ? 1 : longest
}

interface Phrases { readonly beginning: ReadonlyMap<string, readonly (readonly string[])[]>; readonly whole: ReadonlySet<string> }

const cutPhrases = new WeakMap<readonly string[], Phrases>()

/** Phrases by their first word: a grammar has hundreds, and most begin with none of a query's words. */
function byBeginning(phrases: readonly string[]): Phrases {
  let known = cutPhrases.get(phrases)
  if (!known) {
    known = { beginning: Map.groupBy(phrases.map((phrase) => phrase.split(' ')), ([first = '']) => first), whole: new Set(phrases) }
    cutPhrases.set(phrases, known)
  }
  return known
}

function readAt(tokens: readonly Token[], at: number, options: ParseOptions): Found | undefined {
  const [own] = options.grammars
  let best: Found | undefined
  const offer = (found: Found | undefined): void => { if (found && found.length > (best?.length ?? 0)) best = found }
  for (const grammar of options.grammars) {
    offer(listed(tokens, at, grammar.formats, (format) => ({ id: `format:${format}`, kind: 'format', label: own.labels.format[format] ?? format, filters: { format: [format] } })))
    offer(listed(tokens, at, grammar.conditions, (condition) => ({ id: `condition:${condition}`, kind: 'condition', label: own.labels.condition[condition] ?? condition, filters: { condition: condition === 'used' ? usedConditions : [condition] } })))
    offer(listed(tokens, at, grammar.availability, (availability) => ({ id: `availability:${availability}`, kind: 'availability', label: own.labels.availability[availability] ?? availability, filters: { availability: ['in_stock', 'low_stock'] } })))
    offer(listed(tokens, at, grammar.sorts, (sort) => ({ id: `sort:${sort}`, kind: 'sort', label: own.labels.sort[sort] ?? sort, sort: sort as SearchSort })))
    offer(languageAt(tokens, at, grammar, options))
    offer(priceAt(tokens, at, grammar, options))
    offer(yearAt(tokens, at, grammar, own))
    offer(withoutAt(tokens, at, grammar, own))
  }
  return best
}

const usedConditions = ['used_like_new', 'used_very_good', 'used_good', 'used_acceptable']

type Told = Omit<Read, 'words'>
const taking = (tokens: readonly Token[], at: number, length: number, told: Told): Found => ({ length, read: { ...told, words: tokens.slice(at, at + length).map(({ raw }) => raw).join(' ') } })

function listed(tokens: readonly Token[], at: number, phrases: Readonly<Record<string, readonly string[]>>, told: (key: string) => Told): Found | undefined {
  let best: Found | undefined
  for (const [key, some] of Object.entries(phrases)) {
    const length = lengthOf(tokens, at, some)
    if (length > (best?.length ?? 0)) best = taking(tokens, at, length, told(key))
  }
  return best
}

/** `in German`, `German edition`: a language's name alone may be a subject. */
function languageAt(tokens: readonly Token[], at: number, grammar: Grammar, { locale }: ParseOptions): Found | undefined {
  const before = lengthOf(tokens, at, grammar.inLanguage)
  for (const [language, names] of Object.entries(grammar.languages)) {
    const length = lengthOf(tokens, at + before, names)
    if (length === 0) continue
    const after = lengthOf(tokens, at + before + length, grammar.languageNouns)
    if (before + after === 0) continue
    const label = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language
    return taking(tokens, at, before + length + after, { id: `language:${language}`, kind: 'language', label, filters: { language: [language] } })
  }
  return undefined
}

function priceAt(tokens: readonly Token[], at: number, grammar: Grammar, options: ParseOptions): Found | undefined {
  const own = options.grammars[0].labels
  const [one, two] = [lengthOf(tokens, at, grammar.priceTo), lengthOf(tokens, at, grammar.priceFrom)]
  const between = lengthOf(tokens, at, grammar.between)
  const range = rangeAt(tokens, at + between, grammar, options)
  if (range && (between > 0 || range.sure)) {
    const [from, to] = [minor(range.from, options), minor(range.to, options)]
    return taking(tokens, at, between + range.length, { id: `price:${from}-${to}`, kind: 'price', label: own.priceBetween(priced(from, options), priced(to, options)), filters: { priceFrom: from, priceTo: to } })
  }
  const length = Math.max(one, two)
  if (length === 0) return undefined
  const found = sumAt(tokens, at + length, grammar, options)
  if (!found || isYear(found.amount)) return undefined
  const sum = minor(found.amount, options)
  return one >= two
    ? taking(tokens, at, length + found.length, { id: `price:-${sum}`, kind: 'price', label: own.priceTo(priced(sum, options)), filters: { priceTo: sum } })
    : taking(tokens, at, length + found.length, { id: `price:${sum}-`, kind: 'price', label: own.priceFrom(priced(sum, options)), filters: { priceFrom: sum } })
}

/** Two amounts with a dash or an `and` between; `sure` when nothing else is meant by it. */
function rangeAt(tokens: readonly Token[], at: number, grammar: Grammar, options: ParseOptions): { from: Amount; to: Amount; length: number; sure: boolean } | undefined {
  const glued = rangeOf(tokens[at]?.folded ?? '')
  if (glued) {
    const [from, to] = glued
    const named = lengthOf(tokens, at + 1, Object.values(grammar.currencies).flat())
    return isYear(from) || !isHere(from, options) || !isHere(to, options) ? undefined : { from, to, length: 1 + named, sure: from.currency !== undefined || to.currency !== undefined || named > 0 || to.value < 1000 }
  }
  const from = sumAt(tokens, at, grammar, options)
  const joined = from ? lengthOf(tokens, at + from.length, grammar.and) : 0
  const to = from && joined > 0 ? sumAt(tokens, at + from.length + joined, grammar, options) : undefined
  if (!from || !to || isYear(from.amount) || from.amount.value > to.amount.value) return undefined
  return { from: from.amount, to: to.amount, length: from.length + joined + to.length, sure: from.sure || to.sure }
}

/** An amount with its currency's name behind it, perhaps; one in another currency than the market's is none. */
function sumAt(tokens: readonly Token[], at: number, grammar: Grammar, options: ParseOptions): { amount: Amount; length: number; sure: boolean } | undefined {
  const amount = amountOf(tokens[at]?.folded ?? '')
  if (!amount || !isHere(amount, options)) return undefined
  for (const [currency, names] of Object.entries(grammar.currencies)) {
    const length = lengthOf(tokens, at + 1, names)
    if (length > 0) return currency === options.currency ? { amount: { ...amount, currency }, length: 1 + length, sure: true } : undefined
  }
  return { amount, length: 1, sure: amount.currency !== undefined }
}

const isHere = ({ currency }: Amount, options: ParseOptions): boolean => currency === undefined || currency === options.currency
const minor = ({ value }: Amount, { currency }: ParseOptions): number => Math.round(value * 10 ** exponent(currency))
const priced = (amountMinor: number, { currency, locale }: ParseOptions): string => written(money(amountMinor, currency), locale)

function yearAt(tokens: readonly Token[], at: number, grammar: Grammar, own: Grammar): Found | undefined {
  const ways = [['yearTo', lengthOf(tokens, at, grammar.yearTo)], ['yearFrom', lengthOf(tokens, at, grammar.yearFrom)], ['yearIn', lengthOf(tokens, at, grammar.yearIn)]] as const
  const [way, length] = ways.reduce((a, b) => (b[1] > a[1] ? b : a))
  const amount = length > 0 ? amountOf(tokens[at + length]?.folded ?? '') : undefined
  if (!amount || !isYear(amount)) return undefined
  const [from, to] = [way === 'yearTo' ? undefined : amount.value, way === 'yearFrom' ? undefined : amount.value]
  return taking(tokens, at, length + 1, { id: `year:${from ?? ''}-${to ?? ''}`, kind: 'year', label: own.labels.year(from, to), filters: { ...(from !== undefined && { yearFrom: from }), ...(to !== undefined && { yearTo: to }) } })
}

/** `without a stand`: the word says what is not wanted, so that it must not count as wanted. */
function withoutAt(tokens: readonly Token[], at: number, grammar: Grammar, own: Grammar): Found | undefined {
  const length = lengthOf(tokens, at, grammar.without)
  if (length === 0 || at === 0) return undefined
  const said = tokens.slice(at + length)
  const end = said.findIndex(({ folded }) => !grammar.stopWords.includes(folded))
  if (end < 0) return undefined
  const words = said.slice(0, end + 1).map(({ raw }) => raw).join(' ')
  return taking(tokens, at, length + end + 1, { id: `without:${words.toLowerCase()}`, kind: 'without', label: own.labels.without(words) })
}

/** What follows `by` up to the end. */
function authorIn(rest: readonly Token[], options: ParseOptions): ParsedQuery['by'] {
  for (let at = 0; at < rest.length - 1; at++) {
    for (const { by } of options.grammars) {
      const length = lengthOf(rest, at, by)
      if (length === 0 || at + length >= rest.length) continue
      const typed = (tokens: readonly Token[]): string => tokens.map(({ raw }) => raw).join(' ')
      return { name: typed(rest.slice(at + length)), typed: typed(rest.slice(at)), words: at === 0 ? [] : tellingWords(rest.slice(0, at), options).filter((word) => !options.grammars.some(({ goods }) => goods.includes(word))) }
    }
  }
  return undefined
}
