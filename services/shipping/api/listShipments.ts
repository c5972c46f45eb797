import { requireOperator } from '@octavo/caller'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { shippingContract } from '../contract.ts'
import type { ShippingParts } from '../deps.ts'
import { readShipments } from '../store/shipments.ts'

/** Newest first. */
export const listShipments = ({ database }: Pick<ShippingParts, 'database'>): Handler<typeof shippingContract.listShipments> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const [before] = readCursor('shipments', input.cursor, 1) ?? []
    const rows = await readShipments(database, input, before === undefined ? undefined : String(before), input.limit + 1)
    return cutPage(rows, input.limit, (last) => writeCursor('shipments', [last.id]))
  }
