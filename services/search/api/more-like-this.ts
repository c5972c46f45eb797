import { failure } from '@octavo/failure'
import { findMarket } from '@octavo/market'
import type { Handler } from '@octavo/rpc'
import type { searchContract } from '../contract.ts'
import type { SearchParts } from '../deps.ts'
import { cardsOf } from '../results-aggregator/cards.ts'
import { like } from '../semantic/space.ts'

/** More than are shown, since some cannot be bought. */
const looked = 60
const keptMs = 600_000

/** What is about the same as a product and can be bought, the nearest first; nothing while likeness is not known. */
export const moreLikeThis = (parts: SearchParts): Handler<typeof searchContract.moreLikeThis> =>
  async ({ input: { market: wanted, productId, limit } }) => {
    const market = findMarket(parts.markets, wanted)
    if (!market) throw failure('INVALID_INPUT', `There is no market "${wanted}".`, { fields: [{ path: 'market', message: 'unknown' }] })
    const [own] = await cardsOf(parts, market.id, [productId])
    if (!own) throw failure('NOT_FOUND', 'There is no such product.')
    const space = parts.semantic.space()
    if (!space || space.evidence === 0) return { items: [] }
    const near = await parts.cache.remember(`search:like:${space.model}:${productId}`, { ttlMs: keptMs, graceMs: keptMs, tags: [`product:${productId}`] }, async () => like(space, productId, looked).map(({ id }) => id))
    // A product of the same title is another edition of it.
    const cards = (await cardsOf(parts, market.id, near)).filter(({ title, price, availability }) => title !== own.title && price !== null && availability !== 'out_of_stock')
    return { items: cards.slice(0, limit) }
  }
