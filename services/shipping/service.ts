import type { Migration } from '@octavo/database'
import { loadMigrations } from '@octavo/database/migrations'
import { eventTables, parkedActs } from '@octavo/events'
import type { Raw } from '@octavo/rpc'
import { direct, routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import { buyLabel } from './api/buyLabel.ts'
import { dispatch } from './api/dispatch.ts'
import { getRates } from './api/getRates.ts'
import { getShipment } from './api/getShipment.ts'
import { listShipments } from './api/listShipments.ts'
import { markDelivered } from './api/markDelivered.ts'
import { putRates } from './api/putRates.ts'
import { quote } from './api/quote.ts'
import { snapshot } from './api/snapshot.ts'
import { splitShipment } from './api/splitShipment.ts'
import { parcelPost } from './carrier/parcel-post.ts'
import { shippingContract } from './contract.ts'
import type { ShippingDeps, ShippingParts } from './deps.ts'
import { defaultTables } from './rates/defaults.ts'
import { knownRates } from './rates/known-rates.ts'
import { onOrderCancelled } from './reactions/order-cancelled.ts'
import { onOrderRefundAgreed } from './reactions/order-refund-agreed.ts'
import { onOrderPlaced } from './reactions/order-placed.ts'
import { shippingRoutes } from './http.ts'
import { seedMarket } from './store/rates.ts'
import { follow } from './tracking/follow.ts'

export { readShippingConfig } from './config.ts'

export interface ShippingService extends Part {
  readonly router: Router
  /** The carrier's webhooks, and labels to be printed. */
  readonly raw: Raw
  /** Done when every order event there is has its parcels here. For tests. */
  caughtUp(): Promise<void>
  /** Done when every event that was told is in the log. For tests. */
  carried(): Promise<void>
}

/** What delivery costs, when it arrives, and the parcels on their way. */
export function createShipping(deps: ShippingDeps): ShippingService {
  const { database, events, log, markets, clock, config } = deps
  const carrier = config.carrier && parcelPost({ ...config.carrier, clock })
  const relay = events.relay('shipping', database)
  const rates = knownRates(database, log)
  const parts: ShippingParts = { ...deps, rates, carrier, outbox: events.outbox('shipping', database) }
  const consumer = events.consumer({ consumer: 'shipping', database, from: 'beginning', reactions: [onOrderPlaced(), onOrderCancelled(), onOrderRefundAgreed()] })
  const router = routerOf(shippingContract, {
    quote: quote(parts), getRates: getRates(parts), putRates: putRates(parts), getShipment: getShipment(parts), listShipments: listShipments(parts), buyLabel: buyLabel(parts), dispatch: dispatch(parts), splitShipment: splitShipment(parts), markDelivered: markDelivered(parts), snapshot: snapshot(parts),
  }, (error, procedure) => log.error({ err: error, procedure }, 'a procedure failed'))

  const own = direct(router).client(shippingContract, { kind: 'service', service: 'shipping' })

  return {
    name: 'shipping',
    router,
    raw: shippingRoutes({ database, carrier, follow: async (event) => { if (carrier) await follow({ ...parts, carrier, dispatch: (parcel) => own.dispatch(parcel), deliver: (shipmentId) => own.markDelivered({ shipmentId }) }, event) } }),
    caughtUp: () => consumer.caughtUp(),
    carried: () => relay.flush(),
    async start() {
      await database.migrate(await shippingTables())
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

/** The steps of its schema, in order. */
export const shippingTables = async (): Promise<Migration[]> => [eventTables, parkedActs, ...await loadMigrations(new URL('./store/migrations/', import.meta.url))]
