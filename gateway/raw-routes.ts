import type { ServiceName } from './clients.ts'

/** What is no procedure and goes to its service unparsed. */
export interface RawRoute {
  readonly name: string
  readonly service: ServiceName
  /** As the service knows it. */
  readonly url: string
  /** The body itself is signed by another company: no cookie's authority is involved. */
  readonly signed: boolean
  /** A session ends here: whoever comes next is another guest. */
  readonly ends: boolean
}

export function rawRoute(method: string, path: string, query: string): RawRoute | undefined {
  const search = query === '' ? '' : `?${query}`
  const to = (name: string, service: ServiceName, url: string, options: { signed?: boolean; ends?: boolean } = {}): RawRoute => ({ name, service, url: url + search, signed: false, ends: false, ...options })
  if (path.startsWith('/api/auth/')) return to('auth', 'users', path.slice('/api'.length), { ends: method === 'POST' && path === '/api/auth/sign-out' })
  if (method === 'POST' && path.startsWith('/api/webhooks/')) return to('webhook', 'payments', path.slice('/api'.length), { signed: true })
  if (method === 'POST' && path === '/api/operator/imports') return to('import', 'catalog', '/imports')
  const events = /^\/api\/checkouts\/([^/]+)\/events$/.exec(path)
  if (method === 'GET' && events) return to('checkoutEvents', 'orders', `/checkouts/${events[1]}/events`)
  return undefined
}
