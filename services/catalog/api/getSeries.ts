import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { catalogContract } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'
import { findNamed } from '../store/lists.ts'

export const getSeries = ({ database }: Pick<CatalogParts, 'database'>): Handler<typeof catalogContract.getSeries> =>
  async ({ input }) => {
    const found = await findNamed(database, 'series', input.idOrHandle)
    if (!found) throw failure('NOT_FOUND')
    return { id: found.id, handle: found.handle, name: found.name }
  }
