import type { cartContract } from '@octavo/cart/contract'
import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Events } from '@octavo/events'
import type { inventoryContract } from '@octavo/inventory/contract'
import type { Market } from '@octavo/market'
import type { paymentsContract } from '@octavo/payments/contract'
import type { Client } from '@octavo/rpc'
import type { shippingContract } from '@octavo/shipping/contract'
import type { Log, Registry } from '@octavo/telemetry'
import type { Rules } from './checkout/decide.ts'
import type { Versions } from './checkout/versions.ts'
import type { OrdersConfig } from './config.ts'

/** What orders needs of the process and of the other services. */
export interface OrdersDeps {
  readonly database: Database
  readonly events: Events
  readonly cart: Client<typeof cartContract>
  readonly inventory: Client<typeof inventoryContract>
  readonly payments: Client<typeof paymentsContract>
  readonly shipping: Client<typeof shippingContract>
  readonly markets: readonly Market[]
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Registry
  readonly config: OrdersConfig
  /** Where shoppers reach the shop: the bank sends them back there. */
  publicUrl(): string
  readonly rules?: Rules
  readonly versions?: Versions
  /** Nobody else runs checkouts: whatever somebody still has when this process starts was left by one that has ended. */
  readonly alone?: boolean
}
