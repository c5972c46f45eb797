import { requireOperator } from '@octavo/caller'
import { idFloor } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { AuditedHold, inventoryContract } from '../contract.ts'
import type { InventoryParts } from '../deps.ts'

export const audit = ({ database }: Pick<InventoryParts, 'database'>): Handler<typeof inventoryContract.audit> => async ({ input, context }) => {
  requireOperator(context.caller)
  const { after, since, limit } = input
  const ids = input.checkoutIds ?? (await database.rows<{ id: string }>(
    `select distinct checkout_id as id from hold where checkout_id > $1 and checkout_id >= $2 and status in ('held', 'firm', 'settled') order by checkout_id limit $3`,
    [after, since === null ? '' : idFloor('cko', new Date(since)), limit])).map(({ id }) => id)
  const rows = await database.rows<Omit<AuditedHold, 'expiresAt'> & { expiresAt: Date | null }>(
    `select wanted.id as "checkoutId",
       coalesce((select h.status from hold h where h.checkout_id = wanted.id and h.status in ('held', 'firm', 'settled') order by h.attempt desc limit 1), 'none') as status,
       (select coalesce(sum(r.open_units), 0)::int from reservation r where r.checkout_id = wanted.id) as "openUnits",
       (select max(h.expires_at) from hold h where h.checkout_id = wanted.id and h.status = 'held') as "expiresAt"
     from unnest($1::text[]) wanted (id) order by wanted.id`, [ids])
  return { holds: rows.map((row) => ({ ...row, expiresAt: row.expiresAt?.toISOString() ?? null })), next: input.checkoutIds === undefined && ids.length === limit ? ids.at(-1) ?? null : null }
}
