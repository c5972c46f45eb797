import { requireOperator } from '@octavo/caller'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { shippingContract } from '../contract.ts'
import type { ShippingParts } from '../deps.ts'
import { readShipmentsAfter } from '../store/shipments.ts'

/** All shipments, oldest first. */
export const snapshot = ({ database }: Pick<ShippingParts, 'database'>): Handler<typeof shippingContract.snapshot> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const [after] = readCursor('snapshot', input.cursor, 1) ?? []
    const rows = await readShipmentsAfter(database, after === undefined ? '' : String(after), input.limit + 1)
    return cutPage(rows, input.limit, (last) => writeCursor('snapshot', [last.id]))
  }
