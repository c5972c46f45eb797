import pg from 'pg'
import type { Database } from './port.ts'

export interface Statement { readonly text: string; readonly values: readonly unknown[] }

/** A database that remembers the statements read from it, so that a test can ask for the plans of the very ones a service runs. */
export function remembering(database: Database): { readonly database: Database; taken(): Statement[] } {
  let statements: Statement[] = []
  const note = (text: string, values: readonly unknown[] = []) => { statements.push({ text, values }) }
  return {
    database: {
      ...database,
      rows: (text, values) => { note(text, values); return database.rows(text, values) },
      one: (text, values) => { note(text, values); return database.one(text, values) },
      maybe: (text, values) => { note(text, values); return database.maybe(text, values) },
    },
    /** Those since it was last asked. */
    taken() {
      const since = statements
      statements = []
      return since
    },
  }
}

const partRows = 50_000

/** Makes rows of a table by the million: `text` makes those from `$1` to `$2`. */
export async function fillWith(database: Database, text: string, rows = 1_000_000): Promise<void> {
  for (let from = 1; from <= rows; from += partRows) await runUnhurried(database, text, [from, Math.min(from + partRows - 1, rows)])
}

/** One statement without the timeout of a service's: filling takes as long as a busy machine needs. */
export async function runUnhurried(database: Database, text: string, values: readonly unknown[] = []): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.run('set local statement_timeout = 0')
    await tx.run(text, values)
  })
}

interface Node { readonly 'Node Type': string; readonly 'Actual Rows'?: number; readonly 'Actual Loops'?: number; readonly 'Rows Removed by Filter'?: number; readonly 'Relation Name'?: string; readonly Plans?: readonly Node[] }

/**
 * What in the plan of a page grows with the table and not with the page: a sort, a scan of a whole table, rows read and thrown away, more
 * rows read than `most`. Nothing, when each is one range of one index in its order. The plan is the one that a connection keeps for a
 * prepared statement, which has to do for all values.
 */
export async function costsOf(database: Database, { text, values }: Statement, most: number): Promise<string[]> {
  const [row] = await database.transaction(async (tx) => {
    await tx.run('set local plan_cache_mode = force_generic_plan')
    await tx.run(`prepare asked as ${text}`)
    const plan = await tx.rows<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json) execute asked${values.length > 0 ? ` (${values.map(literal).join(', ')})` : ''}`)
    await tx.run('deallocate asked')
    return plan
  })
  if (!row) throw new TypeError('a statement has a plan')
  return flat(row['QUERY PLAN'][0].Plan).flatMap((node) => {
    const type = node['Node Type']
    const at = node['Relation Name'] === undefined ? '' : ` on ${node['Relation Name']}`
    const read = ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1)
    if (type === 'Sort' || type === 'Incremental Sort') return [`${type} of ${read} rows`]
    if (type === 'Seq Scan') return [`Seq Scan${at}`]
    return read > most ? [`${type}${at} reads ${Math.round(read)} rows`] : []
  })
}

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)]

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return pg.escapeLiteral(value)
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString())
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one: string | number) => JSON.stringify(String(one))).join(',')}}`)
  throw new TypeError('a statement of a list has a value of no kind known here')
}
