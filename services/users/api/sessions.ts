import { requireAccount } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { usersContract } from '../contract.ts'
import { sessionRevoked } from '../events.ts'
import type { UsersDeps } from '../deps.ts'

type Contract = typeof usersContract
interface SessionRow { readonly id: string; readonly userAgent: string | null; readonly ipAddress: string | null; readonly createdAt: Date; readonly expiresAt: Date }

export const listSessions = ({ database, clock }: UsersDeps): Handler<Contract['listSessions']> => async ({ context }) => {
  const { accountId, sessionId } = requireAccount(context.caller)
  const rows = await database.rows<SessionRow>(`select "id", "userAgent", "ipAddress", "createdAt", "expiresAt" from "session" where "userId" = $1 and "expiresAt" > $2 order by "createdAt" desc limit 100`, [accountId, clock.now()])
  return rows.map((row) => ({ id: row.id, current: row.id === sessionId, userAgent: row.userAgent, ipAddress: row.ipAddress, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() }))
}

export const revokeSession = ({ database, outbox, clock }: UsersDeps): Handler<Contract['revokeSession']> => async ({ input, context }) => {
  const { accountId } = requireAccount(context.caller)
  return database.transaction(async (tx) => {
    const gone = await tx.run(`delete from "session" where "id" = $1 and "userId" = $2`, [input.sessionId, accountId])
    if (gone === 0) throw failure('NOT_FOUND')
    await outbox.append(tx, sessionRevoked, accountId, { accountId, sessionId: input.sessionId, at: clock.now().toISOString() })
    return { revoked: true }
  })
}
