import { z } from 'zod'
import { defineEvent } from '@octavo/events'

export const accountCreated = defineEvent('users', 'account-created', 1, z.object({ accountId: z.string(), email: z.string(), name: z.string(), at: z.string() }))
/** From now on guest orders with an equal address are this account's. */
export const emailVerified = defineEvent('users', 'email-verified', 1, z.object({ accountId: z.string(), email: z.string(), at: z.string() }))
/** A guest turned out to be an account: what the guest had is the account's. */
export const guestAdopted = defineEvent('users', 'guest-adopted', 1, z.object({ guestId: z.string(), accountId: z.string(), at: z.string() }))
export const sessionRevoked = defineEvent('users', 'session-revoked', 1, z.object({ accountId: z.string(), sessionId: z.string(), at: z.string() }))
