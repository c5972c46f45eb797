import { requireOperator } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { inventoryContract } from '../contract.ts'
import type { InventoryParts } from '../deps.ts'
import { readLevels } from '../store/levels.ts'

export const getLevels = ({ database }: Pick<InventoryParts, 'database'>): Handler<typeof inventoryContract.getLevels> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    return readLevels(database, input.stockItemIds)
  }
