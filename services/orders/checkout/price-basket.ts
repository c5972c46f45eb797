import type { Address } from '@octavo/address'
import type { FrozenLine } from '@octavo/cart/contract'
import { failure } from '@octavo/failure'
import { findMarket, type Market } from '@octavo/market'
import { sum, times, type Money } from '@octavo/money'
import type { Client } from '@octavo/rpc'
import type { DeliveryOption, shippingContract } from '@octavo/shipping/contract'
import { priceOrder, type Priced } from '../order/price-order.ts'
import { requireSalesRights } from '../order/sales-rights.ts'
import { taxRule } from '../tax/tax-rule.ts'

export interface PriceBasketDeps {
  readonly shipping: Client<typeof shippingContract>
  readonly markets: readonly Market[]
}

export interface BasketToPrice {
  readonly market: string
  readonly lines: readonly FrozenLine[]
  readonly address: Address
  /** The cheapest when it does not say. */
  readonly deliveryOption?: string | undefined
}

export interface PricedBasket {
  readonly market: Market
  readonly options: readonly DeliveryOption[]
  readonly option: DeliveryOption
  readonly priced: Priced
}

/**
 * What a basket costs delivered to an address: asked for by the quote and by the checkout, so that they agree to the cent.
 * @throws NO_DELIVERY, NO_SALES_RIGHT, INVALID_INPUT
 */
export async function priceBasket({ shipping, markets }: PriceBasketDeps, { market: marketId, lines, address, deliveryOption }: BasketToPrice): Promise<PricedBasket> {
  const market = findMarket(markets, marketId)
  if (!market) throw new TypeError(`there is no market ${marketId}`)
  const tax = taxRule(address)
  if (!tax) throw failure('INVALID_INPUT', 'An address in the United States needs its state, two letters such as NY.', { fields: [{ path: 'shippingAddress.region', message: 'two letters such as NY' }] })
  const { country, region, postalCode } = address
  requireSalesRights(lines, country)
  const options = await shipping.quote({
    market: market.id, destination: { country, postalCode, ...(region === undefined ? {} : { region }) }, parcels: parcelsOf(lines, market.currency),
  })
  const option = deliveryOption === undefined ? options[0] : options.find(({ id }) => id === deliveryOption)
  if (!option) throw failure('NO_DELIVERY', deliveryOption === undefined ? undefined : 'This way of delivery is not offered for these goods to that address. Choose another one.')
  const priced = priceOrder({
    lines: lines.map((line) => ({ sellerId: line.offer.sellerId, unitPriceMinor: minor(line.unitPrice, market), quantity: line.quantity, taxClass: line.offer.taxClass, digital: line.offer.digital })),
    delivery: option.parts.map((part) => ({ sellerId: part.sellerId, priceMinor: minor(part.price, market) })),
    adjustments: [], tax, taxIncluded: market.taxIncluded,
  })
  return { market, options, option, priced }
}

/** A parcel a seller; what is digital does not travel. */
function parcelsOf(lines: readonly FrozenLine[], currency: string) {
  const travelling = lines.filter((line) => !line.offer.digital)
  return [...Map.groupBy(travelling, (line) => line.offer.sellerId)].map(([sellerId, its]) => ({
    sellerId,
    weightGrams: its.reduce((grams, line) => grams + line.offer.weightGrams * line.quantity, 0),
    items: sum(its.map((line) => times(line.unitPrice, line.quantity)), currency),
  }))
}

function minor({ amountMinor, currency }: Money, market: Market): number {
  if (currency !== market.currency) throw new TypeError(`an amount in ${currency} in a basket of market ${market.id}`)
  return amountMinor
}
