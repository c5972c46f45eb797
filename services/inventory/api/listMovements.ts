import { requireOperator } from '@octavo/caller'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { inventoryContract } from '../contract.ts'
import type { InventoryParts } from '../deps.ts'
import { readMovements } from '../store/movements.ts'

/** Newest first. */
export const listMovements = ({ database }: Pick<InventoryParts, 'database'>): Handler<typeof inventoryContract.listMovements> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const [before] = readCursor('movements', input.cursor, 1) ?? []
    const rows = await readMovements(database, input.stockItemId, before === undefined ? undefined : String(before), input.limit + 1)
    return cutPage(rows, input.limit, (last) => writeCursor('movements', [last.id]))
  }
