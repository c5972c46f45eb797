import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { shippingContract } from '../contract.ts'
import type { ShippingParts } from '../deps.ts'
import { anySeller } from '../rates/table.ts'
import { replaceRates } from '../store/rates.ts'

export const putRates = ({ database, rates: known }: Pick<ShippingParts, 'database' | 'rates'>): Handler<typeof shippingContract.putRates> =>
  async ({ input: { sellerId, market, rates }, context }) => {
    requireOperator(context.caller)
    if (sellerId === anySeller && rates.length === 0) throw failure('INVALID_INPUT', 'The shop\'s own table cannot be empty: it holds for every seller without one.')
    const steps = new Set(rates.map(({ zone, level, upToGrams }) => `${zone} ${level} ${upToGrams}`))
    if (steps.size < rates.length) throw failure('INVALID_INPUT', 'Two rates say what the same parcel costs.')
    const stranger = rates.find(({ zone, level }) => !known.table().transits(market, zone).some((transit) => transit.level === level))
    if (stranger) throw failure('INVALID_INPUT', `The market "${market}" has no ${stranger.level} delivery into a zone "${stranger.zone}".`)
    await replaceRates(database, sellerId, market, rates.map((rate) => ({ ...rate, sellerId, market })))
    await known.changed()
    return { count: rates.length }
  }
