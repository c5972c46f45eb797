import { requireService } from '@octavo/caller'
import { never } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { inventoryContract } from '../contract.ts'
import type { InventoryParts } from '../deps.ts'
import { releaseHold } from '../store/holds.ts'
import { staleFence } from './refusals.ts'

export const release = ({ database, wake }: Pick<InventoryParts, 'database' | 'wake'>): Handler<typeof inventoryContract.release> =>
  async ({ input, context }) => {
    requireService(context.caller)
    const { outcome, told } = await releaseHold(database, input)
    if (told) wake()
    switch (outcome) {
      case 'released': return { released: true }
      case 'nothing': return { released: false }
      case 'stale': throw staleFence(input)
      default: return never(outcome)
    }
  }
