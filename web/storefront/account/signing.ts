import { guestCookie, type PageLocals } from '@octavo/gateway/pages'
import { isEmail } from '../checkout/address-form.ts'
import { field } from '../page/form.ts'
import { refusable } from '../page/refusal.ts'

export const shortestPassword = 10

/** Cookies to set, or why not, as a code of the texts. */
export type Signed = { readonly cookies: readonly string[]; readonly codeNeeded?: boolean } | { readonly refused: string }

export async function signIn({ clients: { users } }: PageLocals, form: FormData, userAgent: string | null): Promise<Signed> {
  return cookiesOf(users.signIn({ email: field(form, 'email').slice(0, 254), password: passwordOf(form), ...(userAgent && { userAgent: userAgent.slice(0, 500) }) }))
}

/** The second step, with the cookie that the first one set. */
export async function signInWithCode({ clients: { users } }: PageLocals, form: FormData, { userAgent, cookie }: { userAgent: string | null; cookie: string | null }): Promise<Signed> {
  const { done, refused } = await refusable(users.signInWithCode({ cookie: (cookie ?? '').slice(0, 8192), code: field(form, 'code').slice(0, 40), ...(userAgent && { userAgent: userAgent.slice(0, 500) }) }))
  return refused === undefined ? { cookies: done.setCookies } : { refused: refused === 'INVALID_INPUT' ? 'CODE' : refused === 'RATE_LIMITED' ? 'LOCKED' : 'CODE_LATE' }
}

export async function signUp({ clients: { users } }: PageLocals, form: FormData, userAgent: string | null, locale: string): Promise<Signed> {
  const [email, name, password] = [field(form, 'email'), field(form, 'name').slice(0, 120), passwordOf(form)]
  if (name === '') return { refused: 'NAME' }
  if (!isEmail(email)) return { refused: 'EMAIL' }
  if (password.length < shortestPassword) return { refused: 'PASSWORD' }
  return cookiesOf(users.signUp({ email, name, password, locale, ...(userAgent && { userAgent: userAgent.slice(0, 500) }) }))
}

/** The session ends, and whoever comes next on this browser is another guest. */
export async function signOut({ clients: { users } }: PageLocals, cookie: string | null): Promise<readonly string[]> {
  const { setCookies } = await users.signOut({ cookie: cookie ?? '' })
  return [...setCookies, `${guestCookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`]
}

/** A password is taken as typed, blanks and all. */
export function passwordOf(form: FormData): string {
  const value = form.get('password')
  return typeof value === 'string' ? value.slice(0, 200) : ''
}

export function seeOtherWith(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

async function cookiesOf(work: Promise<{ setCookies: string[]; codeNeeded?: boolean }>): Promise<Signed> {
  const answered = await refusable(work)
  return answered.refused === undefined ? { cookies: answered.done.setCookies, ...(answered.done.codeNeeded !== undefined && { codeNeeded: answered.done.codeNeeded }) } : { refused: answered.refused }
}
