import { requireOperator } from '@octavo/caller'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { catalogContract, ImportRecord } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'

interface Row {
  readonly id: string
  readonly format: string
  readonly file: string
  readonly status: 'running' | 'stopped' | 'completed' | 'failed'
  readonly read: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly position: string | number
  readonly sizeBytes: string | number | null
  readonly failure: string | null
  readonly unknownCodes: ImportRecord['unknownCodes'] | null
}

/** Newest first: their ids rise with time. */
export const listImports = ({ database }: Pick<CatalogParts, 'database'>): Handler<typeof catalogContract.listImports> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const [before] = readCursor('imports', input.cursor, 1) ?? []
    const rows = await database.rows<Row>(
      `select id, format, file, status, read, created, updated, unchanged, rejected, started_at as "startedAt", ended_at as "endedAt", position, size_bytes as "sizeBytes", failure,
         (select json_agg(c) from (select list, element, code, count, line, identity from import_unknown_code where import_id = imports.id order by count desc, element, code limit 50) c) as "unknownCodes"
       from imports where id < $1 order by id desc limit $2`, [String(before ?? 'zzz'), input.limit + 1])
    const { items, nextCursor } = cutPage(rows, input.limit, (last) => writeCursor('imports', [last.id]))
    return { items: items.map(({ startedAt, endedAt, position, sizeBytes, unknownCodes, ...row }) => ({ ...row, unknownCodes: unknownCodes ?? [], position: Number(position), sizeBytes: sizeBytes === null ? null : Number(sizeBytes), startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null })), nextCursor }
  }
