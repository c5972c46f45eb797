import type { Cache } from '@octavo/cache'
import type { catalogContract } from '@octavo/catalog/contract'
import type { Database } from '@octavo/database'
import type { Events } from '@octavo/events'
import type { Market } from '@octavo/market'
import type { Client } from '@octavo/rpc'
import type { Log } from '@octavo/telemetry'
import type { Carts } from './basket/carts.ts'
import type { Offers } from './pricing/offers.ts'

export interface CartDeps {
  readonly database: Database
  readonly events: Events
  readonly catalog: Pick<Client<typeof catalogContract>, 'getOffers'>
  readonly cache: Cache
  readonly markets: readonly Market[]
  readonly log: Log
}

/** What procedures and reactions work with. */
export interface CartParts {
  readonly database: Database
  readonly carts: Carts
  readonly offers: Offers
  readonly markets: readonly Market[]
  readonly currencyOf: (market: string) => string
  /** Changes of one cart by this process, one after the other. */
  readonly inTurn: <T>(cartId: string, work: () => Promise<T>) => Promise<T>
  /** Events were told by a statement: carry them on. */
  readonly wake: () => void
}
