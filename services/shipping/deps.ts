import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Events, Outbox } from '@octavo/events'
import type { Market } from '@octavo/market'
import type { ordersContract } from '@octavo/orders/contract'
import type { Client } from '@octavo/rpc'
import type { Log } from '@octavo/telemetry'
import type { Carrier } from './carrier/port.ts'
import type { ShippingConfig } from './config.ts'
import type { KnownRates } from './rates/known-rates.ts'

export interface ShippingDeps {
  readonly database: Database
  readonly events: Events
  readonly orders: Pick<Client<typeof ordersContract>, 'markDispatched'>
  readonly markets: readonly Market[]
  readonly clock: Clock
  readonly log: Log
  readonly config: ShippingConfig
}

/** What procedures work with. */
export interface ShippingParts extends ShippingDeps {
  readonly outbox: Outbox
  readonly rates: KnownRates
  /** Null: the shop has none, and parcels get a number of its own. */
  readonly carrier: Carrier | null
}
