import type { Queryable, Transaction } from '@octavo/database'

export type IndexState = 'building' | 'live' | 'previous'
export interface KnownIndex { readonly name: string; readonly state: IndexState }

export const readIndexes = (sql: Queryable): Promise<KnownIndex[]> => sql.rows<KnownIndex>('select name, state from search_index order by made_at')

/** The indexes, and how many products each has still to be told of. */
export const readStandings = (sql: Queryable): Promise<(KnownIndex & { readonly pending: number })[]> => sql.rows<KnownIndex & { readonly pending: number }>(
  'select name, state, (select count(*)::int from pending where index_name = name) as pending from search_index order by made_at')

/** Adds an index that has to be told of everything. Nobody writes the projection meanwhile, so that nothing falls between. */
export async function addIndex(tx: Transaction, name: string, state: 'building' | 'live'): Promise<void> {
  await tx.run('lock table projection in share row exclusive mode')
  await tx.run('insert into search_index (name, state) values ($1, $2)', [name, state])
  await tx.run('insert into pending (index_name, product_id, version) select $1, product_id, version from projection', [name])
}

export async function removeIndex(sql: Queryable, name: string): Promise<void> {
  await sql.run('delete from search_index where name = $1', [name])
}

export async function moveIndex(sql: Queryable, name: string, state: IndexState): Promise<void> {
  await sql.run('update search_index set state = $2 where name = $1', [name, state])
}

export const hasPending = async (sql: Queryable, name: string): Promise<boolean> => (await sql.maybe('select 1 from pending where index_name = $1 limit 1', [name])) !== undefined
