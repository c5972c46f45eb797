import { anonymous } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import { rolesOf } from '../accounts/account.ts'
import type { usersContract } from '../contract.ts'
import type { UsersDeps } from '../deps.ts'

export const whoIs = ({ auth, keys }: UsersDeps): Handler<(typeof usersContract)['whoIs']> => async ({ input }) => {
  const found = await auth.api.getSession({ headers: new Headers({ cookie: keys.cookies(input.cookie) }) })
  if (!found) return anonymous
  const { id, email, emailVerified, name, roles } = found.user
  return { kind: 'account', accountId: id, email, emailVerified, name, roles: rolesOf(roles ?? ''), sessionId: found.session.id }
}
