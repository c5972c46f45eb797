import type { SearchAnswer, SearchIndex } from '@octavo/search-index'
import type { Finding } from '../index-client/finding.ts'
import { asFilters } from '../index-client/asking.ts'
import { alias } from '../index-client/indexer.ts'
import type { Meant } from '../semantic/space.ts'

/** What is ranked: what the words found, with what is called so and what is about the same, or that alone where the words found nothing. */
export async function widened(index: SearchIndex, found: Finding, meant: Meant | undefined, currency: string): Promise<Pick<Finding, 'answer' | 'matching'>> {
  const { answer, matching } = found
  const near = meant?.near.map(({ id }) => id) ?? []
  if (matching !== 'popular') return { answer: await joinedBy(index, found, [...found.called, ...near], currency), matching }
  const related = await joinedBy(index, { ...found, answer: nothing }, near, currency)
  return related.hits.length > 0 ? { answer: related, matching: 'related' } : { answer, matching }
}

const nothing: SearchAnswer = { ids: [], scores: [], hits: [], total: { value: 0, exact: true }, facets: {}, priceBands: [], ratings: [], cut: false }

/**
 * What the words found, and behind the best of it those of the others that satisfy what was chosen, so that both are placed together. The
 * total counts what was added; facets count what has the words.
 */
async function joinedBy(index: SearchIndex, { answer, filters }: Pick<Finding, 'answer' | 'filters'>, others: readonly string[], currency: string): Promise<SearchAnswer> {
  const { ids, scores } = answer
  const best = answer.hits.length
  const wanted = new Set(others)
  for (let at = 0; at < best; at++) wanted.delete(ids[at] as string)
  if (wanted.size === 0) return answer
  const hits = (await index.read(alias, [...wanted], asFilters(filters), currency)).filter(({ matched }) => matched)
  const added = new Map(hits.map(({ product }) => [product.id, 0]))
  const behind: string[] = []
  const behindScores: number[] = []
  for (let at = best; at < ids.length; at++) {
    const [id, score] = [ids[at] as string, scores[at] as number]
    if (added.has(id)) added.set(id, score)
    else { behind.push(id); behindScores.push(score) }
  }
  const known = ids.length - best - behind.length
  const whole = answer.total.value <= ids.length
  return {
    ...answer, ids: ids.slice(0, best).concat([...added.keys()], behind), scores: scores.slice(0, best).concat([...added.values()], behindScores), hits: [...answer.hits, ...hits],
    total: { ...answer.total, value: answer.total.value + (whole ? added.size - known : 0) },
  }
}
