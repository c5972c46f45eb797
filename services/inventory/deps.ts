import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Events } from '@octavo/events'
import type { ordersContract } from '@octavo/orders/contract'
import type { Client } from '@octavo/rpc'
import type { Log } from '@octavo/telemetry'
import type { InventoryConfig } from './config.ts'
import type { HoldAnswer, HoldStep } from './store/holds.ts'
import type { Expiry } from './sweeper/expiry.ts'

export interface InventoryDeps {
  readonly database: Database
  readonly events: Events
  readonly orders: Pick<Client<typeof ordersContract>, 'checkoutsAlive'>
  readonly clock: Clock
  readonly log: Log
  readonly config: InventoryConfig
}

/** What procedures and reactions work with. */
export interface InventoryParts extends InventoryDeps {
  readonly expiry: Expiry
  readonly decideHold: (step: HoldStep) => Promise<HoldAnswer>
  /** Events were told by a statement: carry them on. */
  readonly wake: () => void
}
