import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Events } from '@octavo/events'
import type { Log } from '@octavo/telemetry'
import type { NotificationsConfig } from './config.ts'
import type { Sender } from './mail/sender.ts'

export interface NotificationsOptions {
  readonly database: Database
  readonly events: Events
  readonly config: NotificationsConfig
  readonly publicUrl: () => string
  readonly clock: Clock
  readonly log: Log
}

export interface NotificationsDeps extends NotificationsOptions {
  /** Absent without a mail server: mails are kept. */
  readonly sender: Sender | undefined
}
