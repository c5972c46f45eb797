import { isFailure } from '@octavo/failure'
import type { inventoryContract } from '@octavo/inventory/contract'
import type { Client } from '@octavo/rpc'
import type { Step } from './step.ts'

/** Takes the expiry away: from here nothing lapses. Its undo is the hold's own. */
export const firmHold = ({ inventory }: { readonly inventory: Client<typeof inventoryContract> }): Step => ({
  async do({ orderId }, key) {
    try {
      await inventory.makeFirm({ ...key, orderId })
      return { happened: { kind: 'firm' } }
    } catch (error) {
      if (isFailure(error, 'CONFLICT') || isFailure(error, 'UNDONE')) return { happened: { kind: 'lapsed' } }
      throw error
    }
  },
})
