import stemmers from 'snowball-stemmers'
import { wordsOf } from './words.ts'

/** Languages that have a stemmer, by ISO 639-1. */
const names: Readonly<Record<string, string>> = {
  en: 'english', de: 'german', fr: 'french', es: 'spanish', it: 'italian', nl: 'dutch', pt: 'portuguese', sv: 'swedish', da: 'danish',
  no: 'norwegian', fi: 'finnish', ru: 'russian', hu: 'hungarian', ro: 'romanian', tr: 'turkish',
}
/** Kept so that a word is stemmed once; a language has so many. */
const mostKept = 50_000
/** Languages are named by whoever brings goods. */
const mostNames = 1_000

interface Stemmer { readonly stem: (word: string) => string; readonly known: Map<string, string> }
const open = new Map<string, Stemmer | null>()
/** By a language as it is named: a word is stemmed too often for its code to be cut each time. */
const named = new Map<string, Stemmer | null>()

function stemmerOf(language: string): Stemmer | null {
  const known = named.get(language)
  if (known !== undefined) return known
  const code = language.slice(0, 2).toLowerCase()
  let stemmer = open.get(code)
  if (stemmer === undefined) {
    const name = names[code]
    if (name === undefined) stemmer = null
    else {
      const made = stemmers.newStemmer(name)
      stemmer = { stem: (word) => made.stem(word), known: new Map() }
    }
    open.set(code, stemmer)
  }
  if (named.size >= mostNames) named.clear()
  named.set(language, stemmer)
  return stemmer
}

/** The stem of a folded word in a language (Snowball, snowballstem.org); the word itself where there is no stemmer. */
export function stemOf(word: string, language: string): string {
  const stemmer = stemmerOf(language)
  if (!stemmer) return word
  let stem = stemmer.known.get(word)
  if (stem === undefined) {
    stem = stemmer.stem(word)
    if (stemmer.known.size >= mostKept) stemmer.known.clear()
    stemmer.known.set(word, stem)
  }
  return stem
}

/** What a text is indexed as: its words' stems, one blank between them. */
export const stemmedText = (text: string, language: string): string => wordsOf(text).map((word) => stemOf(word, language)).join(' ')

/** Every form a word may be indexed as in these languages. */
export function stemsOf(word: string, languages: readonly string[]): string[] {
  const stems: string[] = []
  for (const language of languages) {
    const stem = stemOf(word, language)
    if (!stems.includes(stem)) stems.push(stem)
  }
  if (!stems.includes(word)) stems.push(word)
  return stems
}
