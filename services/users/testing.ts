import { after } from 'node:test'
import type { Caller } from '@octavo/caller'
import { systemClock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { testDatabases } from '@octavo/database/testing'
import type { Events } from '@octavo/events'
import { logTables, testEvents } from '@octavo/events/testing'
import type { Client, Connection } from '@octavo/rpc'
import { direct } from '@octavo/rpc/direct'
import { silentLog } from '@octavo/telemetry'
import type { UsersConfig } from './config.ts'
import { usersContract } from './contract.ts'
import type { UsersOptions } from './deps.ts'
import { createUsers, usersTables, type UsersService } from './service.ts'

export const testUsersConfig: UsersConfig = { authSecrets: ['a secret of the tests, 32 letters long'], sessionDays: 30, operatorEmail: 'operator@octavo.example' }

export interface TestUsers {
  readonly service: UsersService
  readonly database: Database
  readonly events: Events
  readonly connection: Connection
  /** The shop itself asking, unless said otherwise. */
  client(as?: Caller): Client<typeof usersContract>
  stop(): Promise<void>
}

/** A running users service on a fresh database, with the service that mails for it given. */
export async function startTestUsers(overrides: Partial<UsersOptions> & Pick<UsersOptions, 'notifications'>): Promise<TestUsers> {
  // Hooks run in their order: the service stops before its database closes.
  let stop = async (): Promise<void> => {}
  after(() => stop())
  const fresh = overrides.database && overrides.events ? undefined : await testDatabases({ users: usersTables(), events: logTables })
  const database = overrides.database ?? fresh!.users
  const events = overrides.events ?? await testEvents(fresh!.events)
  const service = createUsers({
    config: testUsersConfig, publicUrl: () => 'http://shop.example', clock: systemClock, log: silentLog, ...overrides, database, events,
  })
  await service.start()
  let stopped: Promise<void> | undefined
  stop = () => (stopped ??= (async () => { await service.drain(); await service.stop() })())
  const connection = direct(service.router, service.raw)
  return { service, database, events, connection, client: (as = { kind: 'service', service: 'test' }) => connection.client(usersContract, as), stop }
}
