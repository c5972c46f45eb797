import type { Text } from '../port.ts'

/** Letters of a piece of a word. Four told related words best, by trial on the goods of a general store. */
const pieceLetters = 4
/** A piece counts for half of its word. */
const pieceWeight = 0.5
/** Words beyond this are not read: a vector of a whole book says no more than one of its first pages. */
const mostWords = 2_000
const mostLetters = 40

/**
 * What a text is made of, each with how often (by its part's weight): words without case and accents, and their pieces of four letters
 * with the word's ends marked, so that `whale`, `whales` and `whaling` share most of what they are, and so does a misspelling.
 */
export function featuresOf(text: Text): Map<string, number> {
  const features = new Map<string, number>()
  const add = (feature: string, weight: number): void => { features.set(feature, (features.get(feature) ?? 0) + weight) }
  let left = mostWords
  for (const { words, weight } of text) {
    for (const word of wordsOf(words)) {
      if (left-- === 0) return features
      add(word, weight)
      const ended = `_${word}_`
      if (word.length >= pieceLetters) for (let at = 0; at + pieceLetters <= ended.length; at++) add(`#${ended.slice(at, at + pieceLetters)}`, weight * pieceWeight)
    }
  }
  return features
}

function* wordsOf(text: string): Generator<string> {
  for (const [word] of text.slice(0, mostWords * 8).normalize('NFKD').replaceAll(/[\p{M}'’]/gu, '').toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) yield word.slice(0, mostLetters)
}
