import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { Raw } from '@octavo/rpc'
import { adopt } from './api/adopt-guest.ts'
import type { UsersDeps } from './deps.ts'

/** The sign-in library's own routes, `/auth/…`. After a sign-in or sign-up by a guest, what the guest had follows the account. */
export const usersRoutes = (deps: UsersDeps): Raw => async (request, response, { caller }) => {
  const path = request.url ?? '/'
  if (!path.startsWith('/auth/')) return false
  const answered = await deps.auth.handler(await asRequest(request, deps))
  if (answered.ok && (path.startsWith('/auth/sign-up/') || path.startsWith('/auth/verify-email'))) await deps.announce()
  if (answered.ok && caller.kind === 'guest' && /^\/auth\/sign-(in|up)\//.test(path)) {
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

async function asRequest(request: IncomingMessage, { keys, publicUrl }: UsersDeps): Promise<Request> {
  const url = new URL(request.url ?? '/', publicUrl())
  const token = url.searchParams.get('token')
  if (token !== null) url.searchParams.set('token', keys.token(token))
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  headers.set('cookie', keys.cookies(headers.get('cookie') ?? ''))
  const method = request.method ?? 'GET'
  const bodiless = method === 'GET' || method === 'HEAD'
  return new Request(url, { method, headers, ...(!bodiless && { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' }) })
}
