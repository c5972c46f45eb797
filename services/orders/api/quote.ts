import { requireOwner } from '@octavo/caller'
import type { cartContract } from '@octavo/cart/contract'
import { failure } from '@octavo/failure'
import { money } from '@octavo/money'
import type { Client, Handler } from '@octavo/rpc'
import { priceBasket, type PriceBasketDeps } from '../checkout/price-basket.ts'
import type { ordersContract } from '../contract.ts'

export const quote = (deps: PriceBasketDeps & { readonly cart: Client<typeof cartContract> }): Handler<typeof ordersContract.quote> => async ({ input, context }) => {
  const { cartId, shippingAddress, deliveryOption } = input
  const { market: marketId, lines } = await deps.cart.priceLines({ cartId, owner: requireOwner(context.caller) })
  if (lines.length === 0) throw failure('CART_EMPTY')
  const { market, options, option, priced } = await priceBasket(deps, { market: marketId, lines, address: shippingAddress, deliveryOption })
  const of = (amountMinor: number) => money(amountMinor, market.currency)
  return {
    cartId, deliveryOptions: [...options], deliveryOption: option.id,
    subtotal: of(priced.subtotalMinor), discount: of(priced.discountMinor), delivery: of(priced.deliveryMinor), tax: of(priced.taxMinor), taxIncluded: market.taxIncluded, total: of(priced.totalMinor),
  }
}
