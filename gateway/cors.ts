import type { IncomingMessage, ServerResponse } from 'node:http'

const allowed = {
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'content-type, idempotency-key, authorization, if-none-match, x-request-id',
  'access-control-max-age': '600',
}

/** Off unless sites are configured. Marks the answer for those; true when the request was a preflight and is answered. */
export function cors(request: IncomingMessage, response: ServerResponse, sites: readonly string[]): boolean {
  if (sites.length === 0) return false
  response.setHeader('vary', 'origin')
  const { origin } = request.headers
  if (origin === undefined || !sites.includes(origin)) return false
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-credentials', 'true')
  response.setHeader('access-control-expose-headers', 'x-request-id, retry-after, etag, cache-status')
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return false
  response.writeHead(204, allowed).end()
  return true
}
