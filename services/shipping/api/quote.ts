import { failure } from '@octavo/failure'
import { findMarket } from '@octavo/market'
import type { Handler } from '@octavo/rpc'
import type { shippingContract } from '../contract.ts'
import { deliveryOptions, digitalOption } from '../rates/options.ts'
import type { ShippingParts } from '../deps.ts'

export const quote = ({ markets, rates, clock }: Pick<ShippingParts, 'markets' | 'rates' | 'clock'>): Handler<typeof shippingContract.quote> =>
  async ({ input: { market: marketId, destination, parcels } }) => {
    const market = findMarket(markets, marketId)
    if (!market) throw failure('NO_DELIVERY', `We do not sell in ${marketId}.`)
    // What weighs nothing is no parcel.
    const physical = parcels.filter((parcel) => parcel.weightGrams > 0)
    if (physical.length === 0) return [digitalOption(market, clock.now())]
    const options = deliveryOptions(rates.table(), market, destination.country, physical, clock.now())
    if (options.length === 0) throw failure('NO_DELIVERY', undefined, { country: destination.country })
    return options
  }
