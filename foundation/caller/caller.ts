import { z } from 'zod'
import { failure } from '@octavo/failure'

export const roleSchema = z.enum(['shopper', 'seller', 'operator'])
export type Role = z.infer<typeof roleSchema>

/** Who asks. The gateway finds it out once; every call between services carries it, signed between processes. */
export const callerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({ kind: z.literal('guest'), guestId: z.string() }),
  z.object({
    kind: z.literal('account'),
    accountId: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    name: z.string(),
    roles: z.array(roleSchema),
    /** The session that carries it, for the account's own list of sessions. */
    sessionId: z.string(),
  }),
  /** An operator by bearer token rather than by account. */
  z.object({ kind: z.literal('operator') }),
  /** One of the shop's own services, acting for itself (the saga, a reaction, an import). */
  z.object({ kind: z.literal('service'), service: z.string() }),
])
export type Caller = z.infer<typeof callerSchema>

export const anonymous: Caller = { kind: 'anonymous' }

/** Who acts, for what stays written down: an account, a service, or `token` for who came with the operator's token. */
export function whoIs(caller: Caller): string {
  if (caller.kind === 'account') return caller.accountId
  return caller.kind === 'service' ? caller.service : 'token'
}

/** Whose carts, checkouts and orders these are: an account's id, a guest's id, or nobody's. */
export function ownerOf(caller: Caller): string | undefined {
  if (caller.kind === 'account') return caller.accountId
  if (caller.kind === 'guest') return caller.guestId
  return undefined
}

export const isService = (caller: Caller): boolean => caller.kind === 'service'

export const isOperator = (caller: Caller): boolean =>
  caller.kind === 'operator' || caller.kind === 'service' || (caller.kind === 'account' && caller.roles.includes('operator'))

/** @throws SIGN_IN_REQUIRED or FORBIDDEN unless an operator (or a service of the shop) asks. */
export function requireOperator(caller: Caller): void {
  if (isOperator(caller)) return
  throw caller.kind === 'account'
    ? failure('FORBIDDEN', 'This needs an operator. Sign in as one, or ask one.')
    : failure('SIGN_IN_REQUIRED', 'This needs an operator. Sign in as one, or send the operator token as a bearer token.')
}

/** @throws FORBIDDEN unless one of the shop's own services asks. */
export function requireService(caller: Caller): void {
  if (!isService(caller)) throw failure('FORBIDDEN', 'Only the shop itself does this.')
}

/** The account that asks. @throws SIGN_IN_REQUIRED */
export function requireAccount(caller: Caller): Extract<Caller, { kind: 'account' }> {
  if (caller.kind === 'account') return caller
  throw failure('SIGN_IN_REQUIRED')
}

/** The owner that asks, guest or account. @throws SIGN_IN_REQUIRED */
export function requireOwner(caller: Caller): string {
  const owner = ownerOf(caller)
  if (owner === undefined) throw failure('SIGN_IN_REQUIRED', 'Keep the cookie that the first answer sets, or sign in.')
  return owner
}
