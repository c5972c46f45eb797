import type { Clock } from '@octavo/clock'
import { loadMigrations } from '@octavo/database/migrations'
import type { Database } from '@octavo/database'
import { eventTables, type Events, type Outbox } from '@octavo/events'
import type { Client, Raw } from '@octavo/rpc'
import type { notificationsContract } from '@octavo/notifications/contract'
import { routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import type { Log } from '@octavo/telemetry'
import { announceAccounts } from './accounts/announcements.ts'
import { getAccount, listAccounts, setRoles, snapshot } from './api/accounts.ts'
import { addAddress, listAddresses, removeAddress, updateAddress } from './api/addresses.ts'
import { adoptGuest } from './api/adopt-guest.ts'
import { requestReset, resetPassword, signIn, signOut, signUp } from './api/authenticate.ts'
import { ensureOperator } from './api/ensure-operator.ts'
import { listSessions, revokeSession } from './api/sessions.ts'
import { whoIs } from './api/who-is.ts'
import { createAuth, type Auth, type MailWords } from './auth/auth.ts'
import type { UsersConfig } from './config.ts'
import { usersContract } from './contract.ts'
import { usersRoutes } from './http.ts'

export interface UsersOptions {
  readonly database: Database
  readonly events: Events
  readonly notifications: Client<typeof notificationsContract>
  readonly config: UsersConfig
  readonly publicUrl: () => string
  readonly clock: Clock
  readonly log: Log
}

/** What the procedures work with. */
export interface UsersDeps extends UsersOptions {
  readonly auth: Auth
  readonly outbox: Outbox
  announce(): Promise<void>
}

export interface UsersService extends Part {
  readonly router: Router
  readonly raw: Raw
}
