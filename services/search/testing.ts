import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { inProcessCache } from '@octavo/cache/in-process'
import type { Caller } from '@octavo/caller'
import { systemClock } from '@octavo/clock'
import { builtInMarkets } from '@octavo/market'
import type { Client } from '@octavo/rpc'
import { direct } from '@octavo/rpc/direct'
import { sqliteSearchIndex, type SqliteSearchIndex } from '@octavo/search-index/sqlite'
import { openLog } from '@octavo/telemetry'
import { searchContract } from './contract.ts'
import type { SearchDeps } from './deps.ts'
import { createSearch, type SearchService } from './service.ts'

export interface TestSearch {
  readonly service: SearchService
  readonly folder: string
  /** When the test brings no engine of its own. */
  readonly embedded: SqliteSearchIndex
  /** The shop itself asking, unless said otherwise. */
  client(as?: Caller): Client<typeof searchContract>
  stop(): Promise<void>
}

/** A running search over a catalogue, on an embedded index in a folder of its own unless the overrides bring another. */
export async function startTestSearch(given: Pick<SearchDeps, 'database' | 'events' | 'catalog'> & Partial<SearchDeps>): Promise<TestSearch> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-search-'))
  const embedded = sqliteSearchIndex({ folder })
  const service = createSearch({
    index: embedded, cache: await inProcessCache({ maxBytes: 4_000_000 }), clock: systemClock, log: openLog({ name: 'search under test', level: 'fatal' }), markets: builtInMarkets, budgetMs: 30_000, behaviour: { keptDays: 90, shuffledPercent: 0, suggestedFrom: 5 }, ...given,
  })
  await service.start()
  const stop = async () => { await service.drain(); await service.stop(); await embedded.close() }
  after(async () => { await stop(); await rm(folder, { recursive: true, force: true }) })
  return { service, folder, embedded, client: (as = { kind: 'service', service: 'gateway' }) => direct(service.router).client(searchContract, as), stop }
}
