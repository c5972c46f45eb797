import type { Clock } from '@octavo/clock'
import { reaction, type Reaction } from '@octavo/events'
import { paymentMoved } from '@octavo/payments/events'
import { wakeCheckout } from '../store/checkouts.ts'

/** Wakes the checkout, and no more: the saga looks at the payment itself. */
export const onPaymentMoved = ({ clock, soon }: { readonly clock: Clock; soon(): void }): Reaction =>
  reaction(paymentMoved, async ({ data }, tx) => {
    const woken = await wakeCheckout(tx, data.checkoutId, clock.now())
    if (woken > 0) tx.afterCommit(soon)
  })
