import { requireOperator } from '@octavo/caller'
import { newId } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { inventoryContract } from '../contract.ts'
import type { InventoryParts } from '../deps.ts'
import { registerItems } from '../store/levels.ts'

/**
 * Tells no events: who registers an item says itself what is there, and a catalogue of a hundred thousand is not to be told its own
 * words again. What changes from then on is told.
 */
export const registerStockItems = ({ database, clock }: Pick<InventoryParts, 'database' | 'clock'>): Handler<typeof inventoryContract.registerStockItems> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    if (input.length === 0) return { created: 0 }
    return { created: await registerItems(database, input.map((item) => ({ ...item, movementId: newId('mov') })), clock.now()) }
  }
