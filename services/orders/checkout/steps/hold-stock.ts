import { isFailure } from '@octavo/failure'
import type { inventoryContract } from '@octavo/inventory/contract'
import type { Client } from '@octavo/rpc'
import type { AgreedLine } from '../../order/agreed.ts'
import { agreedOf, refused, type UndoableStep } from './step.ts'

export interface HoldStockDeps {
  readonly inventory: Client<typeof inventoryContract>
  /** Beyond the checkout's deadline: the saga ends it first, always. */
  readonly holdMarginMs: number
}

/** Holds all of it or none, until well after the checkout's own deadline: while it lives, the saga is the timer. */
export const holdStock = ({ inventory, holdMarginMs }: HoldStockDeps): UndoableStep => ({
  async do(checkout, key) {
    const { lines } = agreedOf(checkout)
    try {
      const expiresAt = new Date(checkout.deadlineAt.getTime() + holdMarginMs).toISOString()
      const { promised } = await inventory.hold({ ...key, lines: demandOf(lines), expiresAt })
      return { happened: { kind: 'held', promised } }
    } catch (error) {
      if (isFailure(error, 'OUT_OF_STOCK')) return refused({ code: 'OUT_OF_STOCK', message: wordsFor(lines, error.data['stockItemIds']) }, false)
      if (isFailure(error, 'NOT_FOUND')) return refused({ code: 'NOT_FOR_SALE', message: 'Something in the basket is not sold any more. Remove it, then go on.' }, false)
      throw error
    }
  },

  async undo(_, key) {
    await inventory.release({ ...key, reason: 'checkout ended' })
  },
})

/** Two lines may draw on one stock item: asked for together, or each would be held against the same copies. */
export function demandOf(lines: readonly Pick<AgreedLine, 'stockItemId' | 'units'>[]): { stockItemId: string; units: number }[] {
  const demand = new Map<string, number>()
  for (const { stockItemId, units } of lines) if (stockItemId !== null) demand.set(stockItemId, (demand.get(stockItemId) ?? 0) + units)
  return [...demand].map(([stockItemId, units]) => ({ stockItemId, units }))
}

function wordsFor(lines: readonly AgreedLine[], short: unknown): string {
  const titles = lines.filter((line) => Array.isArray(short) && short.includes(line.stockItemId)).map((line) => line.title)
  return titles.length === 0 ? 'There are not enough copies left; you have not been charged.' : `There are not enough copies left of ${titles.join(', ')}; you have not been charged.`
}
