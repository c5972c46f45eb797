import type { Cache } from '@octavo/cache'
import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Events, Outbox } from '@octavo/events'
import type { Files } from '@octavo/files'
import type { inventoryContract } from '@octavo/inventory/contract'
import type { Market } from '@octavo/market'
import type { Client } from '@octavo/rpc'
import type { sellersContract } from '@octavo/sellers/contract'
import type { Log } from '@octavo/telemetry'
import type { Counts } from './categories/known-tree.ts'
import type { Tree } from './categories/tree.ts'
import type { JustPut } from './products/just-put.ts'

export interface CatalogDeps {
  readonly database: Database
  readonly events: Events
  readonly inventory: Pick<Client<typeof inventoryContract>, 'registerStockItems' | 'getLevels'>
  readonly sellers: Pick<Client<typeof sellersContract>, 'getSellers'>
  readonly cache: Cache
  /** Where pictures lie. */
  readonly files: Files
  readonly clock: Clock
  readonly log: Log
  readonly markets: readonly Market[]
}

export interface Redraws {
  /** Products were marked. */
  wake(): void
  /** Done when none is marked any more. */
  settled(): Promise<void>
  start(): void
  stop(): Promise<void>
}

/** What procedures, reactions and imports work with. */
export interface CatalogParts extends CatalogDeps {
  readonly outbox: Outbox
  /** The categories, for those who only show them. */
  readonly tree: () => Promise<Tree>
  readonly counts: () => Promise<Counts>
  readonly redraws: Redraws
  readonly justPut: JustPut
}
