import type { Handler } from '@octavo/rpc'
import type { searchContract } from '../contract.ts'
import type { SearchParts } from '../deps.ts'
import { forget } from '../store/interactions.ts'

/** The gateway says whose browser it is: by the cookie that agreeing has set, never by what a page sends. */
export const noteInteractions = ({ queryLog, clock }: Pick<SearchParts, 'queryLog' | 'clock'>): Handler<typeof searchContract.noteInteractions> =>
  async ({ input: { by: { robot, clientId }, interactions } }) => {
    if (robot || clientId === undefined) return { noted: 0 }
    const at = clock.now().toISOString()
    const done = interactions.flatMap(({ action, queryId, items }) => items.map(({ productId, position }) => ({ action, queryId, clientId, productId, position, at })))
    queryLog.did(done)
    return { noted: done.length }
  }

export const logTerms = ({ behaviour }: Pick<SearchParts, 'behaviour'>): Handler<typeof searchContract.logTerms> => async () => ({ keptDays: behaviour.keptDays })

export const forgetClient = ({ database, queryLog }: Pick<SearchParts, 'database' | 'queryLog'>): Handler<typeof searchContract.forgetClient> =>
  async ({ input: { clientId } }) => {
    await queryLog.written()
    return { forgotten: await forget(database, clientId) }
  }
