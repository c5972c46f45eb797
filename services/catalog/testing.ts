import { after } from 'node:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inProcessCache } from '@octavo/cache/in-process'
import type { Caller } from '@octavo/caller'
import { systemClock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { testDatabases } from '@octavo/database/testing'
import { logTables, testEvents } from '@octavo/events/testing'
import { diskFiles } from '@octavo/files/disk'
import { builtInMarkets } from '@octavo/market'
import type { Client } from '@octavo/rpc'
import { direct } from '@octavo/rpc/direct'
import { houseSellerId } from '@octavo/sellers/contract'
import { openLog } from '@octavo/telemetry'
import { catalogContract } from './contract.ts'
import type { CatalogDeps } from './deps.ts'
import { createCatalog, catalogTables, type CatalogService } from './service.ts'

export interface TestCatalog {
  readonly service: CatalogService
  readonly database: Database
  /** The shop itself asking, unless said otherwise. */
  client(as?: Caller): Client<typeof catalogContract>
  stop(): Promise<void>
}

/** A running catalogue on a fresh database. Without an inventory in the overrides whatever is registered is new; the house alone sells. */
export async function startTestCatalog(overrides: Partial<CatalogDeps> = {}): Promise<TestCatalog> {
  const fresh = overrides.database && overrides.events ? undefined : await testDatabases({ catalog: catalogTables(), events: logTables })
  const database = overrides.database ?? fresh!.catalog
  const folder = await mkdtemp(join(tmpdir(), 'octavo-files-'))
  const service = createCatalog({
    database,
    events: overrides.events ?? await testEvents(fresh!.events),
    inventory: { registerStockItems: async (items) => ({ created: items.length }), getLevels: async () => [] },
    sellers: { getSellers: async ({ idsOrHandles }) => (idsOrHandles.some((one) => one === 'house' || one === houseSellerId) ? [house] : []) },
    cache: await inProcessCache({ maxBytes: 1_000_000 }),
    files: await diskFiles({ folder }),
    clock: systemClock,
    log: openLog({ name: 'catalog under test', level: 'error' }),
    markets: builtInMarkets,
    ...overrides,
  })
  await service.start()
  const stop = async () => { await service.drain(); await service.stop(); await rm(folder, { recursive: true, force: true }) }
  after(stop)
  return { service, database, client: (as = { kind: 'service', service: 'gateway' }) => direct(service.router).client(catalogContract, as), stop }
}

const house = { id: houseSellerId, handle: 'house', name: 'Octavo', about: '', standing: 'good' as const, house: true }
