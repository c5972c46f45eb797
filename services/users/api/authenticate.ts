import { APIError } from 'better-auth/api'
import { failure, type Failure } from '@octavo/failure'
import type { CallContext, Handler } from '@octavo/rpc'
import type { usersContract } from '../contract.ts'
import type { UsersDeps } from '../deps.ts'
import { adopt } from './adopt-guest.ts'

type Contract = typeof usersContract
type From = { userAgent?: string | undefined; address?: string | undefined }

/** Signing in, up and out for pages that work without scripts. The library's own routes do the same for those with. */
export const signIn = (deps: UsersDeps): Handler<Contract['signIn']> => async ({ input, context }) => {
  const response = await answer(() => deps.auth.api.signInEmail({ body: { email: input.email, password: input.password }, headers: headersOf(input), asResponse: true }))
  if (!response.ok) throw failure('SIGN_IN_REQUIRED', 'That address and password do not belong together. Try again, or reset the password.')
  await adoptAfter(deps, context, response)
  const { twoFactorRedirect } = (await response.clone().json()) as { twoFactorRedirect?: boolean }
  return { setCookies: response.headers.getSetCookie(), codeNeeded: twoFactorRedirect === true }
}

export const signInWithCode = (deps: UsersDeps): Handler<Contract['signInWithCode']> => async ({ input, context }) => {
  const headers = headersOf(input)
  headers.set('cookie', secondStepOf(deps.keys.cookies(input.cookie)))
  const code = input.code.replaceAll(/\s/g, '')
  const ofPhone = /^\d{6}$/.test(code)
  const response = await answer(() => (ofPhone ? deps.auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }) : deps.auth.api.verifyBackupCode({ body: { code }, headers, asResponse: true })))
  if (!response.ok) throw codeRefusal(await response.clone().json().catch(() => ({})) as { code?: string })
  await adoptAfter(deps, context, response)
  return { setCookies: response.headers.getSetCookie() }
}

/** Without the session that this browser may have: a second step is never taken for its owner's change of settings. */
const secondStepOf = (cookies: string): string => cookies.split('; ').filter((one) => /two_factor=/.test(one)).join('; ')

function codeRefusal({ code }: { code?: string }): Failure {
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return failure('RATE_LIMITED', 'Too many wrong codes. Wait a quarter of an hour, then sign in again.')
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return failure('INVALID_INPUT', 'That code does not fit. Wait for the next one, or use a backup code.')
  return failure('SIGN_IN_REQUIRED', 'That took too long, or too many codes were tried. Begin again with the password.')
}

export const signUp = (deps: UsersDeps): Handler<Contract['signUp']> => async ({ input, context }) => {
  const response = await answer(() => deps.auth.api.signUpEmail({ body: { email: input.email, password: input.password, name: input.name, ...(input.locale !== undefined && { locale: input.locale }) }, headers: headersOf(input), asResponse: true }))
  if (!response.ok) throw failure('CONFLICT', 'There is an account with this address already. Sign in, or reset the password.')
  await deps.announce()
  await adoptAfter(deps, context, response)
  return { setCookies: response.headers.getSetCookie() }
}

export const signOut = (deps: UsersDeps): Handler<Contract['signOut']> => async ({ input }) => {
  const response = await answer(() => deps.auth.api.signOut({ headers: new Headers({ cookie: deps.keys.cookies(input.cookie) }), asResponse: true }))
  return { setCookies: response.headers.getSetCookie() }
}

export const requestReset = (deps: UsersDeps): Handler<Contract['requestReset']> => async ({ input }) => {
  await answer(() => deps.auth.api.requestPasswordReset({ body: { email: input.email }, asResponse: true }))
  return { requested: true }
}

export const resetPassword = (deps: UsersDeps): Handler<Contract['resetPassword']> => async ({ input }) => {
  const response = await answer(() => deps.auth.api.resetPassword({ body: { token: input.token, newPassword: input.password }, asResponse: true }))
  if (!response.ok) throw failure('CONFLICT', 'This link was used already or is too old. Ask for a new one.')
  return { reset: true }
}

/** Whoever was a guest a moment ago is this account now. */
async function adoptAfter(deps: UsersDeps, { caller }: CallContext, response: Response): Promise<void> {
  if (caller.kind !== 'guest') return
  const { user } = (await response.clone().json()) as { user?: { id: string } }
  if (user) await adopt(deps, caller.guestId, user.id)
}

const headersOf = ({ userAgent, address }: From): Headers => new Headers({ ...(userAgent && { 'user-agent': userAgent }), ...(address && { 'octavo-client-address': address }) })

/** The library throws some refusals and answers others. */
export async function answer(call: () => Promise<Response>): Promise<Response> {
  try { return await call() } catch (error) {
    if (error instanceof APIError) return Response.json(error.body ?? {}, { status: error.statusCode })
    throw error
  }
}
