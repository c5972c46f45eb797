import { after } from 'node:test'
import { inProcessCache } from '@octavo/cache/in-process'
import type { Caller } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { testDatabases } from '@octavo/database/testing'
import { logTables, testEvents } from '@octavo/events/testing'
import { builtInMarkets } from '@octavo/market'
import type { Client } from '@octavo/rpc'
import { direct } from '@octavo/rpc/direct'
import { openLog } from '@octavo/telemetry'
import { cartContract } from './contract.ts'
import type { CartDeps } from './deps.ts'
import { createCart, cartTables, type CartService } from './service.ts'

export interface TestCart {
  readonly service: CartService
  readonly database: Database
  /** The shop itself asking, unless said otherwise. */
  client(as?: Caller): Client<typeof cartContract>
  stop(): Promise<void>
}

/** A running cart service on a fresh database, with the catalogue whose offers it prices given. */
export async function startTestCart(overrides: Partial<CartDeps> & Pick<CartDeps, 'catalog'>): Promise<TestCart> {
  const fresh = overrides.database && overrides.events ? undefined : await testDatabases({ cart: cartTables(), events: logTables })
  const database = overrides.database ?? fresh!.cart
  const service = createCart({
    database,
    events: overrides.events ?? await testEvents(fresh!.events),
    cache: await inProcessCache({ maxBytes: 1_000_000 }),
    markets: builtInMarkets,
    log: openLog({ name: 'cart under test', level: 'error' }),
    ...overrides,
  })
  await service.start()
  const stop = async () => { await service.drain(); await service.stop() }
  after(stop)
  return { service, database, client: (as = { kind: 'service', service: 'orders' }) => direct(service.router).client(cartContract, as), stop }
}
