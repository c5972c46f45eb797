import type { FrozenLine } from '@octavo/cart/contract'
import type { Agreed, AgreedLine } from '../order/agreed.ts'
import type { CheckoutRequest } from './checkout.ts'
import type { PricedBasket } from './price-basket.ts'

/** Writes a priced basket down as what was agreed. `newId` draws ids for lines and sub-orders. */
export function agree(request: CheckoutRequest, lines: readonly FrozenLine[], { market, option, priced }: PricedBasket, newId: (prefix: string) => string): Agreed {
  const subOrders = priced.subOrders.map((part) => {
    const seller = lines[part.lines[0] ?? -1]?.offer
    if (!seller) throw new TypeError('a sub-order without lines')
    return { id: newId('sub'), sellerName: seller.sellerName, part }
  })
  const subOrderOf = (sellerId: string): string => subOrders.find(({ part }) => part.sellerId === sellerId)?.id ?? ''
  return {
    market: market.id, locale: market.locale, currency: market.currency, taxIncluded: market.taxIncluded,
    shippingAddress: request.shippingAddress,
    deliveryOption: option.id, deliveryLabel: option.label,
    promisedBy: lines.every((line) => line.offer.digital) ? null : option.latest,
    adjustments: [],
    lines: lines.map(({ quantity, unitPrice, offer }, at): AgreedLine => {
      const figures = priced.lines[at]
      if (!figures) throw new TypeError('a line without figures')
      return {
        id: newId('oln'), subOrderId: subOrderOf(offer.sellerId), offerId: offer.offerId, productId: offer.productId, variantId: offer.variantId,
        handle: offer.handle, title: offer.title, ...(offer.author === undefined ? {} : { author: offer.author }), format: offer.format, condition: offer.condition, cover: offer.cover,
        digital: offer.digital, stockItemId: offer.stockItemId, units: offer.unitsPerSale * quantity, weightGrams: offer.weightGrams, quantity,
        unitPriceMinor: unitPrice.amountMinor, ...figures,
      }
    }),
    subOrders: subOrders.map(({ id, sellerName, part: { lines: _, subtotalMinor: __, ...figures } }) => ({ id, sellerName, ...figures })),
    subtotalMinor: priced.subtotalMinor, discountMinor: priced.discountMinor, deliveryMinor: priced.deliveryMinor, taxMinor: priced.taxMinor, totalMinor: priced.totalMinor,
  }
}
