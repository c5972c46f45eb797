import type { Migration } from '@octavo/database'
import { loadMigrations } from '@octavo/database/migrations'
import { eventTables, parkedActs } from '@octavo/events'
import { findMarket } from '@octavo/market'
import { routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import { addLine } from './api/addLine.ts'
import { createCart as createCartHandler } from './api/createCart.ts'
import { currentCart } from './api/currentCart.ts'
import { freeze } from './api/freeze.ts'
import { getCart } from './api/getCart.ts'
import { priceLines } from './api/priceLines.ts'
import { removeBound } from './api/removeBound.ts'
import { removeLine } from './api/removeLine.ts'
import { setMarket } from './api/setMarket.ts'
import { setQuantity } from './api/setQuantity.ts'
import { unbind } from './api/unbind.ts'
import { cachedCarts } from './basket/carts.ts'
import { oneAtATime } from './basket/one-at-a-time.ts'
import { cartContract } from './contract.ts'
import type { CartDeps, CartParts } from './deps.ts'
import { cachedOffers } from './pricing/offers.ts'
import { onGuestAdopted } from './reactions/guest-adopted.ts'

export interface CartService extends Part {
  readonly router: Router
  /** Done when every adoption there is has had its effect. For tests. */
  caughtUp(): Promise<void>
  /** Done when every event that was told is in the log. For tests. */
  carried(): Promise<void>
}

/** What shoppers mean to buy. */
export function createCart(deps: CartDeps): CartService {
  const { database, events, catalog, cache, markets, log } = deps
  // Nobody waits for what is in baskets.
  const relay = events.relay('cart', database, { gatherMs: 250 })
  const wake = () => relay.wake()
  const parts: CartParts = {
    database, markets, wake,
    inTurn: oneAtATime(),
    carts: cachedCarts(database, cache, wake),
    offers: cachedOffers(catalog, cache),
    currencyOf(id) {
      const market = findMarket(markets, id) ?? markets[0]
      if (!market) throw new TypeError('a shop has one market at least')
      return market.currency
    },
  }
  const consumer = events.consumer({ consumer: 'cart', database, from: 'beginning', reactions: [onGuestAdopted(parts)] })
  const router = routerOf(cartContract, {
    createCart: createCartHandler(parts),
    getCart: getCart(parts),
    currentCart: currentCart(parts),
    addLine: addLine(parts),
    setQuantity: setQuantity(parts),
    removeLine: removeLine(parts),
    setMarket: setMarket(parts),
    priceLines: priceLines(parts),
    freeze: freeze(parts),
    unbind: unbind(parts),
    removeBound: removeBound(parts),
  }, (error, procedure) => log.error({ err: error, procedure }, 'a procedure failed'))

  return {
    name: 'cart',
    router,
    caughtUp: () => consumer.caughtUp(),
    carried: () => relay.flush(),
    async start() {
      await database.migrate(await cartTables())
      await relay.start()
      await consumer.start()
    },
    ready: async () => {
      const answers = [await consumer.ready(), await relay.ready()]
      return answers.find((answer) => answer !== true) ?? true
    },
    async drain() {
      await consumer.drain()
      await relay.drain()
    },
    async stop() {
      await consumer.stop()
      await relay.stop()
    },
  }
}

/** The steps of its schema, in order. */
export const cartTables = async (): Promise<Migration[]> => [eventTables, parkedActs, ...await loadMigrations(new URL('./store/migrations/', import.meta.url))]
