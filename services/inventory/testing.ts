import { after } from 'node:test'
import type { Caller } from '@octavo/caller'
import { systemClock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { testDatabases } from '@octavo/database/testing'
import { logTables, testEvents } from '@octavo/events/testing'
import type { Client } from '@octavo/rpc'
import { direct } from '@octavo/rpc/direct'
import { openLog } from '@octavo/telemetry'
import { inventoryContract } from './contract.ts'
import type { InventoryDeps } from './deps.ts'
import { createInventory, inventoryTables, type InventoryService } from './service.ts'

export { SimulatedInventory } from './tests/simulated.ts'

export interface TestInventory {
  readonly service: InventoryService
  readonly database: Database
  /** The shop itself asking, unless said otherwise. */
  client(as?: Caller): Client<typeof inventoryContract>
  stop(): Promise<void>
}

/** A running inventory on a fresh database; without an orders service in the overrides nobody knows any checkout. */
export async function startTestInventory(overrides: Partial<InventoryDeps> = {}): Promise<TestInventory> {
  const fresh = overrides.database && overrides.events ? undefined : await testDatabases({ inventory: inventoryTables(), events: logTables })
  const database = overrides.database ?? fresh!.inventory
  const service = createInventory({
    database,
    events: overrides.events ?? await testEvents(fresh!.events),
    orders: { checkoutsAlive: async () => ({ known: [] }) },
    clock: systemClock,
    log: openLog({ name: 'inventory under test', level: 'error' }),
    config: { graceMs: 0 },
    ...overrides,
  })
  await service.start()
  const stop = async () => { await service.drain(); await service.stop() }
  after(stop)
  return { service, database, client: (as = { kind: 'service', service: 'orders' }) => direct(service.router).client(inventoryContract, as), stop }
}
