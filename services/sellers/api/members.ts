import { isOperator, requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { sellersContract } from '../contract.ts'
import type { SellersDeps } from '../deps.ts'
import { sellersBy } from '../store/sellers.ts'

export const addMember = ({ database }: Pick<SellersDeps, 'database'>): Handler<typeof sellersContract.addMember> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const [seller] = await sellersBy(database, [input.sellerId])
    if (!seller) throw failure('NOT_FOUND', `There is no seller ${input.sellerId}.`)
    await database.run('insert into membership (seller_id, account_id, role) values ($1, $2, $3) on conflict (account_id, seller_id) do update set role = excluded.role', [seller.id, input.accountId, input.role])
    return { added: true }
  }

/** One's own, and for operators and services anybody's. */
export const listMemberships = ({ database }: Pick<SellersDeps, 'database'>): Handler<typeof sellersContract.listMemberships> =>
  async ({ input, context: { caller } }) => {
    if (!isOperator(caller) && !(caller.kind === 'account' && caller.accountId === input.accountId)) throw failure('FORBIDDEN')
    return database.rows<{ sellerId: string; role: 'owner' | 'staff' }>('select seller_id as "sellerId", role from membership where account_id = $1 order by seller_id', [input.accountId])
  }
