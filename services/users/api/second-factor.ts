import { requireAccount } from '@octavo/caller'
import { failure, type Failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { usersContract } from '../contract.ts'
import type { UsersDeps } from '../deps.ts'
import { answer } from './authenticate.ts'

type Contract = typeof usersContract

export const getSecondFactor = ({ database }: UsersDeps): Handler<Contract['getSecondFactor']> => async ({ context }) => {
  const { accountId } = requireAccount(context.caller)
  return { on: await isOn(database, accountId) }
}

export const beginSecondFactor = (deps: UsersDeps): Handler<Contract['beginSecondFactor']> => async ({ input, context }) => {
  const { accountId } = requireAccount(context.caller)
  // The library would put a new secret in the place of the one in use.
  if (await isOn(deps.database, accountId)) throw alreadyOn()
  const response = await answer(() => deps.auth.api.enableTwoFactor({ body: { password: input.password }, headers: sessionIn(deps, input), asResponse: true }))
  if (!response.ok) throw refusalOf(response)
  const { totpURI: uri, backupCodes } = (await response.json()) as { totpURI: string; backupCodes: string[] }
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes }
}

export const confirmSecondFactor = (deps: UsersDeps): Handler<Contract['confirmSecondFactor']> => async ({ input, context }) => {
  const { accountId } = requireAccount(context.caller)
  if (await isOn(deps.database, accountId)) throw alreadyOn()
  const response = await answer(() => deps.auth.api.verifyTOTP({ body: { code: input.code.replaceAll(/\s/g, '') }, headers: sessionIn(deps, input), asResponse: true }))
  if (!response.ok) throw failure('INVALID_INPUT', 'That code does not fit. Wait for the next one, or begin again.')
  return { setCookies: response.headers.getSetCookie() }
}

export const renewBackupCodes = (deps: UsersDeps): Handler<Contract['renewBackupCodes']> => async ({ input, context }) => {
  const { accountId } = requireAccount(context.caller)
  if (!(await isOn(deps.database, accountId))) throw failure('CONFLICT', 'There is no second factor to have backup codes for.')
  const response = await answer(() => deps.auth.api.generateBackupCodes({ body: { password: input.password }, headers: sessionIn(deps, input), asResponse: true }))
  if (!response.ok) throw refusalOf(response)
  return (await response.json()) as { backupCodes: string[] }
}

export const endSecondFactor = (deps: UsersDeps): Handler<Contract['endSecondFactor']> => async ({ input, context }) => {
  requireAccount(context.caller)
  const response = await answer(() => deps.auth.api.disableTwoFactor({ body: { password: input.password }, headers: sessionIn(deps, input), asResponse: true }))
  if (!response.ok) throw refusalOf(response)
  return { setCookies: response.headers.getSetCookie() }
}

const isOn = async (database: UsersDeps['database'], accountId: string): Promise<boolean> =>
  (await database.maybe<{ on: boolean }>('select "twoFactorEnabled" as "on" from "user" where "id" = $1', [accountId]))?.on === true

const alreadyOn = (): Failure => failure('CONFLICT', 'Signing in asks for a code already. Turn that off first.')

const sessionIn = ({ keys }: UsersDeps, { cookie }: { cookie: string }): Headers => new Headers({ cookie: keys.cookies(cookie) })

const refusalOf = ({ status }: Response): Failure => (status === 401 ? failure('SIGN_IN_REQUIRED') : failure('INVALID_INPUT', 'That is not the password of this account.'))
