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

export const usersContract = {
  /** Who a session cookie stands for: an account, or anonymous. The gateway asks this, and keeps the answer at most five seconds. */
  whoIs: idempotent.input(z.object({ cookie: z.string().max(8192) })).output(callerSchema),
  /** Signing in and the like for pages without scripts; `setCookies` go to the browser as they are. A wrong password is SIGN_IN_REQUIRED. */
  signIn: procedure.input(z.object({ email: z.string().max(254), password: z.string().max(200), userAgent: z.string().max(500).optional(), address: z.string().max(60).optional() })).output(z.object({ setCookies: z.array(z.string()) })).errors(declare('SIGN_IN_REQUIRED')),
  signUp: procedure.input(z.object({ email: z.email().max(254), password: z.string().min(10, 'at least 10 characters').max(200), name: z.string().trim().min(1).max(120), userAgent: z.string().max(500).optional(), address: z.string().max(60).optional() })).output(z.object({ setCookies: z.array(z.string()) })).errors(declare('CONFLICT')),
  signOut: procedure.input(z.object({ cookie: z.string().max(8192) })).output(z.object({ setCookies: z.array(z.string()) })),
  /** Mails a link when there is such an account; says the same when there is none. */
  requestReset: procedure.input(z.object({ email: z.string().max(254) })).output(z.object({ requested: z.literal(true) })),
  resetPassword: procedure.input(z.object({ token: z.string().max(200), password: z.string().min(10, 'at least 10 characters').max(200) })).output(z.object({ reset: z.literal(true) })).errors(declare('CONFLICT')),
  getAccount: idempotent.input(z.object({})).output(accountSchema).errors(declare('SIGN_IN_REQUIRED')),
  listSessions: idempotent.input(z.object({})).output(z.array(z.object({ id: z.string(), current: z.boolean(), userAgent: z.string().nullable(), ipAddress: z.string().nullable(), createdAt: z.string(), expiresAt: z.string() }))).errors(declare('SIGN_IN_REQUIRED')),
  revokeSession: idempotent.input(z.object({ sessionId: z.string() })).output(z.object({ revoked: z.boolean() })).errors(declare('SIGN_IN_REQUIRED', 'NOT_FOUND')),
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
