import { wordsOf } from '@octavo/search-index/analysis'
import type { SearchAnswer, SearchIndex, Term } from '@octavo/search-index'
import type { ChosenFilters, SearchAnswer as SearchAnswerTold } from '../contract.ts'
import { parse, type ParsedQuery, type Read } from '../query-parser/parse.ts'
import { asked, identified, joined, weights, type Wanted } from './asking.ts'
import { alias } from './indexer.ts'
import { corrected, rare, respelt, speller, titleNear } from './respelling.ts'

/** What was found, and by which reading of the query. */
export interface Finding {
  readonly answer: SearchAnswer
  /** How many of what was found has all the words; what has some of them stands behind. */
  readonly complete: number
  readonly readings: readonly Read[]
  /** Those that found nothing. */
  readonly undone: readonly Read[]
  readonly words: readonly string[]
  readonly filters: ChosenFilters
  readonly matching: SearchAnswerTold['matching']
  readonly didYouMean: string | undefined
  readonly corrected: boolean
  /** Nothing says that only these are wanted, as an identifier, a phrase or a minus does. */
  readonly open: boolean
  /** Whose title is the query: to be ranked, however many have its words. */
  readonly called: readonly string[]
}

/**
 * Looks for what was asked, and when nothing is found asks for less: all words as read, all words with nothing read out of them, the
 * words with one reading less, the last word as a beginning, the words in another spelling, most of them, any of them, and what people like.
 */
export async function find(index: SearchIndex, wanted: Wanted): Promise<Finding> {
  const parsed = await withAuthor(index, parse(wanted.query, wanted.parsing), wanted)
  const exact = await index.identify(alias, [...parsed.identifiers, `title:${wordsOf(wanted.query).join(' ')}`])
  // A title that is the query says that nothing is to be read out of it.
  const plain = exact.length > 0 || parsed.readings.length > 0 ? parse(wanted.query, { ...wanted.parsing, undo: [...wanted.parsing.undo, ...parsed.readings.map(({ id }) => id)] }) : parsed
  const first = exact.length > 0 || await isCalledSo(index, parsed, plain, wanted) ? plain : parsed
  const ask = (read: ParsedQuery, terms: readonly Term[], minimum = terms.length): Promise<SearchAnswer> => asked(index, wanted, read, terms, minimum)
  const told = (answer: SearchAnswer, read: ParsedQuery, more: Partial<Finding> = {}): Finding => ({ answer, complete: answer.total.value, readings: read.readings, undone: [], words: read.words, filters: joined(wanted.chosen, read.readings), matching: 'all', didYouMean: undefined, corrected: false, open: isOpen(read), called: isOpen(read) && parsed.identifiers.length === 0 ? exact : [], ...more })

  const filledUp = async (answer: SearchAnswer, read: ParsedQuery): Promise<SearchAnswer> => {
    const terms = wanted.synonyms(read.words)
    return terms.length < 2 || answer.ids.length >= enough || wanted.sort !== undefined || read.readings.some(({ sort }) => sort) ? answer : filling(answer, await asked(index, wanted, read, terms, Math.ceil(terms.length / 2), []))
  }

  const spelled = speller(index)

  if (exact.length > 0 && parsed.identifiers.length > 0) return told(await identified(index, wanted, exact), { ...plain, readings: [] }, { open: false })
  const answer = await ask(first, wanted.synonyms(first.words))
  // A word that is there and hardly is in as few products as it is found in.
  const spelling = wanted.verbatim || first.words.length === 0 || answer.total.value > rare ? undefined : corrected(first.words, await spelled(first.words))
  if (answer.total.value > 0) return told(await filledUp(answer, first), first, {
    complete: answer.total.value, didYouMean: spelling?.better ? respelt(wanted.query, first.words, spelling.words) : undefined })

  if (plain !== first && plain.words.length > 0) {
    const literally = await ask(plain, wanted.synonyms(plain.words))
    if (literally.total.value > 0) return told(literally, plain)
  }
  const meant = wanted.verbatim ? undefined : await titleNear(index, wanted.query, spelled)
  if (meant) {
    const read = parse(meant, { ...wanted.parsing, undo: parse(meant, wanted.parsing).readings.map(({ id }) => id) })
    const titled = await ask(read, wanted.synonyms(read.words))
    if (titled.total.value > 0) return told(await filledUp(titled, read), read, { complete: titled.total.value, didYouMean: meant, corrected: true })
  }
  for (const readings of first.words.length > 0 ? fewer(first.readings) : []) {
    const less = await ask({ ...first, readings }, wanted.synonyms(first.words))
    if (less.total.value > 0) return told(less, { ...first, readings }, { undone: first.readings.filter((read) => !readings.includes(read)) })
  }
  const beginning = first.words.map((word, at): Term => ({ any: [word], prefix: at === first.words.length - 1 && word.length > 1 }))
  if (beginning.length > 0) {
    const begun = await ask(first, beginning)
    if (begun.total.value > 0) return told(begun, first)
  }
  if (spelling) {
    const respelling = await ask(first, wanted.synonyms(spelling.words))
    if (respelling.total.value > 0) return told(respelling, { ...first, words: spelling.words }, { didYouMean: respelt(wanted.query, first.words, spelling.words), corrected: true })
  }
  const words = spelling?.words ?? first.words
  for (const [matching, minimum] of [['most', Math.ceil(words.length * 0.6)], ['any', 1]] as const) {
    if (words.length < 2 || minimum >= words.length) continue
    for (const read of plain === first ? [first] : [first, plain]) {
      const some = read === plain && plain !== first ? plain.words : words
      const terms = wanted.synonyms(some)
      const relaxed = await ask(read, terms, Math.min(minimum, terms.length))
      if (relaxed.total.value > 0) return told(relaxed, { ...read, words: some }, { matching, ...(spelling && { didYouMean: respelt(wanted.query, first.words, spelling.words), corrected: true }) })
    }
  }
  const popular = await asked(index, { ...wanted, sort: 'featured' }, { ...first, phrases: [], without: [], readings: [] }, [], 0)
  return told(popular, { ...first, readings: [] }, { matching: 'popular' })
}

