import { failure } from '@octavo/failure'
import { findMarket, type Market } from '@octavo/market'

/** The market asked for, the first when none is. @throws INVALID_INPUT */
export function marketOf(markets: readonly Market[], id: string | undefined): Market {
  const market = findMarket(markets, id)
  if (market) return market
  throw failure('INVALID_INPUT', `There is no market "${id}". There are: ${markets.map((one) => one.id).join(', ')}.`, { fields: [{ path: 'market', message: 'unknown' }] })
}
