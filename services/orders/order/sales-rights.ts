import type { FrozenLine } from '@octavo/cart/contract'
import { failure } from '@octavo/failure'

/**
 * Publishers sell by territory: what has no right of sale in the buyer's country is refused before any money is asked for.
 * @throws NO_SALES_RIGHT naming the titles
 */
export function requireSalesRights(lines: readonly Pick<FrozenLine, 'lineId' | 'offer'>[], country: string): void {
  const refused = lines.filter(({ offer: { salesRights } }) => salesRights && (salesRights.excluded.includes(country) || !(salesRights.included.includes('WORLD') || salesRights.included.includes(country))))
  if (refused.length === 0) return
  const titles = [...new Set(refused.map(({ offer }) => offer.title))]
  throw failure('NO_SALES_RIGHT', `We have no right to sell ${titles.map((title) => `“${title}”`).join(' and ')} to that country. Take ${refused.length === 1 ? 'it' : 'them'} out of the basket, or choose another address.`, { lineIds: refused.map(({ lineId }) => lineId) })
}
