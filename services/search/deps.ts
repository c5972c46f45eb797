import type { Cache } from '@octavo/cache'
import type { catalogContract } from '@octavo/catalog/contract'
import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Embedder } from '@octavo/embedding'
import type { Events } from '@octavo/events'
import type { Market } from '@octavo/market'
import type { Client } from '@octavo/rpc'
import type { SearchIndex } from '@octavo/search-index'
import type { Log } from '@octavo/telemetry'
import type { Indexer } from './index-client/indexer.ts'
import type { PastQueries } from './query-log/past-queries.ts'
import type { QueryLog } from './query-log/query-log.ts'
import type { Shelves } from './results-aggregator/shelves.ts'
import type { RuleBook } from './rules/rule-book.ts'
import type { Semantic } from './semantic/semantic.ts'

export interface SearchDeps {
  readonly database: Database
  readonly events: Events
  readonly catalog: Pick<Client<typeof catalogContract>, 'getGoods' | 'getCards' | 'listCategories' | 'listProducts' | 'snapshot'>
  readonly index: SearchIndex
  /** Instead of one that is fitted on the shop's own products. */
  readonly embedder?: Embedder | undefined
  readonly cache: Cache
  readonly clock: Clock
  readonly log: Log
  readonly markets: readonly Market[]
  /** For one query, milliseconds. */
  readonly budgetMs: number
  readonly behaviour: BehaviourOptions
}

export interface BehaviourOptions {
  /** How long queries and what was done with them are kept. */
  readonly keptDays: number
  /** Of how many queries in a hundred the first places are drawn by lot. */
  readonly shuffledPercent: number
  /** How many different shoppers must have asked a query, and taken something it found, before others are told of it. */
  readonly suggestedFrom: number
}

/** What procedures and reactions work with. */
export interface SearchParts extends SearchDeps {
  readonly indexer: Indexer
  readonly shelves: Shelves
  readonly rules: RuleBook
  readonly queryLog: QueryLog
  readonly pastQueries: PastQueries
  readonly semantic: Semantic
}
