import { after } from 'node:test'
import type { Caller } from '@octavo/caller'
import { systemClock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { testDatabases } from '@octavo/database/testing'
import type { Events } from '@octavo/events'
import { logTables, testEvents } from '@octavo/events/testing'
import type { Client } from '@octavo/rpc'
import { direct } from '@octavo/rpc/direct'
import { openLog } from '@octavo/telemetry'
import { sellersContract } from './contract.ts'
import type { SellersDeps } from './deps.ts'
import { createSellers, sellersTables, type SellersService } from './service.ts'

export interface TestSellers {
  readonly service: SellersService
  readonly database: Database
  readonly events: Events
  /** The operator asking, unless said otherwise. */
  client(as?: Caller): Client<typeof sellersContract>
}

/** A running sellers service on a fresh database. */
export async function startTestSellers(overrides: Partial<SellersDeps> = {}): Promise<TestSellers> {
  const fresh = overrides.database && overrides.events ? undefined : await testDatabases({ sellers: sellersTables(), events: logTables })
  const database = overrides.database ?? fresh!.sellers
  const events = overrides.events ?? await testEvents(fresh!.events)
  const service = createSellers({ clock: systemClock, log: openLog({ name: 'sellers under test', level: 'error' }), ...overrides, database, events })
  await service.start()
  after(async () => { await service.drain(); await service.stop() })
  return { service, database, events, client: (as = { kind: 'operator' }) => direct(service.router).client(sellersContract, as) }
}
