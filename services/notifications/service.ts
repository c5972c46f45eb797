import type { Migration } from '@octavo/database'
import { loadMigrations } from '@octavo/database/migrations'
import { eventTables, parkedActs, type Consumer } from '@octavo/events'
import { routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import { getMessage, listMessages, send } from './api/messages.ts'
import { audit } from './audit/audit.ts'
import { notificationsContract } from './contract.ts'
import type { NotificationsOptions, NotificationsDeps } from './deps.ts'
import { openSender } from './mail/sender.ts'
import { orderMails } from './reactions/order-mails.ts'

export { readNotificationsConfig } from './config.ts'

export interface NotificationsService extends Part {
  readonly router: Router
  readonly consumer: Consumer
  /** Done when every event there is has had its effect, and every mail due was tried. For tests. */
  caughtUp(): Promise<void>
}

/** Mails: composed once an event, sent by SMTP or kept in the shop's own outbox. */
export function createNotifications(options: NotificationsOptions): NotificationsService {
  const { database, events, config, publicUrl, clock, log } = options
  const { smtpUrl, from, shopName } = config
  const relay = events.relay('notifications', database)
  const sender = smtpUrl === undefined ? undefined : openSender({ database, outbox: events.outbox('notifications', database), smtpUrl, from, shopName, shopUrl: publicUrl, clock, log })
  const deps: NotificationsDeps = { ...options, sender }
  const router = routerOf(notificationsContract, { listMessages: listMessages(deps), getMessage: getMessage(deps), audit: audit(deps), send: send(deps) }, (error, procedure) => log.error({ err: error, procedure }, 'a bug in notifications'))
  const consumer = events.consumer({ consumer: 'notifications', database, reactions: orderMails(deps), from: 'beginning' })
  return {
    name: 'notifications',
    router,
    consumer,
    async caughtUp() {
      await consumer.caughtUp()
      await sender?.round()
    },
    async start() {
      await database.migrate(await notificationsTables())
      await relay.start()
      await consumer.start()
      sender?.start()
    },
    ready: () => database.run('select 1').then(() => true as const, (error: Error) => error.message),
    drain: () => consumer.stop(),
    async stop() {
      await sender?.stop()
      await consumer.stop()
      await relay.stop()
    },
  }
}

/** The steps of its schema, in order. */
export const notificationsTables = async (): Promise<Migration[]> => [eventTables, parkedActs, ...await loadMigrations(new URL('./store/migrations/', import.meta.url))]
