import { failure } from '@octavo/failure'
import { findMarket } from '@octavo/market'
import type { Handler } from '@octavo/rpc'
import { wordsOf } from '@octavo/search-index/analysis'
import type { Suggestion } from '@octavo/search-index'
import type { searchContract, SuggestionTold } from '../contract.ts'
import type { SearchParts } from '../deps.ts'
import { alias } from '../index-client/indexer.ts'

const places = { product: '/b/', contributor: '/contributors/', series: '/series/' } as const
const mostCategories = 2
const mostQueries = 3

/** From the first letter on: what others asked and found, what has the words and begins with the last; with other spellings when that is too little. */
export const suggest = ({ index, shelves, markets, log, pastQueries, rules }: Pick<SearchParts, 'index' | 'shelves' | 'markets' | 'log' | 'pastQueries' | 'rules'>): Handler<typeof searchContract.suggest> =>
  async ({ input: { q, limit, market: wanted } }) => {
    const market = findMarket(markets, wanted)
    if (!market) throw failure('INVALID_INPUT', `There is no market "${wanted}".`, { fields: [{ path: 'market', message: 'unknown' }] })
    const words = wordsOf(q)
    if (words.length === 0) return { items: [] }
    const asked = (typed: readonly string[]) => pastQueries.beginning(market.id, typed, mostQueries).filter(({ key }) => !rules.current().hidden(key))
    try {
      const found = await index.suggest(alias, words, limit)
      const better = found.length > 0 ? undefined : await respelt(words)
      const nearby = better ? await index.suggest(alias, better, limit) : found
      const queries = asked(words).map(({ query }): SuggestionTold => ({ kind: 'query', text: query, url: `/search?q=${encodeURIComponent(query)}` }))
      const categories = (await shelves(market.id)).filter(({ name, productCount }) => productCount > 0 && begins(wordsOf(name), words)).slice(0, mostCategories).map(({ name, handle }): SuggestionTold => ({ kind: 'category', text: name, url: `/c/${handle}` }))
      const room = Math.max(0, limit - queries.length - categories.length)
      return { items: [...queries, ...nearby.slice(0, room).map(told), ...categories].slice(0, limit) }
    } catch (error) {
      log.warn({ err: error }, 'the search index does not answer; nothing is suggested')
      return { items: [] }
    }

    /** The words in the nearest spelling, the last of them whole too. */
    async function respelt(typed: readonly string[]): Promise<readonly string[] | undefined> {
      const spellings = await index.spell(alias, typed)
      const better = typed.map((word, at) => (spellings[at]?.frequency ? word : spellings[at]?.nearby[0]?.word ?? word))
      return better.some((word, at) => word !== typed[at]) ? better : undefined
    }
  }

const told = ({ kind, text, handle }: Suggestion): SuggestionTold => ({ kind, text, url: `${places[kind]}${handle}` })

/** Every word but the last is there, and one begins with the last. */
function begins(words: readonly string[], typed: readonly string[]): boolean {
  const last = typed.at(-1) as string
  return typed.slice(0, -1).every((word) => words.includes(word)) && words.some((word) => word.startsWith(last))
}
