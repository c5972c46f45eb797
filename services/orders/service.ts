import type { Migration } from '@octavo/database'
import { loadMigrations } from '@octavo/database/migrations'
import { eventTables, parkedActs } from '@octavo/events'
import type { Raw } from '@octavo/rpc'
import { routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import { audit } from './audit/audit.ts'
import { cancelOrder } from './api/cancelOrder.ts'
import { checkoutsAlive } from './api/checkoutsAlive.ts'
import { claimOrder } from './api/claimOrder.ts'
import { getCheckout } from './api/getCheckout.ts'
import { getOrder } from './api/getOrder.ts'
import { listMyOrders } from './api/listMyOrders.ts'
import { listOrders } from './api/listOrders.ts'
import { listSagas } from './api/listSagas.ts'
import { markDispatched } from './api/markDispatched.ts'
import { payOrder } from './api/payOrder.ts'
import { quote } from './api/quote.ts'
import { endSaga, getSaga, retrySaga } from './api/sagaActs.ts'
import { refundOrder } from './api/refundOrder.ts'
import { snapshot } from './api/snapshot.ts'
import { startCheckout } from './api/startCheckout.ts'
import type { Checkout } from './checkout/checkout.ts'
import { openAdmission } from './checkout/admission.ts'
import { openCheckouts } from './checkout/open-checkouts.ts'
import { newestOf, usualVersions } from './checkout/versions.ts'
import { viewOf } from './checkout/view.ts'
import { usualRules } from './checkout/decide.ts'
import { ordersContract } from './contract.ts'
import type { OrdersDeps } from './deps.ts'
import { checkoutStreams } from './http.ts'
import { createLive } from './live/hub.ts'
import { onEmailVerified } from './reactions/email-verified.ts'
import { onGuestAdopted } from './reactions/guest-adopted.ts'
import { onPaymentMoved } from './reactions/payment-moved.ts'
import { onParcelTracked } from './reactions/parcel-tracked.ts'
import { onPaymentCaptured, onPaymentCaptureRefused } from './reactions/payment-refused.ts'
import { onPaymentRefunded, onPaymentRefundRefused } from './reactions/payment-refunded.ts'
import { onShipmentDelivered } from './reactions/shipment-delivered.ts'
import { endLeases, readCheckout } from './store/checkouts.ts'

export { readOrdersConfig } from './config.ts'

export type { OrdersDeps } from './deps.ts'

export interface OrdersService extends Part {
  readonly router: Router
  readonly raw: Raw
  /** Done when every event there is has had its effect here. For tests. */
  caughtUp(): Promise<void>
  /** Done when every event that was told is in the log. For tests. */
  carried(): Promise<void>
}

/** Turns baskets into orders, all the way or not at all, and keeps them. */
export function createOrders(deps: OrdersDeps): OrdersService {
  const { database, events, clock, log, config, rules = usualRules, versions = usualVersions } = deps
  const { linkSecrets } = config
  const relay = events.relay('orders', database)
  const outbox = events.outbox('orders', database)
  const live = createLive({ database, log })
  const view = (checkout: Checkout) => viewOf(checkout, rules.stuckAfter)
  const checkouts = openCheckouts({ ...deps, rules, versions, outbox, wake: () => relay.wake(), moved: (checkout) => live.moved(view(checkout)) })
  const streams = checkoutStreams({ live, view, known: checkouts.runner.known, read: (id) => readCheckout(database, id) })
  const consumer = events.consumer({
    consumer: 'orders', database, from: 'beginning',
    reactions: [onPaymentMoved({ clock, soon: checkouts.soon }), onPaymentCaptureRefused({ clock, outbox, linkSecrets }), onPaymentCaptured({ clock }), onPaymentRefunded({ clock, outbox, linkSecrets }), onPaymentRefundRefused({ clock }), onShipmentDelivered({ clock }), onParcelTracked(), onGuestAdopted(), onEmailVerified()],
  })
  const parts = { ...deps, outbox, linkSecrets, view, stepsVersion: newestOf(versions) }
  const acting = { database, clock, outbox, soon: checkouts.soon, moved: (checkout: Checkout) => live.moved(view(checkout)) }
  const router = routerOf(ordersContract, {
    quote: quote(deps),
    startCheckout: startCheckout({ ...parts, runner: checkouts.runner, admission: openAdmission(config.admission), accepting: checkouts.accepting }),
    getCheckout: getCheckout(parts),
    getOrder: getOrder(parts),
    listMyOrders: listMyOrders(parts),
    claimOrder: claimOrder(parts),
    cancelOrder: cancelOrder(parts),
    listOrders: listOrders(parts),
    listSagas: listSagas(parts),
    getSaga: getSaga(parts),
    retrySaga: retrySaga(acting),
    endSaga: endSaga(acting),
    payOrder: payOrder(parts),
    refundOrder: refundOrder(parts),
    markDispatched: markDispatched(parts),
    checkoutsAlive: checkoutsAlive(parts),
    audit: audit(parts),
    snapshot: snapshot(parts),
  }, (error, procedure) => log.error({ err: error, procedure }, 'a procedure failed'))

  return {
    name: 'orders',
    router,
    raw: streams.raw,
    caughtUp: () => consumer.caughtUp(),
    carried: () => relay.flush(),
    async start() {
      await database.migrate(await ordersTables())
      if (deps.alone) await endLeases(database, clock.now())
      await relay.start()
      await live.start()
      await consumer.start()
      checkouts.start()
    },
    async ready() {
      const answers = [await consumer.ready(), await relay.ready()]
      return answers.find((answer) => answer !== true) ?? true
    },
    async drain() {
      streams.close()
      await consumer.drain()
      await checkouts.drain()
      await relay.drain()
    },
    async stop() {
      await checkouts.drain()
      await consumer.stop()
      await live.stop()
      await relay.stop()
    },
  }
}

/** The steps of its schema, in order. */
export const ordersTables = async (): Promise<Migration[]> => [eventTables, parkedActs, ...await loadMigrations(new URL('./store/migrations/', import.meta.url))]
