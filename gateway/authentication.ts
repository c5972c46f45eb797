import { createHash, timingSafeEqual } from 'node:crypto'
import { anonymous, type Caller } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Client } from '@octavo/rpc'
import type { usersContract } from '@octavo/users/contract'
import type { Exchange } from './exchange.ts'
import { guestCookie, type Guests } from './guest.ts'

/** A revoked session stops everywhere within this time. */
const sessionTtlMs = 5000
export const sessionCookie = /(^|\.)session_token$/

export interface Authentication {
  /** @throws SIGN_IN_REQUIRED for a bearer token that is not the operator's */
  callerOf(exchange: Omit<Exchange, 'caller'>): Promise<Caller>
  /** What is remembered of a session is forgotten at once: after sign-out, in this process. */
  forget(cookie: string | undefined): void
}

/** Who asks: an operator by bearer token, an account by session cookie, a guest by signed cookie, else nobody in particular. */
export function authentication({ users, guests, operatorTokens }: { users: Client<typeof usersContract>; guests: Guests; operatorTokens: readonly string[] }): Authentication {
  const sessions = new Map<string, { caller: Promise<Caller>; until: number }>()
  const wanted = operatorTokens.map(digest)

  return {
    async callerOf({ cookies, bearer, request }) {
      if (bearer !== undefined) {
        if (wanted.some((token) => timingSafeEqual(digest(bearer), token))) return { kind: 'operator' }
        throw failure('SIGN_IN_REQUIRED', 'This bearer token is not known here.')
      }
      const token = sessionToken(cookies)
      if (token !== undefined) {
        const caller = await session(token, request.headers.cookie ?? '')
        if (caller.kind === 'account') return caller
      }
      const guestId = guests.read(cookies.get(guestCookie))
      return guestId === undefined ? anonymous : { kind: 'guest', guestId }
    },
    forget(token) {
      if (token !== undefined) sessions.delete(token)
    },
  }

  function session(token: string, cookie: string): Promise<Caller> {
    const now = Date.now()
    const known = sessions.get(token)
    if (known && known.until > now) return known.caller
    if (sessions.size > 20_000) sessions.clear()
    const caller = users.whoIs({ cookie })
    sessions.set(token, { caller, until: now + sessionTtlMs })
    caller.catch(() => sessions.delete(token))
    return caller
  }
}

export function sessionToken(cookies: ReadonlyMap<string, string>): string | undefined {
  for (const [name, value] of cookies) if (sessionCookie.test(name)) return value
  return undefined
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
