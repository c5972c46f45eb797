import type { Cache } from '@octavo/cache'
import type { catalogContract, SaleOffer } from '@octavo/catalog/contract'
import type { Client } from '@octavo/rpc'

/** A price or a stock band may be this old in a basket; nothing is sold by it. */
const keptMs = 3_000
/** As many as the catalogue gives at once. */
const most = 200

/** What the catalogue says of offers, kept for a few seconds. */
export interface Offers {
  /** By id, in a market; unknown ones are left out. */
  find(market: string, offerIds: readonly string[]): Promise<ReadonlyMap<string, SaleOffer>>
}

export function cachedOffers(catalog: Pick<Client<typeof catalogContract>, 'getOffers'>, cache: Cache): Offers {
  const key = (market: string, offerId: string) => `offer:${market}:${offerId}`
  return {
    async find(market, offerIds) {
      const found = new Map<string, SaleOffer>()
      const missing: string[] = []
      for (const offerId of new Set(offerIds)) {
        const kept = await cache.get<SaleOffer>(key(market, offerId))
        if (kept) found.set(offerId, kept)
        else missing.push(offerId)
      }
      for (let at = 0; at < missing.length; at += most) {
        for (const offer of await catalog.getOffers({ market, offerIds: missing.slice(at, at + most) })) {
          found.set(offer.offerId, offer)
          await cache.set(key(market, offer.offerId), offer, { ttlMs: keptMs, tags: [`product:${offer.productId}`] })
        }
      }
      return found
    },
  }
}
