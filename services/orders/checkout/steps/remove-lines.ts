import type { cartContract } from '@octavo/cart/contract'
import type { Client } from '@octavo/rpc'
import type { Step } from './step.ts'

/** After the pivot: what was bought leaves the cart, later additions stay. Only forward, tried until it is answered. */
export const removeLines = ({ cart }: { readonly cart: Client<typeof cartContract> }): Step => ({
  async do({ cartId }, key) {
    await cart.removeBound({ ...key, cartId })
    return { happened: { kind: 'lines-removed' } }
  },
})
