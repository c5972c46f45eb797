import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { catalogContract } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'
import { findSubject } from '../store/subjects.ts'

export const getSubject = ({ database }: Pick<CatalogParts, 'database'>): Handler<typeof catalogContract.getSubject> =>
  async ({ input }) => {
    const found = await findSubject(database, input.handle)
    if (!found) throw failure('NOT_FOUND')
    const { handle, scheme, code, label } = found
    return { handle, scheme, code, ...(label && { label }) }
  }
