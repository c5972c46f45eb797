/** What is measured against: Okapi BM25 over all words of a thing alike, no stemming, no fields, any word of the query (Robertson and Zaragoza, 2009; k1 1.2, b .75). */
export function plainBm25(documents: ReadonlyMap<string, string>): (query: string, depth: number) => string[] {
  const [k1, b] = [1.2, 0.75]
  const postings = new Map<string, { readonly id: string; readonly count: number }[]>()
  const lengths = new Map<string, number>()
  for (const [id, text] of documents) {
    const counts = new Map<string, number>()
    const words = wordsOf(text)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const [word, count] of counts) postings.set(word, [...(postings.get(word) ?? []), { id, count }])
    lengths.set(id, words.length)
  }
  const usual = [...lengths.values()].reduce((sum, one) => sum + one, 0) / lengths.size
  return (query, depth) => {
    const scores = new Map<string, number>()
    for (const word of wordsOf(query)) {
      const found = postings.get(word) ?? []
      const rarity = Math.log(1 + (lengths.size - found.length + 0.5) / (found.length + 0.5))
      for (const { id, count } of found) scores.set(id, (scores.get(id) ?? 0) + rarity * count * (k1 + 1) / (count + k1 * (1 - b + b * (lengths.get(id) as number) / usual)))
    }
    return [...scores].sort(([, x], [, y]) => y - x).slice(0, depth).map(([id]) => id)
  }
}

const wordsOf = (text: string): string[] => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
