import { requireOperator } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { inventoryContract } from '../contract.ts'
import type { InventoryParts } from '../deps.ts'

interface Row {
  readonly id: string
  readonly onHand: number
  readonly ledger: number
  readonly shelves: number
  readonly reserved: number
  readonly held: number
  readonly shelved: number
  readonly promised: number
  readonly promises: number
  readonly promiseLimit: number
}

/** Every figure of a stock item is kept twice; both must say the same, in one look at the tables. */
export const auditStock = ({ database }: Pick<InventoryParts, 'database'>): Handler<typeof inventoryContract.auditStock> => async ({ input, context }) => {
  requireOperator(context.caller)
  const rows = await database.rows<Row>(
    `select i.id, i.on_hand as "onHand", i.reserved, i.promised, i.promise_limit as "promiseLimit",
       (select coalesce(sum(m.change), 0)::int from movement m where m.stock_item_id = i.id) as ledger,
       kept.held, kept.promises, level.shelves, level.shelved
     from (select * from stock_item where id > $1 order by id limit $2) i
     cross join lateral (
       select coalesce(sum(r.open_units) filter (where not r.promised), 0)::int as held, coalesce(sum(r.open_units) filter (where r.promised), 0)::int as promises
       from reservation r where r.stock_item_id = i.id) kept
     cross join lateral (select coalesce(sum(l.on_hand), 0)::int as shelves, coalesce(sum(l.reserved), 0)::int as shelved from stock_level l where l.stock_item_id = i.id) level
     order by i.id`, [input.after, input.limit])
  return {
    examined: rows.length,
    wrong: rows.flatMap((row) => contradictions(row).map((detail) => ({ stockItemId: row.id, detail }))),
    next: rows.length === input.limit ? rows.at(-1)?.id ?? null : null,
  }
}

function contradictions({ onHand, ledger, shelves, reserved, held, shelved, promised, promises, promiseLimit }: Row): string[] {
  const claims: readonly [boolean, string][] = [
    [reserved < 0 || reserved > onHand, `${reserved} reserved of ${onHand} on hand`],
    [promised < 0 || promised > promiseLimit, `${promised} promised of at most ${promiseLimit}`],
    [onHand !== ledger, `${onHand} on hand, and the movements make ${ledger}`],
    [onHand !== shelves, `${onHand} on hand, and the locations have ${shelves}`],
    [reserved !== held, `${reserved} reserved, and the holds keep ${held}`],
    [reserved !== shelved, `${reserved} reserved, and the locations keep ${shelved}`],
    [promised !== promises, `${promised} promised, and the holds wait for ${promises}`],
  ]
  return claims.flatMap(([wrong, detail]) => (wrong ? [detail] : []))
}
