import { reaction, type Reaction } from '@octavo/events'
import { emailVerified } from '@octavo/users/events'
import { claimOrdersByEmail } from '../store/ownership.ts'

/** Guests' orders with an equal address are the account's that proved it is theirs. */
export const onEmailVerified = (): Reaction =>
  reaction(emailVerified, async ({ data }, tx) => {
    await claimOrdersByEmail(tx, data.email, data.accountId)
  })
