import { requireOperator } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { AuditedMails, notificationsContract } from '../contract.ts'
import type { NotificationsDeps } from '../deps.ts'

export const audit = ({ database }: Pick<NotificationsDeps, 'database'>): Handler<typeof notificationsContract.audit> => async ({ input, context }) => {
  requireOperator(context.caller)
  return database.rows<AuditedMails>(
    `select data ->> 'orderId' as "orderId", count(*) filter (where kind = 'order-confirmed')::int as confirmed,
       count(*) filter (where kind = 'order-dispatched')::int as dispatched, count(*) filter (where kind = 'order-cancelled')::int as cancelled,
       count(*) filter (where kind = 'order-refunded')::int as refunded
     from message where data ? 'orderId' and data ->> 'orderId' = any($1::text[]) group by 1`, [input.orderIds])
}
