import { isFailure } from '@octavo/failure'
import type { inventoryContract } from '@octavo/inventory/contract'
import type { Client } from '@octavo/rpc'
import type { AgreedLine } from '../../order/agreed.ts'
import type { Short } from '../saga.ts'
import { agreedOf, refused, type Outcome, type UndoableStep } from './step.ts'

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
      if (isFailure(error, 'OUT_OF_STOCK')) return soldOut(inventory, lines, error.data['stockItemIds'])
      if (isFailure(error, 'NOT_FOUND')) return refused({ code: 'NOT_FOR_SALE', message: 'Something in the basket is not sold any more. Remove it, then go on.' }, false)
      throw error
    }
  },

  async undo(_, key) {
    await inventory.release({ ...key, reason: 'checkout ended' })
  },
})

/** Says what there is too little of and how much of it there is, as far as the stock room can tell now. */
const soldOut = async (inventory: HoldStockDeps['inventory'], lines: readonly AgreedLine[], stockItemIds: unknown): Promise<Outcome> => {
  const wanted = lines.filter((line) => Array.isArray(stockItemIds) && stockItemIds.includes(line.stockItemId))
  const levels = await inventory.getLevels({ stockItemIds: [...new Set(wanted.flatMap(({ stockItemId }) => stockItemId ?? []))] }).catch(() => [])
  const leftOf = ({ stockItemId, units, quantity }: AgreedLine): number => {
    const level = levels.find((one) => one.stockItemId === stockItemId)
    return level === undefined ? 0 : Math.max(0, Math.min(quantity - 1, Math.floor((level.available + level.promiseLimit - level.promised) / (units / quantity))))
  }
  const short = wanted.map((line): Short => ({ offerId: line.offerId, title: line.title, wanted: line.quantity, left: leftOf(line) }))
  return { happened: { kind: 'refused', partly: false, failure: { code: 'OUT_OF_STOCK', detail: wordsFor(short), short } } }
}

/** Two lines may draw on one stock item: asked for together, or each would be held against the same copies. */
export function demandOf(lines: readonly Pick<AgreedLine, 'stockItemId' | 'units'>[]): { stockItemId: string; units: number }[] {
  const demand = new Map<string, number>()
  for (const { stockItemId, units } of lines) if (stockItemId !== null) demand.set(stockItemId, (demand.get(stockItemId) ?? 0) + units)
  return [...demand].map(([stockItemId, units]) => ({ stockItemId, units }))
}

function wordsFor(short: readonly Short[]): string {
  const titles = short.map(({ title }) => title)
  return titles.length === 0 ? 'There are not enough copies left; you have not been charged.' : `There are not enough copies left of ${titles.join(', ')}; you have not been charged.`
}
