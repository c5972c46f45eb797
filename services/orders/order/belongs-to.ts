import { ownerOf, type Caller } from '@octavo/caller'
import type { StoredOrder } from '../store/orders.ts'

/** Whose an order is: its owner's, and a guest's order also the account's that has proven the order's address to be its own. */
export const belongsTo = ({ owner, accountId, email }: Pick<StoredOrder, 'owner' | 'accountId' | 'email'>, caller: Caller): boolean =>
  owner === ownerOf(caller) || (accountId === null && caller.kind === 'account' && caller.emailVerified && caller.email.toLowerCase() === email.toLowerCase())
