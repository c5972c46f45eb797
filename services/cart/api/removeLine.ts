import type { Handler } from '@octavo/rpc'
import { withoutLine } from '../basket/basket.ts'
import type { cartContract } from '../contract.ts'
import type { CartParts } from '../deps.ts'
import { changeCart } from './change-cart.ts'

export const removeLine = (parts: Pick<CartParts, 'carts' | 'offers' | 'currencyOf' | 'inTurn'>): Handler<typeof cartContract.removeLine> =>
  ({ input: { cartId, lineId }, context: { caller } }) => changeCart(parts, { cartId, caller }, (basket) => withoutLine(basket, lineId))
