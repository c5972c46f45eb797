import type { Address } from '@octavo/address'
import { requireAccount } from '@octavo/caller'
import type { Queryable } from '@octavo/database'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { usersContract } from '../contract.ts'
import type { UsersDeps } from '../deps.ts'

type Contract = typeof usersContract
interface AddressRow { readonly id: string; readonly address: Address; readonly is_default: boolean }
const mostAddresses = 50

export const listAddresses = ({ database }: UsersDeps): Handler<Contract['listAddresses']> => async ({ context }) => {
  const rows = await database.rows<AddressRow>('select id, address, is_default from address where account_id = $1 order by is_default desc, created_at', [requireAccount(context.caller).accountId])
  return rows.map(savedAddress)
}

export const addAddress = ({ database }: UsersDeps): Handler<Contract['addAddress']> => async ({ input, context }) => {
  const { accountId } = requireAccount(context.caller)
  return database.transaction(async (tx) => {
    await lock(tx, accountId)
    const { count } = await tx.one<{ count: number }>('select count(*)::int as count from address where account_id = $1', [accountId])
    if (count >= mostAddresses) throw failure('CONFLICT', `An account keeps at most ${mostAddresses} addresses. Remove one first.`)
    const isDefault = input.isDefault || count === 0
    if (isDefault) await tx.run('update address set is_default = false where account_id = $1 and is_default', [accountId])
    return savedAddress(await tx.one<AddressRow>('insert into address (id, account_id, address, is_default) values ($1, $2, $3, $4) returning id, address, is_default', [newId('adr'), accountId, JSON.stringify(input.address), isDefault]))
  })
}

export const updateAddress = ({ database }: UsersDeps): Handler<Contract['updateAddress']> => async ({ input, context }) => {
  const { accountId } = requireAccount(context.caller)
  return database.transaction(async (tx) => {
    await lock(tx, accountId)
    if (input.isDefault) await tx.run('update address set is_default = false where account_id = $1 and is_default and id <> $2', [accountId, input.addressId])
    const row = await tx.maybe<AddressRow>('update address set address = $3, is_default = is_default or $4 where id = $2 and account_id = $1 returning id, address, is_default', [accountId, input.addressId, JSON.stringify(input.address), input.isDefault])
    if (!row) throw failure('NOT_FOUND')
    return savedAddress(row)
  })
}

/** When the default goes, the oldest that is left follows it. */
export const removeAddress = ({ database }: UsersDeps): Handler<Contract['removeAddress']> => async ({ input, context }) => {
  const { accountId } = requireAccount(context.caller)
  return database.transaction(async (tx) => {
    await lock(tx, accountId)
    const gone = await tx.maybe<{ is_default: boolean }>('delete from address where id = $2 and account_id = $1 returning is_default', [accountId, input.addressId])
    if (gone?.is_default) await tx.run('update address set is_default = true where id = (select id from address where account_id = $1 order by created_at, id limit 1)', [accountId])
    return { removed: gone !== undefined }
  })
}

/** One change of an account's addresses at a time, so that there is never a second default. */
const lock = (tx: Queryable, accountId: string): Promise<unknown> => tx.one(`select "id" from "user" where "id" = $1 for update`, [accountId])

const savedAddress = ({ id, address, is_default: isDefault }: AddressRow) => ({ id, address, isDefault })
