import { reaction, type Reaction } from '@octavo/events'
import { guestAdopted } from '@octavo/users/events'
import { adoptCheckouts } from '../store/checkouts.ts'

/** What the guest is about to order is the account's. What is placed is claimed by its proven address or its link: whoever shares a browser does not share orders. */
export const onGuestAdopted = (): Reaction =>
  reaction(guestAdopted, async ({ data }, tx) => {
    await adoptCheckouts(tx, data.guestId, data.accountId)
  })
