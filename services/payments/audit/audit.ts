import { requireOperator } from '@octavo/caller'
import { idFloor } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { AuditedPayment, paymentsContract } from '../contract.ts'
import type { PaymentsParts } from '../deps.ts'

export const audit = ({ database }: Pick<PaymentsParts, 'database'>): Handler<typeof paymentsContract.audit> => async ({ input, context }) => {
  requireOperator(context.caller)
  const { after, since, limit } = input
  const payments = input.checkoutIds
    ? await database.rows<AuditedPayment>(`select ${columns} from payment p where p.checkout_id = any($1::text[]) order by p.checkout_id`, [input.checkoutIds])
    : await database.rows<AuditedPayment>(
      `select ${columns} from payment p where p.checkout_id > $1 and p.checkout_id >= $2 order by p.checkout_id limit $3`, [after, since === null ? '' : idFloor('cko', new Date(since)), limit])
  return { payments, next: input.checkoutIds === undefined && payments.length === limit ? payments.at(-1)?.checkoutId ?? null : null }
}

const columns = `p.id as "paymentId", p.checkout_id as "checkoutId", p.order_id as "orderId", p.status, p.currency, p.amount_minor::float8 as "amountMinor",
  p.authorised_minor::float8 as "authorisedMinor", p.captured_minor::float8 as "capturedMinor", p.refunded_minor::float8 as "refundedMinor", p.not_charged_minor::float8 as "notChargedMinor",
  (select count(*)::int from movement m where m.payment_id = p.id and m.state = 'wanted') as wanted,
  array(select r.id from payment r where r.order_id = p.order_id and r.id <> p.id and r.status in ('authorised', 'captured', 'card_saved')) as rivals`
