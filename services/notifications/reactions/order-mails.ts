import type { Reaction } from '@octavo/events'
import { batchReaction } from '@octavo/events'
import { orderCancelled, orderPaymentRefused, orderPlaced, orderRefunded, subOrderDispatched } from '@octavo/orders/events'
import { compose, type Composed } from '../mail/compose.ts'
import type { NotificationsDeps } from '../deps.ts'

/** One mail an event, however often the event comes. Digital goods do not "leave" by mail: their order's confirmation is enough. */
export function orderMails({ config, sender }: NotificationsDeps): Reaction[] {
  const options = { shopName: config.shopName, queue: config.smtpUrl !== undefined }
  return [
    batchReaction(orderPlaced, async (events, tx) => {
      await compose(tx, events.map(({ id, data }): Composed => ({ onceKey: id, kind: 'order-confirmed', to: data.email, locale: data.locale, data })), options)
      if (sender) tx.afterCommit(sender.wake)
    }),
    batchReaction(subOrderDispatched, async (events, tx) => {
      const parcels = events.filter(({ data }) => data.carrier !== 'digital')
      await compose(tx, parcels.map(({ id, data }): Composed => ({ onceKey: id, kind: 'order-dispatched', to: data.email, locale: data.locale, data })), options)
      if (sender) tx.afterCommit(sender.wake)
    }),
    batchReaction(orderCancelled, async (events, tx) => {
      await compose(tx, events.map(({ id, data }): Composed => ({ onceKey: id, kind: 'order-cancelled', to: data.email, locale: data.locale, data })), options)
      if (sender) tx.afterCommit(sender.wake)
    }),
    batchReaction(orderRefunded, async (events, tx) => {
      await compose(tx, events.map(({ id, data }): Composed => ({ onceKey: id, kind: 'order-refunded', to: data.email, locale: data.locale, data })), options)
      if (sender) tx.afterCommit(sender.wake)
    }),
    batchReaction(orderPaymentRefused, async (events, tx) => {
      await compose(tx, events.map(({ id, data }): Composed => ({ onceKey: id, kind: 'payment-refused', to: data.email, locale: data.locale, data })), options)
      if (sender) tx.afterCommit(sender.wake)
    }),
  ]
}
