import type { Migration } from '@octavo/database'
import { loadMigrations } from '@octavo/database/migrations'
import { eventTables, parkedActs } from '@octavo/events'
import type { Raw } from '@octavo/rpc'
import { routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import { announceAccounts } from './accounts/announcements.ts'
import { openMails } from './accounts/mails.ts'
import { getAccount, listAccounts, setRoles, snapshot } from './api/accounts.ts'
import { addAddress, listAddresses, removeAddress, updateAddress } from './api/addresses.ts'
import { adoptGuest } from './api/adopt-guest.ts'
import { requestReset, resetPassword, signIn, signInWithCode, signOut, signUp } from './api/authenticate.ts'
import { ensureOperator } from './api/ensure-operator.ts'
import { beginSecondFactor, confirmSecondFactor, endSecondFactor, getSecondFactor, renewBackupCodes } from './api/second-factor.ts'
import { listSessions, revokeSession } from './api/sessions.ts'
import { whoIs } from './api/who-is.ts'
import { createAuth } from './auth/auth.ts'
import { keys } from './auth/keys.ts'
import { renewSecrets } from './auth/renew-secrets.ts'
import { usersContract } from './contract.ts'
import type { UsersOptions, UsersDeps } from './deps.ts'
import { usersRoutes } from './http.ts'

export { readUsersConfig } from './config.ts'

export interface UsersService extends Part {
  readonly router: Router
  readonly raw: Raw
  /** Done when every mail that was asked for is with notifications. For tests. */
  mailed(): Promise<void>
  /** Done when every event that was told is in the log. For tests. */
  carried(): Promise<void>
}

/** Accounts, sessions, roles, addresses, and who a guest turned out to be. */
export function createUsers(options: UsersOptions): UsersService {
  const { database, events, notifications, config, publicUrl, clock, log } = options
  const relay = events.relay('users', database)
  const outbox = events.outbox('users', database)
  const mails = openMails({ notifications, log })
  const auth = createAuth({ database, config, publicUrl, mail: mails.send, log })
  const deps: UsersDeps = { ...options, auth, outbox, keys: keys(config.authSecrets), announce: () => announceAccounts(database, outbox, clock) }
  const router = routerOf(usersContract, {
    whoIs: whoIs(deps), signIn: signIn(deps), signInWithCode: signInWithCode(deps), signUp: signUp(deps), signOut: signOut(deps), requestReset: requestReset(deps), resetPassword: resetPassword(deps), getAccount: getAccount(deps),
    listSessions: listSessions(deps), revokeSession: revokeSession(deps), listAddresses: listAddresses(deps), addAddress: addAddress(deps), updateAddress: updateAddress(deps), removeAddress: removeAddress(deps),
    getSecondFactor: getSecondFactor(deps), beginSecondFactor: beginSecondFactor(deps), confirmSecondFactor: confirmSecondFactor(deps), renewBackupCodes: renewBackupCodes(deps), endSecondFactor: endSecondFactor(deps),
    adoptGuest: adoptGuest(deps), setRoles: setRoles(deps), listAccounts: listAccounts(deps), ensureOperator: ensureOperator(deps), snapshot: snapshot(deps),
  }, (error, procedure) => log.error({ err: error, procedure }, 'a bug in users'))

  return {
    name: 'users',
    router,
    raw: usersRoutes(deps),
    mailed: () => mails.idle(),
    carried: () => relay.flush(),
    async start() {
      await database.migrate(await usersTables())
      await renewSecrets(database, config.authSecrets)
      await relay.start()
      await deps.announce()
    },
    ready: () => database.run('select 1').then(() => true as const, (error: Error) => error.message),
    async drain() {
      await mails.idle()
      await relay.drain()
    },
    stop: () => relay.stop(),
  }
}

/** The steps of its schema, in order. */
export const usersTables = async (): Promise<Migration[]> => [eventTables, parkedActs, ...await loadMigrations(new URL('./store/migrations/', import.meta.url))]
