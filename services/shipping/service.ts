import { loadMigrations } from '@octavo/database/migrations'
import { eventTables } from '@octavo/events'
import { routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import { dispatch } from './api/dispatch.ts'
import { getRates } from './api/getRates.ts'
import { getShipment } from './api/getShipment.ts'
import { listShipments } from './api/listShipments.ts'
import { markDelivered } from './api/markDelivered.ts'
import { putRates } from './api/putRates.ts'
import { quote } from './api/quote.ts'
import { snapshot } from './api/snapshot.ts'
import { splitShipment } from './api/splitShipment.ts'
import { shippingContract } from './contract.ts'
import type { ShippingDeps, ShippingParts } from './deps.ts'
import { defaultTables } from './rates/defaults.ts'
import { knownRates } from './rates/known-rates.ts'
import { onOrderCancelled } from './reactions/order-cancelled.ts'
import { onOrderPlaced } from './reactions/order-placed.ts'
import { seedMarket } from './store/rates.ts'

export interface ShippingService extends Part {
  readonly router: Router
  /** Done when every order event there is has its parcels here. For tests. */
  caughtUp(): Promise<void>
  /** Done when every event that was told is in the log. For tests. */
  carried(): Promise<void>
}

/** What delivery costs, when it arrives, and the parcels on their way. */
export function createShipping(deps: ShippingDeps): ShippingService {
  const { database, events, log, markets } = deps
  const relay = events.relay('shipping', database)
  const rates = knownRates(database, log)
  const parts: ShippingParts = { ...deps, rates, outbox: events.outbox('shipping', database) }
  const consumer = events.consumer({ consumer: 'shipping', database, from: 'beginning', reactions: [onOrderPlaced(), onOrderCancelled()] })
  const router = routerOf(shippingContract, {
    quote: quote(parts), getRates: getRates(parts), putRates: putRates(parts), getShipment: getShipment(parts), listShipments: listShipments(parts), dispatch: dispatch(parts), splitShipment: splitShipment(parts), markDelivered: markDelivered(parts), snapshot: snapshot(parts),
  }, (error, procedure) => log.error({ err: error, procedure }, 'a procedure failed'))

  return {
    name: 'shipping',
    router,
    caughtUp: () => consumer.caughtUp(),
    carried: () => relay.flush(),
    async start() {
      await database.migrate([eventTables, ...await loadMigrations(new URL('./store/migrations/', import.meta.url))])
      for (const market of markets) await seedMarket(database, market.id, defaultTables(market.id))
      await rates.start()
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
      await rates.stop()
    },
  }
}
