import { hash } from 'node:crypto'
import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Market } from '@octavo/market'
import { findMarket } from '@octavo/market'
import { readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import { EngineAway, type Hit } from '@octavo/search-index'
import type { searchContract, SearchAnswer } from '../contract.ts'
import type { SearchParts } from '../deps.ts'
import { asFilters } from '../index-client/asking.ts'
import { alias } from '../index-client/indexer.ts'
import { grammarsFor } from '../query-parser/grammar/grammars.ts'
import { unplaced, type Placed } from '../ranker/rerank.ts'
import { namedBy } from '../response-formatter/highlight.ts'
import { tellItem } from '../response-formatter/item.ts'
import { cardsOf } from '../results-aggregator/cards.ts'
import { plainTitles } from '../results-aggregator/plain-titles.ts'
import { findAnew, type Frozen, type Input } from './find-anew.ts'

/** An index that has said nothing after so many budgets is not waited for. */
const latestAfter = 4

type Procedure = Handler<typeof searchContract.search>

/** Finds, ranks and tells; without an index, titles that the catalogue finds by itself. */
export const search = (parts: SearchParts): Procedure =>
  async ({ input, context }) => {
    if (input.explain) requireOperator(context.caller)
    const market = findMarket(parts.markets, input.market)
    if (!market) throw failure('INVALID_INPUT', `There is no market "${input.market}". There are: ${parts.markets.map(({ id }) => id).join(', ')}.`, { fields: [{ path: 'market', message: 'unknown' }] })
    const of = fingerprint(input, market)
    const at = place(input, of)
    const answered = async (): Promise<SearchAnswer> => {
      const known = at && await parts.cache.get<Frozen>(`search:frozen:${at.queryId}`)
      if (known) return page(parts, input, market, known, { from: at.from, of })
      const first = await findAnew(parts, input, market)
      return page(parts, input, market, first.frozen, { from: at?.from ?? 0, of, placed: first.placed })
    }
    try {
      return await inTime(answered(), latestAfter * parts.budgetMs)
    } catch (error) {
      parts.log.warn({ err: error }, 'the search index does not answer; titles are matched instead')
      return plainTitles(parts, input, market)
    }
  }

/** @throws {EngineAway} when it takes longer */
async function inTime<Answer>(work: Promise<Answer>, ms: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new EngineAway(`no answer within ${ms} ms`)), ms) })
  try { return await Promise.race([work, late]) } finally { clearTimeout(timer) }
}

async function page(parts: SearchParts, input: Input, market: Market, { head, ids, words, filters }: Frozen, { from, of, placed = unplaced }: { from: number; of: string; placed?: ReadonlyMap<string, Placed> }): Promise<SearchAnswer> {
  const shown = ids.slice(from, from + input.limit)
  const known = new Map(shown.flatMap((id) => { const hit = placed.get(id)?.hit; return hit ? [[id, hit] as const] : [] }))
  const [cards, read] = await Promise.all([cardsOf(parts, market.id, shown), known.size === shown.length ? [] : parts.index.read(alias, shown, asFilters(filters), market.currency)])
  const hits = new Map<string, Hit>([...known, ...read.map((hit) => [hit.product.id, hit] as const)])
  const named = namedBy(words, grammarsFor(market.locale).map(({ language }) => language))
  const to = from + input.limit
  return {
    items: cards.map((card) => tellItem(card, hits.get(card.id), { named, filters, currency: market.currency, ...(input.explain && { placed: placed.get(card.id) }) })),
    ...head,
    firstPosition: from + 1,
    nextCursor: to < ids.length ? writeCursor('search', [head.queryId, to, of]) : null,
  }
}

/** A cursor belongs to the query it came with. @throws INVALID_INPUT */
function place(input: Input, of: string): { queryId: string; from: number } | undefined {
  const [queryId, from, made] = readCursor('search', input.cursor, 3) ?? []
  if (queryId === undefined) return undefined
  if (made === of && typeof queryId === 'string' && Number.isInteger(from) && (from as number) >= 0) return { queryId, from: from as number }
  throw failure('INVALID_INPUT', 'This cursor belongs to another search. Begin without one.', { fields: [{ path: 'cursor', message: 'not a cursor of this search' }] })
}

const fingerprint = ({ q, filters, sort, undo, verbatim }: Input, market: Market): string => hash('sha1', JSON.stringify([q, filters, sort, undo, verbatim, market.id]), 'base64url').slice(0, 12)
