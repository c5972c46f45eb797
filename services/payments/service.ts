import type { Migration } from '@octavo/database'
import { loadMigrations } from '@octavo/database/migrations'
import { eventTables, parkedActs } from '@octavo/events'
import type { Raw } from '@octavo/rpc'
import { routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import { audit } from './audit/audit.ts'
import { auditProvider } from './audit/auditProvider.ts'
import { openReconciler } from './audit/reconciler.ts'
import { reconcile, type Reconciled } from './audit/reconcile.ts'
import { askShopper } from './api/askShopper.ts'
import { authorise } from './api/authorise.ts'
import { capture } from './api/capture.ts'
import { cardEntry, listSavedCards, removeSavedCard } from './api/cards.ts'
import { getPayment } from './api/getPayment.ts'
import { getInvoiceTerms, listInvoices, myInvoiceTerms, putInvoiceTerms, recordInvoicePayment } from './api/invoices.ts'
import { listDisputes } from './api/listDisputes.ts'
import { listPayments, snapshot } from './api/listPayments.ts'
import { refund } from './api/refund.ts'
import { resolve } from './api/resolve.ts'
import { voidPayment } from './api/void.ts'
import { paymentsContract } from './contract.ts'
import type { PaymentsDeps, PaymentsParts } from './deps.ts'
import { webhooks } from './http.ts'
import { disputeReader } from './disputes/reader.ts'
import { mover as moverOf } from './movements/mover.ts'
import { withShopper } from './movements/with-shopper.ts'
import { openWorker } from './movements/worker.ts'
import { authorising as authorisingOf } from './payment/authorising.ts'
import { byIntent } from './provider/by-intent.ts'
import { invoiceProvider } from './provider/invoice.ts'
import { stripeProvider } from './provider/stripe.ts'
import { onOrderCancelled } from './reactions/order-cancelled.ts'
import { onOrderRefundAgreed } from './reactions/order-refund-agreed.ts'
import { onSubOrderDispatched } from './reactions/sub-order-dispatched.ts'

export { readPaymentsConfig } from './config.ts'
export { webhookEvents } from './provider/stripe.ts'

export interface PaymentsService extends Part {
  readonly router: Router
  readonly raw: Raw
  /** Done when every order event there is has had its effect, and every movement it asked for was tried. For tests. */
  caughtUp(): Promise<void>
  /** Done when every event that was told is in the log. For tests. */
  carried(): Promise<void>
  /** Compares the provider's list with the books now. For tests: it is done every hour by itself. */
  reconcile(): Promise<Reconciled>
}

/** Money: held, taken, given back, let go; and what the provider keeps for us. */
export function createPayments(deps: PaymentsDeps): PaymentsService {
  const { database, events, clock, log, config } = deps
  const relay = events.relay('payments', database)
  const outbox = events.outbox('payments', database)
  const provider = byIntent(stripeProvider(config), invoiceProvider({ database, clock }))
  const authorising = authorisingOf({ database, outbox, provider, clock })
  const shopper = withShopper({ database, outbox, provider, clock })
  const mover = moverOf({ database, outbox, provider, shopper, clock })
  const worker = openWorker({ database, mover, shopper, authorising, disputes: disputeReader({ database, outbox, provider, clock }), clock, log })
  const reconciler = openReconciler(() => reconcile({ database, provider, authorising, clock, log }), log)
  const parts: PaymentsParts = { ...deps, outbox, provider, authorising, mover, shopper }
  const consumer = events.consumer({ consumer: 'payments', database, from: 'beginning', reactions: [onSubOrderDispatched({ clock, soon: worker.soon }), onOrderCancelled({ clock, soon: worker.soon }), onOrderRefundAgreed({ clock, outbox, soon: worker.soon })] })
  const router = routerOf(paymentsContract, {
    authorise: authorise(parts), resolve: resolve(parts), void: voidPayment(parts), getPayment: getPayment(parts), listPayments: listPayments(parts), capture: capture(parts), refund: refund(parts),
    askShopper: askShopper(parts), listDisputes: listDisputes(parts), listSavedCards: listSavedCards(parts), removeSavedCard: removeSavedCard(parts), cardEntry: cardEntry(parts), audit: audit(parts), auditProvider: auditProvider(parts), snapshot: snapshot(parts),
    myInvoiceTerms: myInvoiceTerms(parts), getInvoiceTerms: getInvoiceTerms(parts), putInvoiceTerms: putInvoiceTerms(parts), listInvoices: listInvoices(parts), recordInvoicePayment: recordInvoicePayment(parts),
  }, (error, procedure) => log.error({ err: error, procedure }, 'a procedure failed'))

  return {
    name: 'payments',
    router,
    raw: webhooks({ database, provider, authorising, clock, soon: worker.soon }),
    async caughtUp() {
      await consumer.caughtUp()
      await worker.round()
    },
    carried: () => relay.flush(),
    reconcile: reconciler.now,
    async start() {
      await database.migrate(await paymentsTables())
      await relay.start()
      await consumer.start()
      worker.start()
      reconciler.start()
    },
    ready: async () => {
      const answers = [await consumer.ready(), await relay.ready()]
      return answers.find((answer) => answer !== true) ?? true
    },
    async drain() {
      await reconciler.stop()
      await consumer.drain()
      await worker.stop()
      await relay.drain()
    },
    async stop() {
      await reconciler.stop()
      await worker.stop()
      await consumer.stop()
      await relay.stop()
    },
  }
}

/** The steps of its schema, in order. */
export const paymentsTables = async (): Promise<Migration[]> => [eventTables, parkedActs, ...await loadMigrations(new URL('./store/migrations/', import.meta.url))]
