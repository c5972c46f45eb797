import { requireOperator } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { searchContract } from '../contract.ts'
import type { SearchParts } from '../deps.ts'
import { alias } from '../index-client/indexer.ts'
import { readFailing } from '../store/asked-queries.ts'
import { readStandings } from '../store/indexes.ts'
import { countProducts } from '../store/projection.ts'

const dayMs = 86_400_000

export const listFailingQueries = ({ database, clock, queryLog }: Pick<SearchParts, 'database' | 'clock' | 'queryLog'>): Handler<typeof searchContract.listFailingQueries> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    await queryLog.written()
    return readFailing(database, new Date(clock.now().getTime() - input.days * dayMs), input.limit)
  }

export const indexState = ({ database, index, semantic }: Pick<SearchParts, 'database' | 'index' | 'semantic'>): Handler<typeof searchContract.indexState> =>
  async ({ context }) => {
    requireOperator(context.caller)
    const [indexes, { count: products }, indexed, likeness] = await Promise.all([readStandings(database), countProducts(database), index.count(alias).catch(() => null), semantic.state()])
    return { indexes, products, indexed, well: indexed !== null, likeness }
  }

/** Answers when it has begun: with many products it takes minutes. */
export const rebuild = ({ database, indexer }: Pick<SearchParts, 'database' | 'indexer'>): Handler<typeof searchContract.rebuild> =>
  async ({ context }) => {
    requireOperator(context.caller)
    const name = await indexer.rebuild()
    return { name, products: (await countProducts(database)).count }
  }
