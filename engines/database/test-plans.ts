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

interface Node { readonly 'Node Type': string; readonly 'Actual Rows'?: number; readonly 'Actual Loops'?: number; readonly 'Rows Removed by Filter'?: number; readonly 'Relation Name'?: string; readonly Plans?: readonly Node[] }

/**
 * What in the plan of a page grows with the table and not with the page: a sort, a scan of a whole table, rows read and thrown away, more
 * rows read than `most`. Nothing, when each is one range of one index in its order.
 */
export async function costsOf(database: Database, { text, values }: Statement, most: number): Promise<string[]> {
  const [row] = await database.rows<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json) ${text}`, values)
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
