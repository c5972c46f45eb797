import { requireService } from '@octavo/caller'
import { failure, never } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { inventoryContract } from '../contract.ts'
import type { InventoryParts } from '../deps.ts'
import { firmHold } from '../store/holds.ts'
import { staleFence, undone } from './refusals.ts'

export const makeFirm = ({ database }: Pick<InventoryParts, 'database'>): Handler<typeof inventoryContract.makeFirm> =>
  async ({ input, context }) => {
    requireService(context.caller)
    const outcome = await firmHold(database, input)
    switch (outcome) {
      case 'firm': return { firm: true }
      case 'lapsed': throw failure('CONFLICT', 'This hold has lapsed, or never was. Hold the stock again.', { checkoutId: input.checkoutId })
      case 'stale': throw staleFence(input)
      case 'undone': throw undone(input)
      default: return never(outcome)
    }
  }
