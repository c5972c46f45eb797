import type { Clock } from '@octavo/clock'
import { testDatabase } from '@octavo/database/testing'
import { eventTables, type DataOf, type EventType } from '@octavo/events'
import { newId } from '@octavo/ids'
import type { NotificationsConfig } from '../config.ts'
import { startTestNotifications, testNotificationsConfig } from '../testing.ts'
import { mailServer } from './mail-server.ts'

export interface Clocked extends Clock { advance(byMs: number): void }

/** Mails with a real mail server; without one when it is `kept`. */
export async function openShop({ kept = false, ...config }: Partial<NotificationsConfig> & { kept?: boolean } = {}) {
  const server = await mailServer()
  let aheadMs = 0
  const clock: Clocked = { now: () => new Date(Date.now() + aheadMs), advance: (byMs) => { aheadMs += byMs } }
  const notifications = await startTestNotifications({ clock, config: { ...testNotificationsConfig, smtpUrl: kept ? undefined : server.url, ...config } })
  const { database, events, service } = notifications
  const orders = await testDatabase('orders', [eventTables])
  const outbox = events.outbox('orders', orders)
  const relay = events.relay('orders', orders)
  return {
    ...notifications, server, clock, asUsers: notifications.client({ kind: 'service', service: 'users' }),
    /** Orders' own telling, and what came of it. */
    async tell<Type extends EventType<string, never> | EventType>(type: Type, data: DataOf<Type>): Promise<void> {
      await orders.transaction((tx) => outbox.append(tx, type, newId('ord'), data))
      await relay.flush()
      await service.caughtUp()
    },
    /** A second process of it on the same data, told everything from the beginning once more. */
    async startedOver(): Promise<void> {
      await database.run('delete from inbox')
      await database.run('update consumer_cursor set position = 0')
      const again = await startTestNotifications({ database, events, clock, config: { ...testNotificationsConfig, smtpUrl: kept ? undefined : server.url, ...config } })
      await again.service.caughtUp()
      await again.stop()
    },
    /** The mails for an address, newest first. */
    async mailsTo(to: string) {
      const { items } = await notifications.client().listMessages({ to })
      return Promise.all(items.map(({ id }) => notifications.client().getMessage({ messageId: id })))
    },
  }
}
