import type { Cart } from '@octavo/cart/contract'
import type { PageLocals } from '@octavo/gateway/pages'
import { findMarket } from '@octavo/market'
import { field } from '../page/form.ts'
import { refusable, type Refusal } from '../page/refusal.ts'
import { viewOf, type View } from '../page/view.ts'

/** The shopper's basket; null when there is none yet. */
export async function currentBasket({ clients, caller }: PageLocals): Promise<Cart | null> {
  return caller.kind === 'guest' || caller.kind === 'account' ? clients.cart.currentCart({}) : null
}

/** A basket speaks of its own market, whatever market the address names. */
export function basketView({ markets, market }: PageLocals, basket: Cart | null): View {
  return viewOf((basket && findMarket(markets, basket.market)) ?? market, markets)
}

export type Change = 'ADDED' | 'REMOVED' | undefined

/** Does what a form on a page asked of the basket. What was refused is told by its code. */
export async function changeBasket(locals: PageLocals, form: FormData): Promise<{ done: Change; refused?: never } | { refused: Refusal }> {
  const quantity = Math.trunc(Number(field(form, 'quantity')))
  const lineId = field(form, 'lineId')
  const { cart } = locals.clients
  switch (field(form, 'do')) {
    case 'add': {
      const offerId = field(form, 'offerId')
      if (offerId === '' || !(quantity >= 1)) return { refused: 'INVALID_INPUT' }
      return told(addTo(locals, offerId, quantity), 'ADDED')
    }
    case 'set': {
      const basket = await currentBasket(locals)
      if (!basket) return { refused: 'NOT_FOUND' }
      if (!(quantity >= 1)) return told(cart.removeLine({ cartId: basket.id, lineId }), 'REMOVED')
      return told(cart.setQuantity({ cartId: basket.id, lineId, quantity }), undefined)
    }
    case 'market': {
      const basket = await currentBasket(locals)
      if (!basket) return { done: undefined }
      return told(cart.setMarket({ cartId: basket.id, market: locals.market.id }), undefined)
    }
    default: return { refused: 'INVALID_INPUT' }
  }
}

/** What was on the page was in this market, so the basket is too. */
async function addTo({ clients: { cart }, caller, market }: PageLocals, offerId: string, quantity: number): Promise<Cart> {
  const known = caller.kind === 'guest' || caller.kind === 'account' ? await cart.currentCart({}) : null
  const basket = known ?? (await cart.createCart({ market: market.id }))
  if (basket.market !== market.id) await cart.setMarket({ cartId: basket.id, market: market.id })
  return cart.addLine({ cartId: basket.id, offerId, quantity })
}

async function told(work: Promise<unknown>, done: Change): Promise<{ done: Change; refused?: never } | { refused: Refusal }> {
  const { refused } = await refusable(work)
  return refused === undefined ? { done } : { refused }
}
