import { failure, never } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { requireService } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { inventoryContract } from '../contract.ts'
import type { InventoryParts } from '../deps.ts'
import { staleFence, undone } from './refusals.ts'

/** One statement, alone or with others that want the same, so that the rows are locked no longer than the database needs to decide. */
export const hold = ({ decideHold, clock, expiry, wake }: Pick<InventoryParts, 'decideHold' | 'clock' | 'expiry' | 'wake'>): Handler<typeof inventoryContract.hold> =>
  async ({ input, context }) => {
    requireService(context.caller)
    const expiresAt = new Date(input.expiresAt)
    const lines = input.lines.map((line) => ({ ...line, reservationId: newId('rsv') }))
    const { outcome, promised, stockItemIds, told } = await decideHold({ ...input, lines, expiresAt, now: clock.now() })
    if (told) wake()
    switch (outcome) {
      case 'held':
        expiry.expect(expiresAt)
        return { held: true, promised }
      case 'short': throw failure('OUT_OF_STOCK', undefined, { stockItemIds })
      case 'missing': throw failure('NOT_FOUND', 'There is no such stock item.', { stockItemIds })
      case 'stale': throw staleFence(input)
      case 'undone': throw undone(input)
      default: return never(outcome)
    }
  }
