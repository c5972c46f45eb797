import type { Cache } from '@octavo/cache'
import type { Card, catalogContract } from '@octavo/catalog/contract'
import type { Client } from '@octavo/rpc'

const ttlMs = 60_000

/** Cards in the order asked for, those not kept by one call. What is not there any more is left out. */
export async function cardsOf({ catalog, cache }: { catalog: Pick<Client<typeof catalogContract>, 'getCards'>; cache: Cache }, market: string, ids: readonly string[]): Promise<Card[]> {
  const key = (id: string): string => `search:card:${market}:${id}`
  const kept = await Promise.all(ids.map((id) => cache.get<Card>(key(id))))
  const cards = new Map(kept.flatMap((card) => (card ? [[card.id, card] as const] : [])))
  const missing = ids.filter((id) => !cards.has(id))
  if (missing.length > 0) {
    for (const card of await catalog.getCards({ market, productIds: missing })) {
      cards.set(card.id, card)
      await cache.set(key(card.id), card, { ttlMs, tags: [`product:${card.id}`] })
    }
  }
  return ids.flatMap((id) => cards.get(id) ?? [])
}
