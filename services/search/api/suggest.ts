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

/** From the first letter on: what has the words and begins with the last; with other spellings when that is too little. */
export const suggest = ({ index, shelves, markets, log }: Pick<SearchParts, 'index' | 'shelves' | 'markets' | 'log'>): Handler<typeof searchContract.suggest> =>
  async ({ input: { q, limit, market: wanted } }) => {
    const market = findMarket(markets, wanted)
    if (!market) throw failure('INVALID_INPUT', `There is no market "${wanted}".`, { fields: [{ path: 'market', message: 'unknown' }] })
    const words = wordsOf(q)
    if (words.length === 0) return { items: [] }
    try {
      const found = await index.suggest(alias, words, limit)
      const nearby = found.length > 0 ? [] : await respelt(words)
      const categories = (await shelves(market.id)).filter(({ name, productCount }) => productCount > 0 && begins(wordsOf(name), words)).slice(0, mostCategories)
      const items: SuggestionTold[] = [...(found.length > 0 ? found : nearby).slice(0, limit - categories.length).map(told), ...categories.map(({ name, handle }): SuggestionTold => ({ kind: 'category', text: name, url: `/c/${handle}` }))]
      return { items }
    } catch (error) {
      log.warn({ err: error }, 'the search index does not answer; nothing is suggested')
      return { items: [] }
    }

    /** The words in the nearest spelling, the last of them whole too. */
    async function respelt(typed: readonly string[]): Promise<readonly Suggestion[]> {
      const spellings = await index.spell(alias, typed)
      const better = typed.map((word, at) => (spellings[at]?.frequency ? word : spellings[at]?.nearby[0]?.word ?? word))
      return better.some((word, at) => word !== typed[at]) ? index.suggest(alias, better, limit) : []
    }
  }

const told = ({ kind, text, handle }: Suggestion): SuggestionTold => ({ kind, text, url: `${places[kind]}${handle}` })

/** Every word but the last is there, and one begins with the last. */
function begins(words: readonly string[], typed: readonly string[]): boolean {
  const last = typed.at(-1) as string
  return typed.slice(0, -1).every((word) => words.includes(word)) && words.some((word) => word.startsWith(last))
}
