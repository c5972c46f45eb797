import { after } from 'node:test'
import type { Caller } from '@octavo/caller'
import { systemClock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { testDatabases } from '@octavo/database/testing'
import { logTables, testEvents } from '@octavo/events/testing'
import { builtInMarkets } from '@octavo/market'
import type { Client } from '@octavo/rpc'
import { direct } from '@octavo/rpc/direct'
import { openLog } from '@octavo/telemetry'
import { shippingContract } from './contract.ts'
import type { ShippingDeps } from './deps.ts'
import { createShipping, shippingTables, type ShippingService } from './service.ts'

export interface TestShipping {
  readonly service: ShippingService
  readonly database: Database
  /** The shop itself asking, unless said otherwise. */
  client(as?: Caller): Client<typeof shippingContract>
  stop(): Promise<void>
}

/** A running shipping service on a fresh database; without an orders service in the overrides every parcel may leave. */
export async function startTestShipping(overrides: Partial<ShippingDeps> = {}): Promise<TestShipping> {
  const fresh = overrides.database && overrides.events ? undefined : await testDatabases({ shipping: shippingTables(), events: logTables })
  const database = overrides.database ?? fresh!.shipping
  const service = createShipping({
    database,
    events: overrides.events ?? await testEvents(fresh!.events),
    orders: { markDispatched: async () => ({ dispatched: true }) },
    markets: builtInMarkets,
    clock: systemClock,
    log: openLog({ name: 'shipping under test', level: 'error' }),
    config: { carrier: null },
    ...overrides,
  })
  await service.start()
  const stop = async () => { await service.drain(); await service.stop() }
  after(stop)
  return { service, database, client: (as = { kind: 'service', service: 'orders' }) => direct(service.router).client(shippingContract, as), stop }
}
