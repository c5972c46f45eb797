import type { Cache } from '@octavo/cache'
import type { Database } from '@octavo/database'
import { insertCart, readCart, readLatestCart, writeCart, writeShown } from '../store/carts.ts'
import type { Basket, Content, Line } from './basket.ts'

const keptMs = 600_000

/**
 * Carts in their table with the cache in front. What comes from the cache may be a moment old: writes say which version they were
 * made from, and whoever refuses something looks at the table first.
 */
export interface Carts {
  /** From the cache, if it is there. */
  recent(id: string): Promise<Basket | undefined>
  /** From the table. */
  read(id: string): Promise<Basket | undefined>
  latest(owner: string): Promise<Basket | undefined>
  create(cart: Pick<Basket, 'id' | 'owner' | 'market'>): Promise<Basket>
  /** Undefined when it was changed since it was read. */
  write(read: Basket, content: Content): Promise<Basket | undefined>
  /** Prices were shown. */
  shown(read: Basket, lines: readonly Line[]): Promise<void>
  /** Carts were changed by other statements. */
  changed(...ids: readonly string[]): Promise<void>
}

export function cachedCarts(database: Database, cache: Cache, wake: () => void): Carts {
  const tag = (id: string) => `cart:${id}`
  const options = (id: string) => ({ ttlMs: keptMs, tags: [tag(id)] })
  const keep = async (basket: Basket | undefined): Promise<Basket | undefined> => {
    if (basket) await cache.set(tag(basket.id), basket, options(basket.id))
    return basket
  }
  const changed = (...ids: readonly string[]) => cache.purgeTags(ids.map(tag))
  return {
    recent: (id) => cache.remember<Basket | undefined>(tag(id), options(id), () => readCart(database, id)),
    read: async (id) => keep(await readCart(database, id)),
    latest: async (owner) => keep(await readLatestCart(database, owner)),
    async create(cart) {
      const made = await insertCart(database, cart)
      await cache.set(tag(made.id), made, options(made.id))
      return made
    },
    async write(read, content) {
      const written = await writeCart(database, read, content)
      if (!written) return undefined
      wake()
      await changed(read.id)
      return keep(written)
    },
    async shown(read, lines) {
      await writeShown(database, read, lines)
      await changed(read.id)
    },
    changed,
  }
}
