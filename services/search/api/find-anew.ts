import { newId } from '@octavo/ids'
import type { Market } from '@octavo/market'
import type { Handler } from '@octavo/rpc'
import type { SearchAnswer as SearchIndexAnswer } from '@octavo/search-index'
import type { Reading, searchContract, SearchAnswer } from '../contract.ts'
import type { SearchParts } from '../deps.ts'
import { asFilters } from '../index-client/asking.ts'
import { find, type Finding } from '../index-client/finding.ts'
import { alias } from '../index-client/indexer.ts'
import { grammarsFor } from '../query-parser/grammar/grammars.ts'
import { widened } from '../ranker/candidates.ts'
import { handSet } from '../ranker/ranker.ts'
import { rerank, unplaced, type Placed } from '../ranker/rerank.ts'
import { shuffled } from '../ranker/shuffle.ts'
import { priceBandsIn, tellFacets } from '../response-formatter/facets.ts'
import { keyOf } from '../rules/apply.ts'
import { meantBy } from '../semantic/space.ts'

/** How many ids of a query stay as they were first found, and how long. */
const mostFrozen = 500
const frozenMs = 600_000
const ranked = 60
const facetValues = 30

/** Even when the budget is spent, a look may take so long. */
const leastMs = 50

export type Input = Parameters<Handler<typeof searchContract.search>>[0]['input']
type Head = Omit<SearchAnswer, 'items' | 'nextCursor' | 'firstPosition'>

/** What the pages of one query have in common. */
export interface Frozen {
  readonly head: Head
  readonly ids: readonly string[]
  readonly words: readonly string[]
  readonly filters: Finding['filters']
}

/** Finds what was asked, ranks it, notes that it was asked, and keeps its order for the pages that follow. */
export async function findAnew(parts: SearchParts, input: Input, market: Market): Promise<{ frozen: Frozen; placed: ReadonlyMap<string, Placed> }> {
  const { index, cache, clock, log, shelves, rules, queryLog, semantic, budgetMs } = parts
  const grammars = grammarsFor(market.locale)
  const known = rules.current()
  const found = await find(index, {
    query: input.q, chosen: input.filters, sort: input.sort, verbatim: input.verbatim,
    parsing: { grammars, currency: market.currency, locale: market.locale, undo: input.undo },
    request: { currency: market.currency, limit: mostFrozen, top: ranked, priceBands: priceBandsIn(market.currency), facetValues }, leftMs: leftOf(budgetMs),
    synonyms: known.terms,
  })
  const byRelevance = (input.sort ?? found.readings.find(({ sort }) => sort)?.sort ?? 'relevance') === 'relevance' && found.words.length > 0
  const meant = byRelevance && found.open ? await meantBy(semantic.space(), found.words.join(' '), log) : undefined
  const { answer, matching } = await widened(index, byRelevance ? found : { ...found, called: [] }, meant, market.currency)
  const { ids: ranking, placed } = byRelevance
    ? rerank(answer, { query: found.corrected ? found.didYouMean ?? input.q : input.q, words: found.words, languages: grammars.map(({ language }) => language), year: clock.now().getUTCFullYear(), currency: market.currency, boosted: known.boosted(input.q), complete: completeIn(found, answer), meant })
    : { ids: answer.ids, placed: unplaced }
  const pinned = byRelevance && matching === 'all' ? await pinnedOf(parts, known.pinned(input.q), found, market) : []
  const queryId = newId('qry')
  const queryKey = keyOf(input.q)
  // For a day, so that somebody who comes back sees what was there.
  const lot = `${input.by.clientId} ${queryKey} ${clock.now().toISOString().slice(0, 10)}`
  const { ids, drawn } = shuffled([...pinned, ...ranking.filter((id) => !pinned.includes(id))], { lot, percent: byRelevance ? drawnPercent(parts, input, placed) : 0, pinned: pinned.length })
  const redirect = known.redirect(input.q)
  const head: Head = {
    total: { value: matching === 'popular' ? 0 : answer.total.value, relation: answer.total.exact ? 'exact' : 'atLeast' },
    facets: found.matching === 'popular' ? [] : tellFacets(found.answer, { chosen: found.filters, labels: grammars[0].labels, locale: market.locale, currency: market.currency, categories: await shelves(market.id) }),
    readings: found.readings.map(toldReading), undone: found.undone.map(toldReading),
    ...(found.didYouMean !== undefined && { didYouMean: found.didYouMean }),
    ...(redirect !== undefined && { redirect }),
    complete: found.matching === 'popular' ? 0 : found.complete, corrected: found.corrected, matching, degraded: false, cut: answer.cut, queryId,
  }
  const frozen: Frozen = { head, ids, words: found.words, filters: found.filters }
  if (ids.length > input.limit) await cache.set(`search:frozen:${head.queryId}`, frozen, { ttlMs: frozenMs })
  // Looking through the shelves is no query; what a robot asks, or an operator who looks into it, tells nothing of people.
  if (queryKey !== '' && !input.by.robot && !input.explain) queryLog.note({
    id: queryId, askedAt: clock.now().toISOString(), market: market.id, query: input.q, queryKey, total: head.total.value, matching: head.matching, corrected: head.corrected, ranker: handSet.name,
    clientId: input.by.clientId, shuffled: drawn, attributes: { sort: byRelevance ? 'relevance' : input.sort ?? 'read', filters: input.filters, verbatim: input.verbatim },
    shown: ids.slice(0, input.limit).map((productId) => { const features = placed.get(productId)?.features; return { productId, ...(features && { features }) } }),
  })
  return { frozen, placed }
}

/** Those of what is ranked that have all the words. */
function completeIn({ answer: { ids }, complete, called, matching }: Finding, { hits }: SearchIndexAnswer): ReadonlySet<string> {
  const ranking = new Set(hits.map(({ product }) => product.id))
  const found = new Set(matching === 'all' ? called.filter((id) => ranking.has(id)) : [])
  for (let at = 0; at < Math.min(complete, ids.length); at++) if (ranking.has(ids[at] as string)) found.add(ids[at] as string)
  return found
}

/** Lots are drawn only for people who agreed to be noted, and never where somebody names a title: they are not to look for it. */
function drawnPercent({ behaviour }: SearchParts, { by, explain }: Input, placed: ReadonlyMap<string, Placed>): number {
  const [best] = placed.values()
  return by.robot || by.clientId === undefined || explain || best?.features.titleExact === 1 ? 0 : behaviour.shuffledPercent
}

/** Those of the pinned products that are still there and satisfy what was chosen. */
async function pinnedOf({ index }: SearchParts, productIds: readonly string[], { filters }: Finding, market: Market): Promise<string[]> {
  if (productIds.length === 0) return []
  const hits = await index.read(alias, productIds, asFilters(filters), market.currency)
  return hits.filter(({ matched }) => matched).map(({ product }) => product.id)
}

/** What is left of a budget that begins now. */
function leftOf(budgetMs: number): () => number {
  const from = performance.now()
  return () => Math.max(leastMs, budgetMs - (performance.now() - from))
}

const toldReading = ({ id, kind, label, words }: Reading): Reading => ({ id, kind, label, words })
