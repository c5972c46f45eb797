import { requireAccount, requireOperator, requireService } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import { accountOf, type AccountRow } from '../accounts/account.ts'
import type { usersContract } from '../contract.ts'
import type { UsersDeps } from '../deps.ts'

type Contract = typeof usersContract
const columns = '"id", "email", "emailVerified", "name", "roles", "createdAt"'

export const getAccount = ({ database }: UsersDeps): Handler<Contract['getAccount']> => async ({ context }) => {
  const { accountId } = requireAccount(context.caller)
  const row = await database.maybe<AccountRow>(`select ${columns} from "user" where "id" = $1`, [accountId])
  if (!row) throw failure('SIGN_IN_REQUIRED')
  return accountOf(row)
}

export const setRoles = ({ database }: UsersDeps): Handler<Contract['setRoles']> => async ({ input, context }) => {
  requireOperator(context.caller)
  const row = await database.maybe<AccountRow>(`update "user" set "roles" = $2, "updatedAt" = now() where "id" = $1 returning ${columns}`, [input.accountId, input.roles.join(',')])
  if (!row) throw failure('NOT_FOUND')
  return accountOf(row)
}

export const listAccounts = ({ database }: UsersDeps): Handler<Contract['listAccounts']> => async ({ input, context }) => {
  requireOperator(context.caller)
  const after = readCursor('accounts', input.cursor, 2)
  const rows = await database.rows<AccountRow>(
    `select ${columns} from "user"
     where ($1::text is null or lower("email") = lower($1)) and ($2::timestamptz is null or ("createdAt", "id") < ($2, $3))
     order by "createdAt" desc, "id" desc limit $4`,
    [input.email ?? null, after?.[0] ?? null, after?.[1] ?? null, input.limit + 1])
  const page = cutPage(rows, input.limit, (last) => writeCursor('accounts', [last.createdAt.toISOString(), last.id]))
  return { items: page.items.map(accountOf), nextCursor: page.nextCursor }
}

export const snapshot = ({ database }: UsersDeps): Handler<Contract['snapshot']> => async ({ input, context }) => {
  requireService(context.caller)
  const after = readCursor('snapshot', input.cursor, 1)
  const rows = await database.rows<AccountRow & { updatedMs: number }>(
    `select ${columns}, (extract(epoch from "updatedAt") * 1000)::bigint as "updatedMs" from "user" where $1::text is null or "id" > $1 order by "id" limit $2`, [after?.[0] ?? null, input.limit + 1])
  const page = cutPage(rows, input.limit, (last) => writeCursor('snapshot', [last.id]))
  return { items: page.items.map(({ id, email, emailVerified, updatedMs }) => ({ accountId: id, email, emailVerified, version: updatedMs })), nextCursor: page.nextCursor }
}
