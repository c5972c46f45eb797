import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Events, Outbox } from '@octavo/events'
import type { Client } from '@octavo/rpc'
import type { notificationsContract } from '@octavo/notifications/contract'
import type { Log } from '@octavo/telemetry'
import type { Auth } from './auth/auth.ts'
import type { Keys } from './auth/keys.ts'
import type { UsersConfig } from './config.ts'

export interface UsersOptions {
  readonly database: Database
  readonly events: Events
  readonly notifications: Client<typeof notificationsContract>
  readonly config: UsersConfig
  readonly publicUrl: () => string
  readonly clock: Clock
  readonly log: Log
}

/** What the procedures work with. */
export interface UsersDeps extends UsersOptions {
  readonly auth: Auth
  readonly keys: Keys
  readonly outbox: Outbox
  announce(): Promise<void>
}
