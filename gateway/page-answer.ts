import type { EdgePolicy } from './edge-policy.ts'
import { isUnsafe, readBody, type Exchange } from './exchange.ts'
import type { PageLocals, Pages } from './pages.ts'
import { pageHeaders } from './security-headers.ts'

export interface PageAnswer {
  readonly status: number
  readonly body: Buffer
  readonly contentType: string
  readonly headers: Record<string, string>
  readonly edge?: EdgePolicy
}

/** Has a page made and reads out of its answer whether the edge may keep it. Cookies that the page sets are handed on. */
export async function pageAnswer(exchange: Exchange, pages: Pages, locals: PageLocals, policy: string): Promise<PageAnswer> {
  const { request, method, origin, path, query } = exchange
  const headers = new Headers()
  // What is kept for everybody is made of its address alone.
  for (const [name, value] of exchange.shared ? [] : Object.entries(request.headers)) if (value !== undefined && !name.startsWith(':')) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const wanted = new Request(`${origin}${path}${query ? `?${query}` : ''}`, { method: method === 'HEAD' ? 'GET' : method, headers, ...(isUnsafe(method) && { body: await readBody(request) }) })
  const response = await pages.render(wanted, locals)
  exchange.setCookies.push(...response.headers.getSetCookie())
  const contentType = response.headers.get('content-type') ?? 'text/html; charset=utf-8'
  const kept: Record<string, string> = { ...(contentType.startsWith('text/html') && pageHeaders(policy)) }
  for (const [name, value] of response.headers) if (!dropped.has(name)) kept[name] = value
  const seconds = /max-age=(\d+)/.exec(response.headers.get('surrogate-control') ?? '')?.[1]
  const edge = response.status === 200 && !isUnsafe(method) && seconds ? { ttlMs: Number(seconds) * 1000, tags: (response.headers.get('surrogate-key') ?? '').split(' ').filter(Boolean) } : undefined
  const body = Buffer.from(await response.arrayBuffer())
  const sheet = styleSheetIn(body)
  if (sheet) kept['link'] = `<${sheet}>; rel=preload; as=style`
  return { status: response.status, body, contentType, headers: kept, ...(edge && { edge }) }
}

/** Told ahead of the page, so that a browser asks for it before it has read the head: nothing is painted without it. */
function styleSheetIn(page: Buffer): string | undefined {
  const at = page.indexOf(sheetMark)
  const from = at + sheetMark.length
  return at < 0 ? undefined : page.toString('latin1', from, page.indexOf('"', from))
}

const sheetMark = '<link rel="stylesheet" href="'

/** Ours to say, not the page's. */
const dropped = new Set(['content-type', 'content-length', 'set-cookie', 'surrogate-control', 'surrogate-key', 'connection', 'keep-alive', 'transfer-encoding'])
