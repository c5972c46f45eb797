import { requireOperator } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { idFloor } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { AuditedCheckout, ordersContract } from '../contract.ts'

/** Ids are made in the order of time, so what was begun since then is a range of the key; what is open is found by what is due. */
export const audit = ({ database }: { database: Database }): Handler<typeof ordersContract.audit> => async ({ input, context }) => {
  requireOperator(context.caller)
  const { after, since, limit } = input
  const ids = input.checkoutIds ?? (await database.rows<{ id: string }>(
    `select id from (
       (select id from checkout where id > $1 and id >= $2 order by id limit $3)
       union (select checkout_id from placed_order where checkout_id > $1 and checkout_id >= $2 order by checkout_id limit $3)
       union (select id from checkout where due_at is not null and id > $1 order by id limit $3)
     ) page order by id limit $3`, [after, since === null ? '' : idFloor('cko', new Date(since)), limit])).map(({ id }) => id)
  const rows = await database.rows<Row>(
    `select wanted.id as "checkoutId", c.status, c.saga ->> 'at' as step, c.due_at as "dueAt", c.deadline_at as "deadlineAt",
       o.id as "orderId", o.status as "orderStatus", o.agreed ->> 'currency' as currency, (o.agreed ->> 'totalMinor')::float8 as "totalMinor",
       (select sum((part ->> 'totalMinor')::float8) from jsonb_array_elements(o.agreed -> 'subOrders') part) as "partsMinor",
       (select coalesce(sum((line ->> 'units')::int - (line ->> 'units')::int / (line ->> 'quantity')::int * coalesce((
            select sum((off ->> 'quantity')::int) from refund r, jsonb_array_elements(r.parts -> 'lines') off where r.order_id = o.id and off ->> 'lineId' = line ->> 'id' and (off ->> 'unsent')::boolean), 0)), 0)::int
          from jsonb_array_elements(o.agreed -> 'lines') line join order_line l on l.order_id = o.id and l.id = line ->> 'id' where l.shipment_id is null and line ->> 'stockItemId' is not null) as "openUnits",
       (select count(*)::int from shipment s where s.order_id = o.id and s.carrier <> 'digital') as parcels,
       given.*
     from unnest($1::text[]) wanted (id) left join checkout c on c.id = wanted.id left join placed_order o on o.checkout_id = wanted.id
     cross join lateral (select coalesce(sum(r.amount_minor) filter (where r.status = 'given'), 0)::float8 as "refundedMinor", (count(*) filter (where r.status = 'given'))::int as refunds,
       (count(*) filter (where r.status = 'wanted'))::int as "refundsWanted" from refund r where r.order_id = o.id) given
     where c.id is not null or o.id is not null order by wanted.id`, [ids])
  return { checkouts: rows.map(shown), next: input.checkoutIds === undefined && ids.length === limit ? ids.at(-1) ?? null : null }
}

type Saga = NonNullable<AuditedCheckout['saga']>
type Order = NonNullable<AuditedCheckout['order']>

interface Row {
  readonly checkoutId: string
  readonly status: Saga['status'] | null
  readonly step: string
  readonly dueAt: Date | null
  readonly deadlineAt: Date
  readonly orderId: string | null
  readonly orderStatus: Order['status']
  readonly currency: string
  readonly totalMinor: number
  readonly partsMinor: number | null
  readonly openUnits: number
  readonly parcels: number
  readonly refundedMinor: number
  readonly refunds: number
  readonly refundsWanted: number
}

const shown = ({ checkoutId, status, step, dueAt, deadlineAt, orderId, orderStatus, currency, totalMinor, partsMinor, openUnits, parcels, ...given }: Row): AuditedCheckout => ({
  checkoutId,
  saga: status === null ? null : { status, step, dueAt: dueAt?.toISOString() ?? null, deadlineAt: deadlineAt.toISOString() },
  order: orderId === null ? null : { id: orderId, status: orderStatus, currency, totalMinor, partsMinor: partsMinor ?? 0, openUnits, parcels, ...given },
})
