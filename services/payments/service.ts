import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { loadMigrations } from '@octavo/database/migrations'
import { eventTables, type Events, type Outbox } from '@octavo/events'
import type { Raw } from '@octavo/rpc'
import { routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import type { Log } from '@octavo/telemetry'
import { authorise } from './api/authorise.ts'
import { capture } from './api/capture.ts'
import { cardEntry, listSavedCards, removeSavedCard } from './api/cards.ts'
import { getPayment } from './api/getPayment.ts'
import { listPayments, snapshot } from './api/listPayments.ts'
import { refund } from './api/refund.ts'
import { resolve } from './api/resolve.ts'
import { voidPayment } from './api/void.ts'
import type { PaymentsConfig } from './config.ts'
import { paymentsContract } from './contract.ts'
import { webhooks } from './http.ts'
import { mover as moverOf, type Mover } from './movements/mover.ts'
import { openWorker } from './movements/worker.ts'
import { authorising as authorisingOf, type Authorising } from './payment/authorising.ts'
import type { Provider } from './provider/port.ts'
import { stripeProvider } from './provider/stripe.ts'
import { onOrderCancelled } from './reactions/order-cancelled.ts'
import { onSubOrderDispatched } from './reactions/sub-order-dispatched.ts'

export { readPaymentsConfig } from './config.ts'

export interface PaymentsDeps {
  readonly database: Database
  readonly events: Events
  readonly clock: Clock
  readonly log: Log
  readonly config: PaymentsConfig
}

export interface PaymentsService extends Part {
  readonly router: Router
  readonly raw: Raw
  /** Done when every order event there is has had its effect, and every movement it asked for was tried. For tests. */
  caughtUp(): Promise<void>
  /** Done when every event that was told is in the log. For tests. */
  carried(): Promise<void>
}

/** What procedures and reactions work with. */
export interface PaymentsParts extends PaymentsDeps {
  readonly outbox: Outbox
  readonly provider: Provider
  readonly authorising: Authorising
  readonly mover: Mover
}

/** Money: held, taken, given back, let go; and what the provider keeps for us. */
export function createPayments(deps: PaymentsDeps): PaymentsService {
  const { database, events, clock, log, config } = deps
  const relay = events.relay('payments', database)
  const outbox = events.outbox('payments', database)
  const provider = stripeProvider(config)
  const authorising = authorisingOf({ database, outbox, provider, clock })
  const mover = moverOf({ database, outbox, provider, clock })
  const worker = openWorker({ database, mover, authorising, clock, log })
  const parts: PaymentsParts = { ...deps, outbox, provider, authorising, mover }
  const consumer = events.consumer({ consumer: 'payments', database, from: 'beginning', reactions: [onSubOrderDispatched({ clock, soon: worker.soon }), onOrderCancelled({ clock, soon: worker.soon })] })
  const router = routerOf(paymentsContract, {
    authorise: authorise(parts), resolve: resolve(parts), void: voidPayment(parts), getPayment: getPayment(parts), listPayments: listPayments(parts), capture: capture(parts), refund: refund(parts),
    listSavedCards: listSavedCards(parts), removeSavedCard: removeSavedCard(parts), cardEntry: cardEntry(parts), snapshot: snapshot(parts),
  }, (error, procedure) => log.error({ err: error, procedure }, 'a procedure failed'))

  return {
    name: 'payments',
    router,
    raw: webhooks({ database, provider, clock, soon: worker.soon }),
    async caughtUp() {
      await consumer.caughtUp()
      await worker.round()
    },
    carried: () => relay.flush(),
    async start() {
      await database.migrate([eventTables, ...await loadMigrations(new URL('./store/migrations/', import.meta.url))])
      await relay.start()
      await consumer.start()
      worker.start()
    },
    ready: async () => {
      const answers = [await consumer.ready(), await relay.ready()]
      return answers.find((answer) => answer !== true) ?? true
    },
    async drain() {
      await consumer.drain()
      await worker.stop()
      await relay.drain()
    },
    async stop() {
      await worker.stop()
      await consumer.stop()
      await relay.stop()
    },
  }
}
