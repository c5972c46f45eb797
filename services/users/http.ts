import type { IncomingMessage } from 'node:http'
import { failure, type Failure } from '@octavo/failure'
import type { Raw } from '@octavo/rpc'
import { adopt } from './api/adopt-guest.ts'
import type { UsersDeps } from './deps.ts'

const mostBytes = 64 * 1024

/**
 * The sign-in library's own routes, `/auth/…`. After a sign-in or sign-up by a guest, what the guest had follows the account.
 * @throws what the library refuses, as a declared failure
 */
export const usersRoutes = (deps: UsersDeps): Raw => async (request, response, { caller }) => {
  const path = request.url ?? '/'
  if (!path.startsWith('/auth/')) return false
  const answered = await deps.auth.handler(await asRequest(request, deps))
  if (answered.status >= 400) throw await refusal(answered)
  if (answered.ok && (path.startsWith('/auth/sign-up/') || path.startsWith('/auth/verify-email'))) await deps.announce()
  if (answered.ok && caller.kind === 'guest' && /^\/auth\/(sign-(in|up)|two-factor\/verify-[\w-]+$)/.test(path)) {
    const { user } = (await answered.clone().json()) as { user?: { id: string } }
    if (user) await adopt(deps, caller.guestId, user.id)
  }
  if (answered.status === 302 && path.startsWith('/auth/verify-email')) await deps.announce()
  const cookies = [...[response.getHeader('set-cookie') ?? []].flat().map(String), ...answered.headers.getSetCookie()]
  for (const [name, value] of answered.headers) if (name !== 'set-cookie') response.setHeader(name, value)
  if (cookies.length) response.setHeader('set-cookie', cookies)
  response.setHeader('cache-control', 'no-store')
  response.writeHead(answered.status)
  response.end(Buffer.from(await answered.arrayBuffer()))
  return true
}

/** What the library says, in the shop's own words where it has a code for it. */
async function refusal(answered: Response): Promise<Failure> {
  const said = (await answered.json().catch(() => ({}))) as { code?: string; message?: string }
  if (said.code?.startsWith('USER_ALREADY_EXISTS')) return failure('CONFLICT', 'There is an account with this address already. Sign in, or reset the password.')
  switch (answered.status) {
    case 401: return failure('SIGN_IN_REQUIRED', said.code === 'INVALID_EMAIL_OR_PASSWORD' ? 'That address and password do not belong together. Try again, or reset the password.' : undefined)
    case 403: return failure('FORBIDDEN', said.message)
    case 404: return failure('NOT_FOUND', said.message)
    default: return answered.status < 500 ? failure('INVALID_INPUT', said.message) : failure('INTERNAL')
  }
}

async function asRequest(request: IncomingMessage, { keys, publicUrl }: UsersDeps): Promise<Request> {
  const url = new URL(request.url ?? '/', publicUrl())
  const token = url.searchParams.get('token')
  if (token !== null) url.searchParams.set('token', keys.token(token))
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  headers.set('cookie', keys.cookies(headers.get('cookie') ?? ''))
  const method = request.method ?? 'GET'
  const bodiless = method === 'GET' || method === 'HEAD'
  return new Request(url, { method, headers, ...(!bodiless && { body: await readBody(request) }) })
}

/** @throws TOO_LARGE */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) throw failure('TOO_LARGE')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
