import { stemsOf, wordsOf } from '@octavo/search-index/analysis'
import type { Segment } from '../contract.ts'

const word = /[\p{L}\p{N}'’]+/gu
const excerptLetters = 180

/** Whether the query names a word of a text. */
export type Named = (found: string) => boolean

/** Each word is looked at once: the texts of a page have most of theirs in common. */
export function namedBy(words: readonly string[], languages: readonly string[]): Named {
  const stems = new Set(words.flatMap((one) => stemsOf(one, languages)))
  const known = new Map<string, boolean>()
  return (found) => {
    let named = known.get(found)
    if (named === undefined) {
      named = stems.size > 0 && wordsOf(found).some((one) => stemsOf(one, languages).some((stem) => stems.has(stem)))
      known.set(found, named)
    }
    return named
  }
}

/** A text in pieces, those that the query names marked. */
export function highlight(text: string, named: Named): Segment[] {
  const segments: Segment[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(word)) {
    if (!named(found)) continue
    if (index > from) segments.push({ text: text.slice(from, index), hit: false })
    segments.push({ text: found, hit: true })
    from = index + found.length
  }
  if (from < text.length) segments.push({ text: text.slice(from), hit: false })
  return segments
}

/** The part of a longer text around what the query names first; its beginning when it names nothing. */
export function excerpt(text: string, named: Named): Segment[] {
  if (text.length <= excerptLetters) return highlight(text, named)
  let first = 0
  for (const { 0: found, index } of text.matchAll(word)) {
    if (named(found)) { first = index; break }
  }
  const start = first < excerptLetters / 2 ? 0 : text.indexOf(' ', first - excerptLetters / 2) + 1
  const cutAt = start + excerptLetters >= text.length ? text.length : text.lastIndexOf(' ', start + excerptLetters)
  const shown = text.slice(start, cutAt > start ? cutAt : start + excerptLetters)
  return highlight(`${start > 0 ? '… ' : ''}${shown}${start + shown.length < text.length ? ' …' : ''}`, named)
}
