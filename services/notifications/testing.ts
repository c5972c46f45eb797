import { after } from 'node:test'
import type { Caller } from '@octavo/caller'
import { systemClock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { testDatabases } from '@octavo/database/testing'
import type { Events } from '@octavo/events'
import { logTables, testEvents } from '@octavo/events/testing'
import type { Client } from '@octavo/rpc'
import { direct } from '@octavo/rpc/direct'
import { silentLog } from '@octavo/telemetry'
import type { NotificationsConfig } from './config.ts'
import { notificationsContract } from './contract.ts'
import type { NotificationsOptions } from './deps.ts'
import { createNotifications, notificationsTables, type NotificationsService } from './service.ts'

/** Without a mail server: mails are kept. */
export const testNotificationsConfig: NotificationsConfig = { smtpUrl: undefined, from: 'Octavo <shop@octavo.example>', shopName: 'Octavo' }

export interface TestNotifications {
  readonly service: NotificationsService
  readonly database: Database
  readonly events: Events
  /** The operator asking, unless said otherwise. */
  client(as?: Caller): Client<typeof notificationsContract>
  stop(): Promise<void>
}

/** A running notifications service on a fresh database. */
export async function startTestNotifications(overrides: Partial<NotificationsOptions> = {}): Promise<TestNotifications> {
  // Hooks run in their order: the service stops before its database closes.
  let stop = async (): Promise<void> => {}
  after(() => stop())
  const fresh = overrides.database && overrides.events ? undefined : await testDatabases({ notifications: notificationsTables(), events: logTables })
  const database = overrides.database ?? fresh!.notifications
  const events = overrides.events ?? await testEvents(fresh!.events)
  const service = createNotifications({
    config: testNotificationsConfig, publicUrl: () => 'http://shop.example', clock: systemClock, log: silentLog, ...overrides, database, events,
  })
  await service.start()
  let stopped: Promise<void> | undefined
  stop = () => (stopped ??= (async () => { await service.drain(); await service.stop() })())
  return { service, database, events, client: (as = { kind: 'operator' }) => direct(service.router).client(notificationsContract, as), stop }
}
