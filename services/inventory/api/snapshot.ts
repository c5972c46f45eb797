import { requireOperator } from '@octavo/caller'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { inventoryContract } from '../contract.ts'
import type { InventoryParts } from '../deps.ts'
import { readLevelsAfter } from '../store/levels.ts'

/** All levels by id, each with the version of the last event that told of it. */
export const snapshot = ({ database }: Pick<InventoryParts, 'database'>): Handler<typeof inventoryContract.snapshot> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const [after] = readCursor('snapshot', input.cursor, 1) ?? []
    const rows = await readLevelsAfter(database, after === undefined ? '' : String(after), input.limit + 1)
    return cutPage(rows, input.limit, (last) => writeCursor('snapshot', [last.stockItemId]))
  }
