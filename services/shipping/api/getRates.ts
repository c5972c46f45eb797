import { requireOperator } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { shippingContract } from '../contract.ts'
import type { ShippingParts } from '../deps.ts'
import { anySeller } from '../rates/table.ts'
import { readRates } from '../store/rates.ts'

export const getRates = ({ database }: Pick<ShippingParts, 'database'>): Handler<typeof shippingContract.getRates> =>
  async ({ input: { sellerId, market }, context }) => {
    requireOperator(context.caller)
    const own = await readRates(database, sellerId, market)
    return own.length > 0 ? { own: true, rates: own } : { own: false, rates: await readRates(database, anySeller, market) }
  }
