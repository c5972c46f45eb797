import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { idFloor, isId } from '@octavo/ids'
import { readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { searchContract } from '../contract.ts'
import type { SearchParts } from '../deps.ts'
import { judged } from '../judgments/judgments.ts'
import { asUbi } from '../query-log/ubi.ts'
import { readFigures, readSeen } from '../store/interactions.ts'
import { readLog } from '../store/log.ts'

const dayMs = 86_400_000
type Needed = Pick<SearchParts, 'database' | 'clock' | 'queryLog'>

const since = ({ clock }: Pick<SearchParts, 'clock'>, days: number): Date => new Date(clock.now().getTime() - days * dayMs)

export const listQueries = (parts: Needed): Handler<typeof searchContract.listQueries> =>
  async ({ input: { days, which, limit }, context }) => {
    requireOperator(context.caller)
    await parts.queryLog.written()
    return readFigures(parts.database, which, since(parts, days), limit)
  }

export const listLog = (parts: Needed): Handler<typeof searchContract.listLog> =>
  async ({ input: { days, limit, cursor }, context }) => {
    requireOperator(context.caller)
    await parts.queryLog.written()
    const [after] = readCursor('search log', cursor, 1) ?? [idFloor('qry', since(parts, days))]
    if (typeof after !== 'string' || !isId('qry', after)) throw failure('INVALID_INPUT', 'This cursor belongs to another list. Begin without one.', { fields: [{ path: 'cursor', message: 'not a cursor of this list' }] })
    const rows = await readLog(parts.database, after, limit)
    const last = rows.at(-1)
    return { items: rows.map(asUbi), nextCursor: last && rows.length === limit ? writeCursor('search log', [last.id]) : null }
  }

export const judgments = (parts: Needed): Handler<typeof searchContract.judgments> =>
  async ({ input: { days, shoppers, limit }, context }) => {
    requireOperator(context.caller)
    await parts.queryLog.written()
    const { model, positions, items } = judged(await readSeen(parts.database, since(parts, days), shoppers), limit)
    return { model, positions: [...positions], items: [...items] }
  }
