import { requireOperator } from '@octavo/caller'
import { failure, never } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { inventoryContract } from '../contract.ts'
import type { InventoryParts } from '../deps.ts'
import { defaultLocation } from '../store/locations.ts'
import { adjustStock, readLevels } from '../store/levels.ts'

/** More than this of one thing is a slip of the hand. */
const mostUnits = 1_000_000_000

export const adjust = ({ database, clock, wake }: Pick<InventoryParts, 'database' | 'clock' | 'wake'>): Handler<typeof inventoryContract.adjust> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    if (input.change === 0 || Math.abs(input.change) > mostUnits) {
      throw failure('INVALID_INPUT', 'A movement changes the level, by a thousand million at most.', { fields: [{ path: 'change', message: 'not 0, and not that much' }] })
    }
    const location = input.location ?? defaultLocation.id
    const { outcome, told } = await adjustStock(database, { ...input, location, movementId: newId('mov'), now: clock.now() })
    if (told) wake()
    const [level] = await readLevels(database, [input.stockItemId])
    switch (outcome) {
      case 'missing': throw failure('NOT_FOUND', 'There is no such stock item.')
      case 'elsewhere': throw failure('NOT_FOUND', `There is no location ${location}.`)
      case 'short':
        throw failure('OUT_OF_STOCK', `Not that many can be taken away at ${location}: of ${level?.onHand ?? 0} on hand everywhere ${level?.reserved ?? 0} are reserved for buyers.`, { level })
      case 'full':
        throw failure('INVALID_INPUT', `A level holds ${mostUnits} at most.`, { fields: [{ path: 'change', message: 'too much' }] })
      case 'moved':
      case 'repeated':
        if (!level) throw new Error(`stock item ${input.stockItemId} is gone`)
        return level
      default: return never(outcome)
    }
  }
