import { isOperator, ownerOf } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { Checkout } from '../checkout/checkout.ts'
import type { Checkout as CheckoutView, ordersContract } from '../contract.ts'
import { readCheckout } from '../store/checkouts.ts'

export const getCheckout = ({ database, view }: { database: Database; view(checkout: Checkout): CheckoutView }): Handler<typeof ordersContract.getCheckout> =>
  async ({ input, context }) => {
    const checkout = await readCheckout(database, input.checkoutId)
    if (!checkout || !(isOperator(context.caller) || checkout.owner === ownerOf(context.caller))) throw failure('NOT_FOUND')
    return view(checkout)
  }
