import { requireAccount } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { usersContract } from '../contract.ts'
import { guestAdopted } from '../events.ts'
import type { UsersDeps } from '../deps.ts'

export const adoptGuest = (deps: UsersDeps): Handler<(typeof usersContract)['adoptGuest']> => async ({ input, context }) => {
  await adopt(deps, input.guestId, requireAccount(context.caller).accountId)
  return { adopted: true }
}

/** Carts and orders hear of it and follow the account. */
export const adopt = ({ database, outbox, clock }: UsersDeps, guestId: string, accountId: string): Promise<void> =>
  database.transaction((tx) => outbox.append(tx, guestAdopted, guestId, { guestId, accountId, at: clock.now().toISOString() }))
