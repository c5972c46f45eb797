import type { SaleOffer } from '@octavo/catalog/contract'
import { requireOwner, type Caller } from '@octavo/caller'
import { failure, isFailure } from '@octavo/failure'
import type { Basket, Content } from '../basket/basket.ts'
import type { Cart } from '../contract.ts'
import { pricedCart } from '../pricing/priced-cart.ts'
import type { CartParts } from '../deps.ts'

export type Offers = ReadonlyMap<string, SaleOffer>

const mostTries = 20

/**
 * Changes a caller's cart by a rule: reads it (from the cache, if it may), asks the rule, and writes it in one statement if nobody
 * changed it meanwhile, else begins again. A refusal counts only when it was made of what the database has.
 */
export async function changeCart(parts: ChangeParts, change: Change, rule: (basket: Basket, offers: Offers) => Content): Promise<Cart> {
  const owner = requireOwner(change.caller)
  return parts.inTurn(change.cartId, () => attempt(parts, change, owner, rule))
}

type ChangeParts = Pick<CartParts, 'carts' | 'offers' | 'currencyOf' | 'inTurn'>
interface Change { readonly cartId: string; readonly caller: Caller; readonly offerId?: string; readonly market?: string }

async function attempt({ carts, offers, currencyOf }: ChangeParts, { cartId, offerId, market }: Change, owner: string, rule: (basket: Basket, offers: Offers) => Content): Promise<Cart> {
  for (let tries = 1; tries <= mostTries; tries++) {
    const fresh = tries > 1
    const basket = fresh ? await carts.read(cartId) : await carts.recent(cartId)
    if (!basket || basket.owner !== owner) {
      if (fresh) throw noCart()
      continue
    }
    const known = await offers.find(market ?? basket.market, [...basket.lines.map((line) => line.offerId), ...(offerId === undefined ? [] : [offerId])])
    let content: Content
    try {
      content = rule(basket, known)
    } catch (refused) {
      if (fresh || !isFailure(refused)) throw refused
      continue
    }
    const written = await carts.write(basket, content)
    if (written) return pricedCart(written, currencyOf(written.market), known)
  }
  throw failure('UNAVAILABLE', 'This basket is changed from many places at once. Try again in a moment.')
}

export const noCart = () => failure('NOT_FOUND', 'There is no such basket, or it is not yours.')
