import { requireOperator } from '@octavo/caller'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { inventoryContract } from '../contract.ts'
import type { InventoryParts } from '../deps.ts'
import { readReservations } from '../store/reservations.ts'

/** Newest first. */
export const listReservations = ({ database }: Pick<InventoryParts, 'database'>): Handler<typeof inventoryContract.listReservations> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const [before] = readCursor('reservations', input.cursor, 1) ?? []
    const rows = await readReservations(database, input, before === undefined ? undefined : String(before), input.limit + 1)
    return cutPage(rows, input.limit, (last) => writeCursor('reservations', [last.id]))
  }
