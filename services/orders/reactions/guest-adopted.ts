import { reaction, type Reaction } from '@octavo/events'
import { guestAdopted } from '@octavo/users/events'
import { adoptCheckouts } from '../store/checkouts.ts'
import { adoptOrders } from '../store/ownership.ts'

/** What the guest ordered, or is about to, is the account's. */
export const onGuestAdopted = (): Reaction =>
  reaction(guestAdopted, async ({ data }, tx) => {
    // Checkouts first: one that places its order meanwhile waits for this row, and then knows its new owner.
    await adoptCheckouts(tx, data.guestId, data.accountId)
    await adoptOrders(tx, data.guestId, data.accountId)
  })
