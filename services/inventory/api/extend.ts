import { requireService } from '@octavo/caller'
import { never } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { inventoryContract } from '../contract.ts'
import type { InventoryParts } from '../deps.ts'
import { extendHold } from '../store/holds.ts'
import { staleFence, undone } from './refusals.ts'

export const extend = ({ database }: Pick<InventoryParts, 'database'>): Handler<typeof inventoryContract.extend> =>
  async ({ input, context }) => {
    requireService(context.caller)
    const outcome = await extendHold(database, { ...input, expiresAt: new Date(input.expiresAt) })
    switch (outcome) {
      case 'extended': return { extended: true }
      case 'not held': return { extended: false }
      case 'stale': throw staleFence(input)
      case 'undone': throw undone(input)
      default: return never(outcome)
    }
  }
