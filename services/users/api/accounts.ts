import { requireAccount, requireOperator, requireService } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import { accountOf, type AccountRow } from '../accounts/account.ts'
import type { usersContract } from '../contract.ts'
import type { UsersDeps } from '../deps.ts'

type Contract = typeof usersContract
const columns = '"id", "email", "emailVerified", "name", "roles", "createdAt"'

/** When it was made, to the microsecond: as the database writes it. */
interface ListedAccount extends AccountRow { readonly madeAt: string }

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
  const [madeAt, id] = readCursor('accounts', input.cursor, 2) ?? ['infinity', '']
  // An address is one account's; of all others a page is one range of an index.
  const rows = input.email === undefined
    ? await database.rows<ListedAccount>(`select ${columns}, "createdAt"::text as "madeAt" from "user" where ("createdAt", "id") < ($1::timestamptz, $2) order by "createdAt" desc, "id" desc limit $3`, [madeAt, id, input.limit + 1])
    : await database.rows<ListedAccount>(`select ${columns}, "createdAt"::text as "madeAt" from "user" where lower("email") = lower($1)`, [input.email])
  const page = cutPage(rows, input.limit, (last) => writeCursor('accounts', [last.madeAt, last.id]))
  return { items: page.items.map(accountOf), nextCursor: page.nextCursor }
}

export const snapshot = ({ database }: UsersDeps): Handler<Contract['snapshot']> => async ({ input, context }) => {
  requireService(context.caller)
  const [after] = readCursor('snapshot', input.cursor, 1) ?? ['']
  const rows = await database.rows<AccountRow & { updatedMs: number }>(
    `select ${columns}, (extract(epoch from "updatedAt") * 1000)::bigint as "updatedMs" from "user" where "id" > $1 order by "id" limit $2`, [after, input.limit + 1])
  const page = cutPage(rows, input.limit, (last) => writeCursor('snapshot', [last.id]))
  return { items: page.items.map(({ id, email, emailVerified, updatedMs }) => ({ accountId: id, email, emailVerified, version: updatedMs })), nextCursor: page.nextCursor }
}
