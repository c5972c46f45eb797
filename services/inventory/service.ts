import type { Migration } from '@octavo/database'
import { loadMigrations } from '@octavo/database/migrations'
import { eventTables, parkedActs } from '@octavo/events'
import { routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import { adjust } from './api/adjust.ts'
import { audit } from './audit/audit.ts'
import { auditStock } from './audit/auditStock.ts'
import { getLevels } from './api/getLevels.ts'
import { hold } from './api/hold.ts'
import { listMovements } from './api/listMovements.ts'
import { listReservations } from './api/listReservations.ts'
import { makeFirm } from './api/makeFirm.ts'
import { registerStockItems } from './api/registerStockItems.ts'
import { release } from './api/release.ts'
import { snapshot } from './api/snapshot.ts'
import { inventoryContract } from './contract.ts'
import type { InventoryDeps, InventoryParts } from './deps.ts'
import { holdQueue } from './holding/hold-queue.ts'
import { soldOutMemory } from './holding/sold-out.ts'
import { onOrderCancelled } from './reactions/order-cancelled.ts'
import { onOrderPlaced } from './reactions/order-placed.ts'
import { onOrderRefundAgreed } from './reactions/order-refund-agreed.ts'
import { onOrderRefunded } from './reactions/order-refunded.ts'
import { onSubOrderDispatched } from './reactions/sub-order-dispatched.ts'
import { ensureLocation, defaultLocation } from './store/locations.ts'
import { expiryOf } from './sweeper/expiry.ts'

export { readInventoryConfig } from './config.ts'

export interface InventoryService extends Part {
  readonly router: Router
  /** Done when every order event there is has had its effect. For tests and imports. */
  caughtUp(): Promise<void>
  /** Done when every event that was told is in the log. For tests and imports. */
  carried(): Promise<void>
  /** Frees forgotten holds now, as the sweeper does by itself; gives their number. */
  sweep(): Promise<number>
}

/** What is on the shelf and who it is for. */
export function createInventory(deps: InventoryDeps): InventoryService {
  const { database, events, orders, clock, log, config } = deps
  const relay = events.relay('inventory', database)
  const soldOut = soldOutMemory()
  const wake = () => {
    // Copies that come back after there were none change the item's band.
    soldOut.drop()
    relay.wake()
  }
  const expiry = expiryOf({
    database, clock, log, graceMs: config.graceMs, wakeRelay: wake,
    knownCheckouts: async (checkoutIds) => (await orders.checkoutsAlive({ checkoutIds: [...checkoutIds] })).known,
  })
  const parts: InventoryParts = { ...deps, expiry, wake, decideHold: holdQueue(database, soldOut) }
  const consumer = events.consumer({
    consumer: 'inventory', database, from: 'beginning',
    reactions: [onOrderPlaced(parts), onSubOrderDispatched(parts), onOrderCancelled(parts), onOrderRefundAgreed(parts), onOrderRefunded(parts)],
  })
  const router = routerOf(inventoryContract, {
    registerStockItems: registerStockItems(parts),
    getLevels: getLevels(parts),
    adjust: adjust(parts),
    hold: hold(parts),
    makeFirm: makeFirm(parts),
    release: release(parts),
    listReservations: listReservations(parts),
    listMovements: listMovements(parts),
    audit: audit(parts),
    auditStock: auditStock(parts),
    snapshot: snapshot(parts),
  }, (error, procedure) => log.error({ err: error, procedure }, 'a procedure failed'))

  return {
    name: 'inventory',
    router,
    caughtUp: () => consumer.caughtUp(),
    carried: () => relay.flush(),
    sweep: () => expiry.sweep(),
    async start() {
      await database.migrate(await inventoryTables())
      await ensureLocation(database, defaultLocation)
      await relay.start()
      await consumer.start()
      expiry.start()
    },
    ready: async () => {
      const answers = [await consumer.ready(), await relay.ready()]
      return answers.find((answer) => answer !== true) ?? true
    },
    async drain() {
      await expiry.stop()
      await consumer.drain()
      await relay.drain()
    },
    async stop() {
      await expiry.stop()
      await consumer.stop()
      await relay.stop()
    },
  }
}

/** The steps of its schema, in order. */
export const inventoryTables = async (): Promise<Migration[]> => [eventTables, parkedActs, ...await loadMigrations(new URL('./store/migrations/', import.meta.url))]
