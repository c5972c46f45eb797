import type { Clock } from '@octavo/clock'
import type { DataOf, EventType } from '@octavo/events'
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
  return {
    ...notifications, server, clock, asUsers: notifications.client({ kind: 'service', service: 'users' }),
    /** Orders' own telling, and what came of it. */
    async tell<Type extends EventType<string, never> | EventType>(type: Type, data: DataOf<Type>): Promise<void> {
      const outbox = events.outbox('orders', database)
      const relay = events.relay('orders', database)
      await database.transaction((tx) => outbox.append(tx, type, newId('ord'), data))
      await relay.start()
      await relay.flush()
      await relay.stop()
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
