import type { Migration } from '@octavo/database'
import { loadMigrations } from '@octavo/database/migrations'
import { eventTables, parkedActs } from '@octavo/events'
import { routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import { forgetClient, logTerms, noteInteractions } from './api/behaviour.ts'
import { judgments, listLog, listQueries } from './api/log.ts'
import { indexState, listFailingQueries, rebuild } from './api/operating.ts'
import { moreLikeThis } from './api/more-like-this.ts'
import { listRules, putRule, removeRule } from './api/rules.ts'
import { search } from './api/search.ts'
import { suggest } from './api/suggest.ts'
import { searchContract } from './contract.ts'
import type { SearchDeps, SearchParts } from './deps.ts'
import { indexerOf } from './index-client/indexer.ts'
import { checkerOf, type Checker } from './projection/checker.ts'
import { onProductChanged } from './reactions/product-changed.ts'
import { pastQueries } from './query-log/past-queries.ts'
import { queryLog } from './query-log/query-log.ts'
import { shelvesOf } from './results-aggregator/shelves.ts'
import { ruleBook } from './rules/rule-book.ts'
import { semanticOf } from './semantic/semantic.ts'

export { readSearchConfig } from './config.ts'

export interface SearchService extends Part {
  readonly router: Router
  /** Compares the next products with the catalogue and the index. For tests; it does so by itself. */
  look: Checker['look']
  /** Done when every event there is has had its effect and the index has it. For tests and imports. */
  caughtUp(): Promise<void>
  /** Done when what was asked and done is written, and what others asked is read anew. For tests. */
  remembered(): Promise<void>
  /** Done when likeness is known of every product, fitted anew where that is due. For tests. */
  embedded(): Promise<void>
}

/** Finds what people mean: follows the catalogue into an index, reads queries, ranks and tells what was found. */
export function createSearch(deps: SearchDeps): SearchService {
  const { database, events, index, clock, log } = deps
  const parts: SearchParts = { ...deps, indexer: indexerOf({ database, index, log, now: () => clock.now().getTime() }), shelves: shelvesOf(deps), rules: ruleBook(deps), queryLog: queryLog({ ...deps, ...deps.behaviour }), pastQueries: pastQueries({ ...deps, ...deps.behaviour }), semantic: semanticOf({ database, embedder: deps.embedder, log, now: () => clock.now().getTime() }) }
  const { indexer, rules, semantic, queryLog: asked, pastQueries: past } = parts
  const checker = checkerOf(parts)
  const consumer = events.consumer({ consumer: 'search', database, from: 'beginning', reactions: [onProductChanged(parts)] })
  const router = routerOf(searchContract, {
    search: search(parts), suggest: suggest(parts), moreLikeThis: moreLikeThis(parts), listRules: listRules(parts), putRule: putRule(parts), removeRule: removeRule(parts),
    listFailingQueries: listFailingQueries(parts), listQueries: listQueries(parts), listLog: listLog(parts), judgments: judgments(parts), noteInteractions: noteInteractions(parts), logTerms: logTerms(parts), forgetClient: forgetClient(parts), indexState: indexState(parts), rebuild: rebuild(parts),
  }, (error, procedure) => log.error({ err: error, procedure }, 'a procedure failed'))

  return {
    name: 'search',
    router,
    look: checker.look,
    async caughtUp() {
      await consumer.caughtUp()
      await indexer.settled()
    },
    async remembered() {
      await asked.written()
      await past.look()
    },
    embedded: semantic.settled,
    async start() {
      await database.migrate(await searchTables())
      await rules.start()
      asked.start()
      past.start()
      indexer.start()
      await consumer.start()
      checker.start()
      await semantic.start()
    },
    // The shop sells on without its index, so that only the events count.
    ready: () => consumer.ready(),
    async drain() { await consumer.drain() },
    async stop() {
      await checker.stop()
      await consumer.stop()
      await indexer.stop()
      await semantic.stop()
      past.stop()
      await asked.stop()
      await rules.stop()
      await index.close()
    },
  }
}

/** The steps of its schema, in order. */
export const searchTables = async (): Promise<Migration[]> => [eventTables, parkedActs, ...await loadMigrations(new URL('./store/migrations/', import.meta.url))]
