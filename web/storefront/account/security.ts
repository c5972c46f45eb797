import type { PageLocals } from '@octavo/gateway/pages'
import { field } from '../page/form.ts'
import { refusable } from '../page/refusal.ts'
import { passwordOf } from './signing.ts'

export interface Enrolment { readonly uri: string; readonly secret: string; readonly backupCodes: readonly string[] }

/** What a form of the security page came to: something to show at once, as it is told once, or where to go on. */
export type Secured =
  | { readonly begun: Enrolment }
  | { readonly backupCodes: readonly string[] }
  | { readonly saved: 'ON' | 'OFF' | 'SAVED'; readonly cookies: readonly string[] }
  | { readonly refused: string; readonly form: 'begin' | 'confirm' | 'renew' | 'end' | 'session' }

export async function secure({ clients: { users } }: PageLocals, form: FormData, cookie: string): Promise<Secured> {
  const given = { cookie: cookie.slice(0, 8192), password: passwordOf(form) }
  switch (field(form, 'do')) {
    case 'begin': {
      const { done, refused } = await refusable(users.beginSecondFactor(given))
      return refused === undefined ? { begun: done } : { refused: passwordRefusal(refused), form: 'begin' }
    }
    case 'confirm': {
      const { done, refused } = await refusable(users.confirmSecondFactor({ cookie: given.cookie, code: field(form, 'code').slice(0, 40) }))
      return refused === undefined ? { saved: 'ON', cookies: done.setCookies } : { refused: refused === 'INVALID_INPUT' ? 'CODE' : refused, form: 'confirm' }
    }
    case 'renew': {
      const { done, refused } = await refusable(users.renewBackupCodes(given))
      return refused === undefined ? done : { refused: passwordRefusal(refused), form: 'renew' }
    }
    case 'end': {
      const { done, refused } = await refusable(users.endSecondFactor(given))
      return refused === undefined ? { saved: 'OFF', cookies: done.setCookies } : { refused: passwordRefusal(refused), form: 'end' }
    }
    case 'revoke-session': {
      const { refused } = await refusable(users.revokeSession({ sessionId: field(form, 'id') }))
      return refused === undefined ? { saved: 'SAVED', cookies: [] } : { refused, form: 'session' }
    }
    default: return { refused: 'INVALID_INPUT', form: 'session' }
  }
}

const passwordRefusal = (refused: string): string => (refused === 'INVALID_INPUT' ? 'WRONG_PASSWORD' : refused)
