import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Events, Outbox } from '@octavo/events'
import type { Log } from '@octavo/telemetry'
import type { PaymentsConfig } from './config.ts'
import type { Mover } from './movements/mover.ts'
import type { WithShopper } from './movements/with-shopper.ts'
import type { Authorising } from './payment/authorising.ts'
import type { Provider } from './provider/port.ts'

export interface PaymentsDeps {
  readonly database: Database
  readonly events: Events
  readonly clock: Clock
  readonly log: Log
  readonly config: PaymentsConfig
}

/** What procedures and reactions work with. */
export interface PaymentsParts extends PaymentsDeps {
  readonly outbox: Outbox
  readonly provider: Provider
  readonly authorising: Authorising
  readonly mover: Mover
  readonly shopper: WithShopper
}
