import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Events, Outbox } from '@octavo/events'
import type { Log } from '@octavo/telemetry'

export interface SellersDeps {
  readonly database: Database
  readonly events: Events
  readonly clock: Clock
  readonly log: Log
}

/** What procedures work with. */
export interface SellersParts extends SellersDeps {
  readonly outbox: Outbox
}