const isOpen = ({ phrases, without }: ParsedQuery): boolean => phrases.length + without.length === 0

/** Titles that have all the words, those of a format or condition too, say that these are part of a name: a `Kindle Fire` is no e-book about fire. */
async function isCalledSo(index: SearchIndex, parsed: ParsedQuery, plain: ParsedQuery, { request, leftMs }: Wanted): Promise<boolean> {
  if (plain.words.length < 2 || !parsed.readings.some(({ kind }) => kind === 'format' || kind === 'condition')) return false
  const terms = plain.words.map((word): Term => ({ any: [word] }))
  const { total } = await index.search(alias, { ...request, withinMs: leftMs(), text: { terms, minimum: terms.length, phrases: [], without: [], fields: ['title'], weights }, filters: { chosen: {} }, sort: 'popularity', limit: 1, top: 0, facets: [] })
  return total.value > 0
}

/** A few hits are followed by what has some of the words; the facets stay those of the hits. */
function filling(answer: SearchAnswer, some: SearchAnswer): SearchAnswer {
  const there = new Set(answer.ids)
  const scores = new Map(some.ids.map((id, at) => [id, some.scores[at] ?? 0]))
  const more = some.ids.filter((id) => !there.has(id)).slice(0, enough - answer.ids.length)
  const added = new Set(more)
  const ids = [...answer.ids, ...more]
  return { ...answer, ids, scores: ids.map((id) => scores.get(id) ?? 0), hits: [...answer.hits, ...some.hits.filter(({ product }) => added.has(product.id))], total: { value: ids.length, exact: true } }
}

/** Without one of the readings that narrow, and without all of them. */
function fewer(readings: readonly Read[]): Read[][] {
  const narrowing = readings.filter(({ filters }) => filters)
  const single = narrowing.map((one) => readings.filter((read) => read !== one)).toReversed()
  return narrowing.length > 1 ? [...single, readings.filter((read) => !narrowing.includes(read))] : single
}

/** `by` somebody the index knows is a reading, unless it was undone. */
async function withAuthor(index: SearchIndex, parsed: ParsedQuery, { parsing }: Wanted): Promise<ParsedQuery> {
  if (!parsed.by) return parsed
  const known = await index.named(alias, 'contributor', parsed.by.name)
  if (!known || parsing.undo.includes(`contributor:${known.value}`)) return parsed
  const { label = known.value } = known
  const read: Read = { id: `contributor:${known.value}`, kind: 'contributor', label: parsing.grammars[0].labels.by(label), words: parsed.by.typed, filters: { contributor: [known.value] } }
  return { ...parsed, words: parsed.by.words, readings: [...parsed.readings, read] }
}

/** With fewer hits than this, what has some of the words follows. */
const enough = 60
