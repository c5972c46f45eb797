import { wordsOf } from '@octavo/search-index/analysis'
import type { SearchIndex, Spelling } from '@octavo/search-index'
import { alias } from './indexer.ts'

/** A word this rare beside one this much more frequent is rather a slip than meant. */
export const rare = 2
const muchMore = 20

type Speller = (words: readonly string[]) => Promise<Spelling[]>

/** Asks the index for each word once. */
export function speller(index: SearchIndex): Speller {
  const known = new Map<string, Spelling>()
  return async (words) => {
    const unknown = [...new Set(words)].filter((word) => !known.has(word))
    const told = unknown.length > 0 ? await index.spell(alias, unknown) : []
    for (const [at, word] of unknown.entries()) known.set(word, told[at] as Spelling)
    return words.map((word) => known.get(word) as Spelling)
  }
}

/** A title that the query is but for one word, which may be a word of other titles. */
export async function titleNear(index: SearchIndex, query: string, spelled: Speller): Promise<string | undefined> {
  const typed = wordsOf(query)
  if (typed.length === 0 || typed.length > mostTitleWords) return undefined
  const spellings = await spelled(typed)
  const titles = typed.flatMap((_, at) => (spellings[at]?.nearby ?? []).map(({ word }) => typed.with(at, word).join(' ')))
  if (titles.length === 0) return undefined
  const [id] = await index.identify(alias, titles.map((title) => `title:${title}`))
  const [hit] = id === undefined ? [] : await index.read(alias, [id], { chosen: {} }, '')
  return titles.find((title) => hit?.product.identifiers.includes(`title:${title}`))
}

const mostTitleWords = 16

/** The words as this shop spells them, when that differs. `better` when the words as typed are there, and hardly. */
export function corrected(words: readonly string[], spellings: readonly Spelling[]): { words: string[]; better: boolean } | undefined {
  let better = false
  const spelt = words.map((word, at) => {
    const { frequency, nearby: [best] } = spellings[at] as Spelling
    if (!best) return word
    if (frequency === 0) return best.word
    if (frequency <= rare && best.edits === 1 && best.frequency >= frequency * muchMore) { better = true; return best.word }
    return word
  })
  return spelt.some((word, at) => word !== words[at]) ? { words: spelt, better } : undefined
}

/** The query with its words in the other spelling. */
export function respelt(query: string, words: readonly string[], better: readonly string[]): string {
  const other = new Map(words.map((word, at) => [word, better[at] as string]))
  return query.split(/(\s+)/).map((piece) => {
    const [one, more] = wordsOf(piece)
    return one !== undefined && more === undefined && other.has(one) && other.get(one) !== one ? other.get(one) as string : piece
  }).join('')
}
