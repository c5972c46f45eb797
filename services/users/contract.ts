import { z } from 'zod'
import { addressSchema } from '@octavo/address'
import { callerSchema, roleSchema } from '@octavo/caller'
import { declare } from '@octavo/failure'
import { pageInput, pageOf } from '@octavo/paging'
import { idempotent, procedure } from '@octavo/rpc'

export const accountSchema = z.object({
  id: z.string(), email: z.string(), emailVerified: z.boolean(), name: z.string(), roles: z.array(roleSchema), createdAt: z.string(),
}).meta({ id: 'Account' })

export const savedAddressSchema = z.object({ id: z.string(), address: addressSchema, isDefault: z.boolean() }).meta({ id: 'SavedAddress' })

const fromWhere = { userAgent: z.string().max(500).optional(), address: z.string().max(60).optional() }
/** Whose session cookie it is, and once more the password: a session that was left open is not enough. */
const byPassword = z.object({ cookie: z.string().max(8192), password: z.string().max(200) })
const setCookies = z.object({ setCookies: z.array(z.string()) })

export const usersContract = {
  /** Who a session cookie stands for: an account, or anonymous. The gateway asks this, and keeps the answer at most five seconds. */
  whoIs: idempotent.input(z.object({ cookie: z.string().max(8192) })).output(callerSchema),
  /** Signing in and the like for pages without scripts; `setCookies` go to the browser as they are. A wrong password is SIGN_IN_REQUIRED. */
  signIn: procedure.input(z.object({ email: z.string().max(254), password: z.string().max(200), ...fromWhere })).output(setCookies.extend({ codeNeeded: z.boolean() })).errors(declare('SIGN_IN_REQUIRED')),
  /**
   * The second step where an account has a second factor (`codeNeeded`): a code from the phone, or one of the backup codes, each good once.
   * `cookie` carries what the first step set. SIGN_IN_REQUIRED when that is too old or was tried too often: begin with the password again.
   */
  signInWithCode: procedure.input(z.object({ cookie: z.string().max(8192), code: z.string().max(40), ...fromWhere })).output(setCookies).errors(declare('SIGN_IN_REQUIRED', 'INVALID_INPUT', 'RATE_LIMITED')),
  signUp: procedure.input(z.object({ email: z.email().max(254), password: z.string().min(10, 'at least 10 characters').max(200), name: z.string().trim().min(1).max(120), /** The language of its mails, BCP 47. */ locale: z.string().max(35).optional(), ...fromWhere })).output(setCookies).errors(declare('CONFLICT')),
  signOut: procedure.input(z.object({ cookie: z.string().max(8192) })).output(z.object({ setCookies: z.array(z.string()) })),
  /** Mails a link when there is such an account; says the same when there is none. */
  requestReset: procedure.input(z.object({ email: z.string().max(254) })).output(z.object({ requested: z.literal(true) })),
  resetPassword: procedure.input(z.object({ token: z.string().max(200), password: z.string().min(10, 'at least 10 characters').max(200) })).output(z.object({ reset: z.literal(true) })).errors(declare('CONFLICT')),
  getAccount: idempotent.input(z.object({})).output(accountSchema).errors(declare('SIGN_IN_REQUIRED')),
  listSessions: idempotent.input(z.object({})).output(z.array(z.object({ id: z.string(), current: z.boolean(), userAgent: z.string().nullable(), ipAddress: z.string().nullable(), createdAt: z.string(), expiresAt: z.string() }))).errors(declare('SIGN_IN_REQUIRED')),
  revokeSession: idempotent.input(z.object({ sessionId: z.string() })).output(z.object({ revoked: z.boolean() })).errors(declare('SIGN_IN_REQUIRED', 'NOT_FOUND')),
  /** Whether signing in asks for a code too. */
  getSecondFactor: idempotent.input(z.object({})).output(z.object({ on: z.boolean() })).errors(declare('SIGN_IN_REQUIRED')),
  /** A new secret for an authenticator (as an `otpauth:` address too) and ten backup codes, told once. Nothing asks for codes until one was confirmed. */
  beginSecondFactor: procedure.input(byPassword).output(z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) })).errors(declare('SIGN_IN_REQUIRED', 'INVALID_INPUT', 'CONFLICT')),
  /** The first code from the phone turns it on; the session goes on under new cookies. */
  confirmSecondFactor: procedure.input(z.object({ cookie: z.string().max(8192), code: z.string().max(40) })).output(setCookies).errors(declare('SIGN_IN_REQUIRED', 'INVALID_INPUT', 'CONFLICT')),
  /** Ten new backup codes; the old ones are good no more. */
  renewBackupCodes: procedure.input(byPassword).output(z.object({ backupCodes: z.array(z.string()) })).errors(declare('SIGN_IN_REQUIRED', 'INVALID_INPUT', 'CONFLICT')),
  endSecondFactor: procedure.input(byPassword).output(setCookies).errors(declare('SIGN_IN_REQUIRED', 'INVALID_INPUT')),
  listAddresses: idempotent.input(z.object({})).output(z.array(savedAddressSchema)).errors(declare('SIGN_IN_REQUIRED')),
  addAddress: procedure.input(z.object({ address: addressSchema, isDefault: z.boolean().default(false) })).output(savedAddressSchema).errors(declare('SIGN_IN_REQUIRED', 'CONFLICT')),
  updateAddress: idempotent.input(z.object({ addressId: z.string(), address: addressSchema, isDefault: z.boolean().default(false) })).output(savedAddressSchema).errors(declare('SIGN_IN_REQUIRED', 'NOT_FOUND')),
  removeAddress: idempotent.input(z.object({ addressId: z.string() })).output(z.object({ removed: z.boolean() })).errors(declare('SIGN_IN_REQUIRED')),
  /** A guest who signed in: carts and the like follow the account. The gateway tells it right after a sign-in. */
  adoptGuest: idempotent.input(z.object({ guestId: z.string() })).output(z.object({ adopted: z.boolean() })).errors(declare('SIGN_IN_REQUIRED')),
  setRoles: idempotent.input(z.object({ accountId: z.string(), roles: z.array(roleSchema) })).output(accountSchema).errors(declare('FORBIDDEN', 'NOT_FOUND')),
  listAccounts: idempotent.input(z.object({ ...pageInput, email: z.string().optional() })).output(pageOf(accountSchema)).errors(declare('FORBIDDEN')),
  /** Makes the first operator, once, with a random password that is told here and never again; null when there is one already. */
  ensureOperator: idempotent.input(z.object({})).output(z.object({ email: z.string(), password: z.string() }).nullable()).errors(declare('FORBIDDEN')),
  snapshot: idempotent.input(z.object({ ...pageInput })).output(pageOf(z.object({ accountId: z.string(), email: z.string(), emailVerified: z.boolean(), version: z.int() }))),
}
