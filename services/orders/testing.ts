import { after } from 'node:test'
import type { Caller } from '@octavo/caller'
import { systemClock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { testDatabases } from '@octavo/database/testing'
import { logTables, testEvents } from '@octavo/events/testing'
import { builtInMarkets } from '@octavo/market'
import type { Client, Connection } from '@octavo/rpc'
import { direct } from '@octavo/rpc/direct'
import { openLog, Registry } from '@octavo/telemetry'
import type { OrdersConfig } from './config.ts'
import { ordersContract } from './contract.ts'
import { createOrders, ordersTables, type OrdersDeps, type OrdersService } from './service.ts'

export const testOrdersConfig: OrdersConfig = { linkSecrets: ['a secret of the tests, 32 letters long'], deadlineMs: 15 * 60_000, holdMarginMs: 5 * 60_000, leaseMs: 30_000, callMs: 10_000, sweepMs: 50, admission: { running: 1000, waiting: 1000, patienceMs: 4_000 } }

export interface TestOrders {
  readonly service: OrdersService
  readonly database: Database
  readonly connection: Connection
  /** The shop itself asking, unless said otherwise. */
  client(as?: Caller): Client<typeof ordersContract>
  stop(): Promise<void>
}

/** A running orders service on a fresh database, with the participants of its checkouts given. */
export async function startTestOrders(overrides: Partial<OrdersDeps> & Pick<OrdersDeps, 'cart' | 'inventory' | 'payments' | 'shipping'>): Promise<TestOrders> {
  const fresh = overrides.database && overrides.events ? undefined : await testDatabases({ orders: ordersTables(), events: logTables })
  const database = overrides.database ?? fresh!.orders
  const service = createOrders({
    database,
    events: overrides.events ?? await testEvents(fresh!.events),
    markets: builtInMarkets,
    clock: systemClock,
    log: openLog({ name: 'orders under test', level: 'error' }),
    metrics: new Registry(),
    config: testOrdersConfig,
    publicUrl: () => 'http://shop.example',
    ...overrides,
  })
  await service.start()
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= (async () => { await service.drain(); await service.stop() })())
  after(stop)
  const connection = direct(service.router, service.raw)
  return { service, database, connection, client: (as = { kind: 'service', service: 'test' }) => connection.client(ordersContract, as), stop }
}
